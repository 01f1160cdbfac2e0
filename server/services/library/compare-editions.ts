import type { ChangedFile } from '#contract/library.ts';
import type { FileRow } from '../../repositories/library.ts';
import { compareDocuments } from './compare-documents.ts';
import { isDocument, type PackDocuments } from './pack-documents.ts';

/** What changed between two editions, file by file, documents part by part. The version alone is no change. */
export async function compareEditions(documents: PackDocuments, before: readonly FileRow[], after: readonly FileRow[]): Promise<readonly ChangedFile[]> {
  const old = new Map(before.map((file) => [file.path, file.sha256]));
  const now = new Map(after.map((file) => [file.path, file.sha256]));
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path)).toSorted();
  const changes: ChangedFile[] = [];
  for (const path of paths) {
    const [left, right] = [old.get(path), now.get(path)];
    const change = left === undefined ? 'added' : right === undefined ? 'removed' : 'changed';
    const isCompared = change === 'changed' && isDocument(path) && left !== undefined && right !== undefined;
    const parts = isCompared ? compareDocuments(await documents.read(left), await documents.read(right)) : null;
    const told = parts?.filter((part) => !(path === 'pack.json' && part.path === 'version')) ?? null;
    if (told === null || told.length > 0) changes.push({ path, change, parts: told === null ? null : [...told] });
  }
  return changes;
}
