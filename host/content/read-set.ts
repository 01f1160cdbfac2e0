import type { ClipFile, ContentPack, PlaylistItem } from '#contract/content-pack.ts';
import type { ContentState, ManifestFile } from '#contract/manifest.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Files } from '../ports.ts';
import type { BlobFiles } from './blob-files.ts';
import type { KnownManifest } from './check-manifest.ts';
import { loadPack } from './load-pack.ts';

type Refused = ContentState['refused'];

/** A set as the page gets it: its media under the names of their bytes, which never change their meaning. */
export type ReadSet = {
  readonly manifest: string;
  readonly pack: ContentPack;
  /** What was left out, with what the playlist names and the manifest does not hold. */
  readonly refused: Refused;
};

/**
 * Reads and checks the pack of a set whose files are there. Unlike the pack that came with the kiosk it must pass as a
 * whole: CONTENT_INVALID for one bad guide, because the centre checked it and a half-read manifest would hide a fault.
 * Items whose media were refused are left out.
 */
export async function readSet(blobs: BlobFiles, { sha, manifest }: KnownManifest, refused: Refused): Promise<Result<ReadSet, 'CONTENT_INVALID'>> {
  const files = new Map(manifest.files.map((file) => [file.path, file]));
  const loaded = await loadPack(packView(blobs, files));
  if (!loaded.ok) return loaded;
  const { pack, skipped } = loaded.value;
  const [complaint] = skipped;
  if (complaint !== undefined) return failure('CONTENT_INVALID', complaint);
  if (pack.head.version !== manifest.version) return failure('CONTENT_INVALID', `pack.json is version ${pack.head.version}, the manifest ${manifest.version}`);
  const finder = mediaFinder(files, refused);
  const items = pack.playlist.items.flatMap((item) => placeItem(item, finder) ?? []);
  const { catalogue: named, ...rest } = pack;
  const catalogue = named === undefined ? null : finder.find(named);
  return success({ manifest: sha, pack: { ...rest, playlist: { items }, ...(catalogue === null ? {} : { catalogue }) }, refused: [...refused, ...finder.missing()] });
}

/** Where the page finds a file: `blobs/` and the bytes' own name, with the ending that says the kind. */
export function mediaPath({ path, sha256 }: ManifestFile): string {
  return `blobs/${sha256}${/\.[a-z0-9]+$/.exec(path)?.[0] ?? ''}`;
}

/** The pack's text files by their paths, for whoever reads a pack from a folder. */
function packView(blobs: BlobFiles, files: ReadonlyMap<string, ManifestFile>): Pick<Files, 'readText' | 'list'> {
  return {
    readText: async (name) => {
      const file = files.get(name);
      if (file === undefined) return null;
      const text = await blobs.readText(file);
      // The disk changed bytes that were good when they came: away with them, so that they are loaded again.
      if (text === null) await blobs.drop(file.sha256);
      return text;
    },
    list: async (folder) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)).sort(),
  };
}

type MediaFinder = {
  /** Null when the file is refused or was never named. */
  readonly find: (path: string) => string | null;
  readonly missing: () => Refused;
};

function mediaFinder(files: ReadonlyMap<string, ManifestFile>, refused: Refused): MediaFinder {
  const out = new Set(refused.map(({ path }) => path));
  const missing = new Set<string>();
  return {
    find: (path) => {
      const file = files.get(path);
      if (file === undefined && !out.has(path)) missing.add(path);
      return file === undefined || out.has(path) ? null : mediaPath(file);
    },
    missing: () => [...missing].map((path) => ({ path, reason: 'the manifest does not hold it' })),
  };
}

/** The item with its media where the page finds them; null when one of them is not to be had. */
function placeItem(item: PlaylistItem, { find }: MediaFinder): PlaylistItem | null {
  switch (item.kind) {
    case 'slide':
      return item;
    case 'still': {
      const [tall, wide] = [find(item.tall), find(item.wide)];
      return tall === null || wide === null ? null : { ...item, tall, wide };
    }
    case 'clip': {
      const [tall, wide] = [placeClip(item.tall, find), placeClip(item.wide, find)];
      const [vi, en] = [find(item.captions.vi), find(item.captions.en)];
      return tall === null || wide === null || vi === null || en === null ? null : { ...item, tall, wide, captions: { vi, en } };
    }
  }
}

function placeClip(clip: ClipFile, find: MediaFinder['find']): ClipFile | null {
  const sources = clip.sources.flatMap(({ path, type }) => {
    const place = find(path);
    return place === null ? [] : [{ path: place, type }];
  });
  const poster = find(clip.poster);
  return sources.length === 0 || poster === null ? null : { ...clip, sources, poster };
}
