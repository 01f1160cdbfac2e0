import { sign } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { ContentKey } from '../adapters/content-key.ts';
import { diskBlobs } from '../adapters/disk-blobs.ts';
import { mediaTools } from '../adapters/media-tools.ts';
import { shippedPack } from '../adapters/shipped-pack.ts';
import type { Config } from '../config.ts';
import { StoreFull } from '../store-busy.ts';
import { contentLibrary, type LibraryPorts } from '../services/library/library.ts';

export type ContentTools = Pick<LibraryPorts, 'blobs' | 'media' | 'sign' | 'largestUpload'>;

/** Disk, media tools and key of this machine's content library. */
export function contentTools(config: Pick<Config, 'blobDir' | 'largestUpload'>, key: ContentKey): ContentTools {
  const blobs = diskBlobs(config.blobDir);
  return {
    blobs,
    media: mediaTools(blobs.pathOf, process.env),
    sign: (text) => sign(null, Buffer.from(text), key.privateKey).toString('base64url'),
    largestUpload: config.largestUpload,
  };
}

/**
 * The pack that came with the program: the first content of a new centre, a draft for people in any later one.
 * A disk that cannot take it is said and no reason not to start: kiosks have a pack of their own.
 */
export async function offerShippedPack(ports: LibraryPorts, say: (line: string) => void): Promise<void> {
  const pack = shippedPack(fileURLToPath(new URL('../../assets/pack/', import.meta.url)));
  const taken = await contentLibrary(ports)
    .takePack(pack, 'Gói nội dung của chương trình')
    .catch((cause: unknown) => {
      if (cause instanceof StoreFull) return { kind: 'disk-full' } as const;
      throw cause;
    });
  if (taken.kind === 'disk-full') say('The disk is full: the content pack of this program could not be taken into the library.');
  if (taken.kind === 'unreadable') say('The content pack of this program cannot be read: the library goes on without it.');
}
