import type { ManifestFile } from '#contract/manifest.ts';
import type { Appender, Digest, Disk, Hasher } from '../ports.ts';

const FOLDER = 'blobs';

export type BlobFiles = ReturnType<typeof createBlobFiles>;

/** What is known of a file that is half there: its bytes are in `hasher` already. */
export type HeldPart = { readonly bytes: number; readonly hasher: Hasher };

/**
 * Files of the content by their SHA-256 under `blobs/`, those that are not whole yet as `.part`. A name without
 * `.part` is given only to bytes whose hash was seen. `disk` is the content folder.
 */
export function createBlobFiles({ disk, digest }: { readonly disk: Disk; readonly digest: Digest }) {
  const place = (sha: string): string => `${FOLDER}/${sha}`;
  const partOf = (sha: string): string => `${FOLDER}/${sha}.part`;

  return {
    has: async ({ sha256, bytes }: ManifestFile): Promise<boolean> => (await disk.size(place(sha256))) === bytes,
    /** Bytes of a part on the disk, as far as they can be of use. */
    partBytes: async ({ sha256, bytes }: ManifestFile): Promise<number> => Math.min(bytes, (await disk.size(partOf(sha256))) ?? 0),
    /** Reads what is there of a part, for its hash; an overlong part begins anew. */
    hold: async ({ sha256, bytes }: ManifestFile): Promise<HeldPart> => {
      const hasher = digest.sha256();
      const size = (await disk.size(partOf(sha256))) ?? 0;
      if (size === 0 || size > bytes) return { bytes: 0, hasher };
      let read = 0;
      for await (const piece of disk.read(partOf(sha256))) {
        hasher.update(piece);
        read += piece.byteLength;
      }
      return { bytes: read, hasher };
    },
    openPart: (sha: string, from: number): Promise<Appender> => disk.append(partOf(sha), from),
    /** The part is whole and its hash was seen. */
    finish: (sha: string): Promise<void> => disk.move(partOf(sha), place(sha)),
    dropPart: (sha: string): Promise<void> => disk.remove(partOf(sha)),
    drop: (sha: string): Promise<void> => disk.remove(place(sha)),
    /** The text of a file, or null when it is missing or its bytes are not what its name says. */
    readText: async ({ sha256 }: ManifestFile): Promise<string | null> => {
      if ((await disk.size(place(sha256))) === null) return null;
      const hasher = digest.sha256();
      const decoder = new TextDecoder();
      let text = '';
      for await (const piece of disk.read(place(sha256))) {
        hasher.update(piece);
        text += decoder.decode(piece, { stream: true });
      }
      return hasher.hex() === sha256 ? text + decoder.decode() : null;
    },
    /** Bytes of all files, parts too. */
    used: async (): Promise<number> => (await disk.list(FOLDER)).reduce((sum, { bytes }) => sum + bytes, 0),
    /** Deletes all files but these, parts of others too. How many bytes went. */
    keepOnly: async (kept: ReadonlySet<string>): Promise<number> => {
      let freed = 0;
      for (const { name, bytes } of await disk.list(FOLDER)) {
        if (kept.has(name.replace(/\.part$/, ''))) continue;
        await disk.remove(`${FOLDER}/${name}`);
        freed += bytes;
      }
      return freed;
    },
  };
}
