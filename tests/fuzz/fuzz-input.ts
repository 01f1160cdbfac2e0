import type { InputKind } from './target.ts';

/** An input as a line of text: JSON as JSON, text as a JSON string, bytes as base64. */
export function writeInput(kind: InputKind, input: unknown): string {
  try {
    return kind === 'bytes' && input instanceof Uint8Array ? Buffer.from(input).toString('base64') : (JSON.stringify(input) ?? 'null');
  } catch {
    // Nested deeper than it can be written; the seed of the run makes it again.
    return '"nested too deeply to be written"';
  }
}

export function readInput(kind: InputKind, line: string): unknown {
  return kind === 'bytes' ? new Uint8Array(Buffer.from(line, 'base64')) : JSON.parse(line);
}
