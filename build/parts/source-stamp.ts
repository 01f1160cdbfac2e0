import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * One hash over the content of all sources, so that a fresh clone, a switched branch and a
 * touched file are told apart from a changed one.
 */
export function sourceStamp(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesUnder(root, source)).toSorted()) {
    hash.update(`${file.split(sep).join('/')}\0`);
    hash.update(createHash('sha256').update(readFileSync(join(root, file))).digest());
  }
  return hash.digest('hex');
}

function filesUnder(root: string, source: string): readonly string[] {
  const stat = statSync(join(root, source), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [source];
  return globSync('**/*', { cwd: join(root, source), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
