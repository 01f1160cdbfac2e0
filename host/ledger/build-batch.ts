import type { StoredEntry } from '../ports.ts';
import { parseJson } from '../parse-json.ts';

/** UTF-8 never needs more for one UTF-16 unit. */
const BYTES_A_UNIT = 3;

/**
 * The entries of numbers `first` … as they travel. A pruned number (a centre restored from a very old
 * copy asks for it) and an unreadable row are sent as what they are: the centre puts them into
 * quarantine, counts them, and the stream goes on.
 * Stops before `bytes` of JSON, but never before the first entry.
 */
export function buildBatch(first: number, rows: readonly StoredEntry[], count: number, bytes: number): readonly unknown[] {
  const bySeq = new Map(rows.map((row) => [row.seq, row.body]));
  const last = Math.min(rows.at(-1)?.seq ?? first - 1, first + count - 1);
  const entries: unknown[] = [];
  let size = 0;
  for (let seq = first; seq <= last; seq += 1) {
    const body = bySeq.get(seq);
    size += (body?.length ?? 20) * BYTES_A_UNIT;
    if (size > bytes && entries.length > 0) break;
    entries.push(body === undefined ? { kind: 'pruned' } : readBody(body));
  }
  return entries;
}

function readBody(body: string): unknown {
  return parseJson(body) ?? { kind: 'unreadable', text: body.slice(0, 2000) };
}
