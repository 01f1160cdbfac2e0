import { mediaType, serveFile, type FileRequest, type ServedFile } from './served-file.ts';

export type MediaFolders = {
  /** The content pack's folder. */
  readonly pack: string;
  /** Where the pack's `media/` lies when it was made apart from the pack; null when it lies within. */
  readonly made: string | null;
  /** What the centre sent: files under `blobs/`, named by their bytes. */
  readonly content: string;
};

const MADE = 'media/';
const BLOB = /^(blobs\/[0-9a-f]{64})\.[a-z0-9]+$/;

/** A clip, still or caption of the content pack, wherever the pack's media were made. */
export async function serveMedia(folders: MediaFolders, request: FileRequest): Promise<ServedFile> {
  const blob = BLOB.exec(request.path)?.[1];
  // The bytes under such a name never change, so a page may keep a clip through any change of the set.
  if (blob !== undefined) return serveFile(folders.content, { ...request, path: blob, kind: { type: mediaType(request.path), isImmutable: true } });
  const found = await serveFile(folders.pack, request);
  if (found.status !== 404 || folders.made === null || !request.path.startsWith(MADE)) return found;
  return serveFile(folders.made, { ...request, path: request.path.slice(MADE.length) });
}
