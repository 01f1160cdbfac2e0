import type { BlobStore } from '../../library-ports.ts';
import type { Clock } from '../../ports.ts';
import type { LibraryRepository } from '../../repositories/library.ts';

/** An upload is named by something within this time, or never. */
const GRACE_MS = 24 * 60 * 60_000;
/** This many editions that were once published can be rolled back to; what is published now is kept whatever its age. */
export const ROLL_BACKS = 20;

/** Removes the files that no draft, no publication, no roll-back and no clip of the library needs. Returns their hashes. */
export async function sweepBlobs({ clock, blobs, library }: { readonly clock: Clock; readonly blobs: BlobStore; readonly library: LibraryRepository }): Promise<readonly string[]> {
  const [editions, publications, clips] = await Promise.all([library.editions(), library.publications(), library.clips()]);
  const open = new Set(publications.filter((each) => each.endedAt === null).map((each) => each.edition));
  // Publications come newest first.
  const lately = new Set([...new Set(publications.map((each) => each.edition))].slice(0, ROLL_BACKS));
  const needed = editions.filter((edition) => edition.state !== 'dropped' && (!edition.everPublished || open.has(edition.id) || lately.has(edition.id)));
  const kept = new Set([...(await library.hashesOf(needed.map((edition) => edition.id))), ...clips.flatMap((clip) => clip.files.map((file) => file.sha256))]);
  const gone = await blobs.sweep((sha256) => kept.has(sha256), clock.now() - GRACE_MS);
  for (const sha256 of gone) await library.removeBlob(sha256);
  return gone;
}
