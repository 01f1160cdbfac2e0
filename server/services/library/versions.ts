import type { Clock } from '../../ports.ts';
import type { BlobStore } from '../../library-ports.ts';
import type { FileRow } from '../../repositories/library.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import { bytesOfDocument, streamOf, type PackDocuments } from './pack-documents.ts';

/** The next free version of the month, such as 2026.11.3. */
export function nextVersion(taken: readonly string[], today: string): string {
  const prefix = `${today.slice(0, 4)}.${Number(today.slice(5, 7))}.`;
  const numbers = taken.filter((version) => version.startsWith(prefix)).map((version) => Number(version.slice(prefix.length)));
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

export type KeepPorts = { readonly clock: Clock; readonly blobs: BlobStore; readonly documents: PackDocuments; readonly repositories: Pick<Repositories, 'library'> };

/** The same files with this version in pack.json; null when the disk is full. */
export async function withVersion(ports: Omit<KeepPorts, 'clock'>, files: readonly FileRow[], version: string, at: number): Promise<readonly FileRow[] | null> {
  const head = files.find((file) => file.path === 'pack.json');
  const document = head === undefined ? undefined : await ports.documents.read(head.sha256);
  if (typeof document !== 'object' || document === null) return files;
  const kept = await keepDocument(ports, { ...document, version }, at);
  if (kept === 'disk-full') return null;
  return files.map((file) => (file.path === 'pack.json' ? { path: file.path, ...kept } : file));
}

/** Writes a document as a blob. */
export async function keepDocument(ports: Omit<KeepPorts, 'clock' | 'documents'>, document: unknown, at: number): Promise<{ readonly sha256: string; readonly bytes: number } | 'disk-full'> {
  const bytes = bytesOfDocument(document);
  const kept = await ports.blobs.put(streamOf(bytes), bytes.byteLength);
  if (typeof kept === 'string') return 'disk-full';
  await ports.repositories.library.addBlob({ ...kept, type: 'application/json' }, at);
  return kept;
}
