import type { ClipFile, ContentPack } from '#contract/content-pack.ts';
import type { ContentState, Manifest, ManifestFile } from '#contract/manifest.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { BlobFiles } from './blob-files.ts';
import type { KnownManifest } from './check-manifest.ts';
import { mediaPath, readSet, type ReadSet } from './read-set.ts';
import type { ShippedFiles } from './shipped-files.ts';
import type { Trials } from './trials.ts';

type Refused = ContentState['refused'];
type Piece = { readonly file: ClipFile; readonly seconds: number };

export type ProveNeeds = {
  readonly blobs: BlobFiles;
  readonly trials: Trials;
  /** What plays now, or came with the kiosk, need not prove it again. */
  readonly inUse: readonly ManifestFile[];
  readonly shipped: ShippedFiles;
  /** False: another manifest is wanted by now. */
  readonly isWanted: () => boolean;
};

/**
 * Reads a set whose files are there and has each clip that is new here decoded by the page. What does not play is left
 * out of the playlist; the rest of the pack is as good as it was. CONTENT_INVALID when the pack itself is bad.
 */
export async function proveSet(needs: ProveNeeds, known: KnownManifest, refused: readonly Refused[number][]): Promise<Result<ReadSet | null, 'CONTENT_INVALID'>> {
  const proven = new Set(needs.inUse.map(mediaPath));
  for (const file of known.manifest.files) {
    if (await needs.shipped.holds(file)) proven.add(mediaPath(file));
  }
  const out = [...refused];
  for (;;) {
    if (!needs.isWanted()) return success(null);
    const set = await readSet(needs.blobs, known, out);
    if (!set.ok) return failure(set.error.code, set.error.message);
    const next = clipsOf(set.value.pack).find(({ file }) => !file.sources.every(({ path }) => proven.has(path)));
    if (next === undefined) return set;
    const verdict = await needs.trials.run(next.file, next.seconds);
    if (verdict.kind === 'fails') out.push(...named(known.manifest, verdict.path, verdict.reason));
    else for (const { path } of next.file.sources) proven.add(path);
  }
}

/** The files of the manifest that the page knows by this path: two may have the same bytes. */
function named(manifest: Manifest, media: string, reason: string): Refused {
  return manifest.files.filter((file) => mediaPath(file) === media).map(({ path }) => ({ path, reason: reason.slice(0, 200) }));
}

function clipsOf(pack: ContentPack): readonly Piece[] {
  return pack.playlist.items.flatMap((item) => (item.kind === 'clip' ? [item.tall, item.wide].map((file) => ({ file, seconds: item.seconds })) : []));
}
