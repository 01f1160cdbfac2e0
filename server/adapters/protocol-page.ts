import { readFile } from 'node:fs/promises';

/** docs/protocol.md of this version; '' where the documents were not installed along. */
export async function readProtocolPage(): Promise<string> {
  try {
    return await readFile(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    throw cause;
  }
}
