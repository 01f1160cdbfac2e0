import { serveFile, type FileRequest, type ServedFile } from './served-file.ts';

export type MediaFolders = {
  /** The content pack's folder. */
  readonly pack: string;
  /** Where the pack's `media/` lies when it was made apart from the pack; null when it lies within. */
  readonly made: string | null;
};

const MADE = 'media/';

/** A clip, still or caption of the content pack, wherever the pack's media were made. */
export async function serveMedia(folders: MediaFolders, request: FileRequest): Promise<ServedFile> {
  const found = await serveFile(folders.pack, request);
  if (found.status !== 404 || folders.made === null || !request.path.startsWith(MADE)) return found;
  return serveFile(folders.made, { ...request, path: request.path.slice(MADE.length) });
}
