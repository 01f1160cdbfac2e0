import type { ManifestFile } from '#contract/manifest.ts';
import type { Digest, Disk } from '../ports.ts';
import type { BlobFiles } from './blob-files.ts';

export type ShippedFiles = ReturnType<typeof createShippedFiles>;

/**
 * The pack that came with the kiosk as a source of files: what lies in it is copied, not loaded. Copied, because the
 * next version of the program may come with other files. `disk` is the pack's folder.
 */
export function createShippedFiles({ disk, digest, blobs }: { readonly disk: Pick<Disk, 'list' | 'read'>; readonly digest: Digest; readonly blobs: BlobFiles }) {
  let known: ReturnType<Disk['list']> | null = null;
  const hashes = new Map<string, string>();

  const hashOf = async (name: string): Promise<string> => {
    const seen = hashes.get(name);
    if (seen !== undefined) return seen;
    const hasher = digest.sha256();
    for await (const piece of disk.read(name)) hasher.update(piece);
    const hash = hasher.hex();
    hashes.set(name, hash);
    return hash;
  };

  const find = async (file: ManifestFile): Promise<string | null> => {
    known ??= disk.list('');
    // Only files of that size are worth hashing.
    for (const { name, bytes } of await known) {
      if (bytes === file.bytes && (await hashOf(name)) === file.sha256) return name;
    }
    return null;
  };

  return {
    /** True for a file that came with the kiosk. */
    holds: async (file: ManifestFile): Promise<boolean> => (await find(file)) !== null,
    /** True when the file came with the kiosk and is now among the blobs; false also when the disk has no room. */
    copy: async (file: ManifestFile): Promise<boolean> => {
      const name = await find(file);
      if (name === null) return false;
      const target = await blobs.openPart(file.sha256, 0);
      const hasher = digest.sha256();
      let isWritten = true;
      try {
        for await (const piece of disk.read(name)) {
          hasher.update(piece);
          isWritten = (await target.write(piece)).ok;
          if (!isWritten) break;
        }
      } finally {
        await target.close();
      }
      if (!isWritten || hasher.hex() !== file.sha256) {
        await blobs.dropPart(file.sha256);
        return false;
      }
      await blobs.finish(file.sha256);
      return true;
    },
  };
}
