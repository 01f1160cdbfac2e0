import { createHash } from 'node:crypto';
import { checkPack } from '#assets/check/check-pack.ts';
import type { PackProblem } from '#contract/library.ts';
import type { FileRow } from '../../repositories/library.ts';
import type { PackDocuments } from './pack-documents.ts';

const REMEMBERED = 100;

/** What the checker of content packs finds in an edition; `today` decides which facts are too old. */
export type CheckEdition = (files: readonly FileRow[], today: string) => Promise<readonly PackProblem[]>;

/** @param largestFile bytes that one file may have in this centre */
export function editionChecker(documents: PackDocuments, largestFile: number): CheckEdition {
  const known = new Map<string, readonly PackProblem[]>();
  return async (files, today) => {
    const key = keyOf(files, today);
    const found = known.get(key);
    if (found !== undefined) return found;
    const source = await documents.source(files);
    const problems = checkPack(source.documents, source.files, today, largestFile).map(({ file, path, message }) => ({ file, path, message }));
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, problems);
    return problems;
  };
}

function keyOf(files: readonly FileRow[], today: string): string {
  const hash = createHash('sha256').update(today);
  for (const { path, sha256 } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) hash.update(`\n${path} ${sha256}`);
  return hash.digest('hex');
}
