import { PackHead, Playlist, type PlaylistItem } from '#contract/content-pack.ts';
import type { ClipFileRow, ClipSlot } from '#contract/library.ts';
import { parserOf } from '#contract/parse.ts';
import { dayOf } from '#domain/calendar-day.ts';
import type { ShippedPack } from '../../library-ports.ts';
import type { ClipRow, EditionRow, FileRow } from '../../repositories/library.ts';
import { historyRow } from './editions.ts';
import type { ClipPorts } from './clips.ts';
import { isDocument } from './pack-documents.ts';
import { nextVersion, withVersion } from './versions.ts';

const parseHead = parserOf(PackHead);
const parsePlaylist = parserOf(Playlist);
const SYSTEM = { id: 'system', email: null, unit: null } as const;
const LICENCE = 'Một Chạm, MIT';
const TYPES: Readonly<Record<string, string>> = { json: 'application/json', jsonl: 'application/jsonl', webm: 'video/webm', mp4: 'video/mp4', webp: 'image/webp', png: 'image/png', jpg: 'image/jpeg', vtt: 'text/vtt', woff2: 'font/woff2' };

export type TakenPack =
  | { readonly kind: 'known' | 'published' | 'offered'; readonly version: string; readonly edition: string | null }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'disk-full' };

/**
 * Takes a pack in. The first one of a new centre is published to all kiosks at once: it is what they show anyway.
 * Any later one is a draft for people to look at. One that was taken in before is left alone.
 */
export async function takePack(ports: ClipPorts, pack: ShippedPack, title: string): Promise<TakenPack> {
  const { library } = ports.repositories;
  const shipped = await versionOf(pack);
  if (shipped === null) return { kind: 'unreadable' };
  const known = await library.editions();
  if (known.some((edition) => edition.shipped === shipped)) return { kind: 'known', version: shipped, edition: null };
  const isFirst = known.length === 0;
  const files = await keepFiles(ports, pack);
  if (files === null) return { kind: 'disk-full' };
  const now = ports.clock.now();
  const version = known.some((edition) => edition.version === shipped) ? nextVersion(known.map((edition) => edition.version), dayOf(now)) : shipped;
  const own = version === shipped ? files : await withVersion(ports, files, version, now);
  if (own === null) return { kind: 'disk-full' };
  const id = ports.secrets.makeId();
  const row: EditionRow = { id, version, title, unit: null, state: isFirst ? 'ready' : 'draft', base: null, madeAt: now, changedAt: now, authors: [SYSTEM.id], approvedBy: isFirst ? SYSTEM.id : null, everPublished: false, shipped };
  // Another process of the centre may take in the same pack in this moment.
  if (!(await library.addEdition(row, own, historyRow(id, SYSTEM, now, 'began', null, shipped)))) return { kind: 'known', version: shipped, edition: null };
  await addClips(ports, own);
  if (!isFirst) return { kind: 'offered', version, edition: id };
  await library.publish({ id: ports.secrets.makeId(), edition: id, ring: { kind: 'all' }, at: now, actor: SYSTEM.id, note: null, isRollBack: false }, [], historyRow(id, SYSTEM, now, 'published', null, 'all'));
  await ports.repositories.audit.add({ at: now, actor: SYSTEM.id, action: 'publish', subject: id, detail: { version, ring: 'all', reason: 'first content of this centre' } });
  return { kind: 'published', version, edition: id };
}

async function versionOf(pack: ShippedPack): Promise<string | null> {
  if (!(await pack.list()).includes('pack.json')) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of pack.read('pack.json')) chunks.push(chunk);
  const head = parseHead(parseText(Buffer.concat(chunks).toString('utf8')));
  return head.ok ? head.value.version : null;
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No pack then: the caller says so.
    return null;
  }
}

/** Each file waits for the disk: several at once make the first start of a centre a fifth as long. */
const AT_ONCE = 8;

async function keepFiles(ports: ClipPorts, pack: ShippedPack): Promise<readonly FileRow[] | null> {
  const known = (await pack.list()).flatMap((path) => {
    const type = TYPES[path.split('.').at(-1) ?? ''];
    // A pack holds nothing else, and a kiosk would not know what to do with it.
    return type === undefined || (type === 'application/json' && !isDocument(path)) ? [] : [{ path, type }];
  });
  const files: FileRow[] = [];
  const waiting = known.values();
  let isFull = false;
  const work = async (): Promise<void> => {
    for (const { path, type } of waiting) {
      const kept = isFull ? 'disk-full' : await ports.blobs.put(pack.read(path), ports.largestUpload);
      if (typeof kept === 'string') return void (isFull = true);
      await ports.repositories.library.addBlob({ ...kept, type }, ports.clock.now());
      files.push({ path, ...kept });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return isFull ? null : files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** The clips of the pack stand in the library too, so that they can be put into other playlists. */
async function addClips(ports: ClipPorts, files: readonly FileRow[]): Promise<void> {
  const at = ports.clock.now();
  const byPath = new Map(files.map((file) => [file.path, file]));
  const playlist = byPath.get('playlist.json');
  const parsed = parsePlaylist(playlist === undefined ? null : await ports.documents.read(playlist.sha256));
  if (!parsed.ok) return;
  for (const item of parsed.value.items) {
    if (item.kind === 'still') await ports.repositories.library.addClip(stillRow(item, byPath, at));
    if (item.kind !== 'clip') continue;
    const named = (['tall', 'wide'] as const).flatMap((shape): readonly (readonly [ClipSlot, string, string])[] => [
      ...item[shape].sources.map((source) => [shape, source.path, source.type] as const),
      [`poster-${shape}`, item[shape].poster, ''] as const,
    ]);
    const captions = [['captions-vi', item.captions.vi, 'text/vtt'] as const, ['captions-en', item.captions.en, 'text/vtt'] as const];
    const own = [...named, ...captions].flatMap(([slot, path, type]): readonly ClipFileRow[] => {
      const file = byPath.get(path);
      if (file === undefined) return [];
      const isFilm = slot === 'tall' || slot === 'wide';
      const probe = isFilm ? { by: 'own-look' as const, type: type.split(';')[0] ?? type, codec: null, width: item[slot].width, height: item[slot].height, seconds: item.seconds, framesPerSecond: null, bitsPerSecond: null, hasSound: false, findings: [], fix: null } : null;
      return [{ slot, ...file, type: type === '' ? (TYPES[path.split('.').at(-1) ?? ''] ?? 'image/webp') : type, licence: LICENCE, addedAt: at, probe }];
    });
    const clip: ClipRow = { id: item.id, unit: null, madeAt: at, changedAt: at, title: item.title, description: item.description, guide: item.guide ?? null, waiver: null, files: own };
    await ports.repositories.library.addClip(clip);
  }
}

function stillRow(item: Extract<PlaylistItem, { kind: 'still' }>, byPath: ReadonlyMap<string, FileRow>, at: number): ClipRow {
  const files = (['tall', 'wide'] as const).flatMap((shape): readonly ClipFileRow[] => {
    const file = byPath.get(item[shape]);
    return file === undefined ? [] : [{ slot: `poster-${shape}`, ...file, type: TYPES[file.path.split('.').at(-1) ?? ''] ?? 'image/webp', licence: LICENCE, addedAt: at, probe: null }];
  });
  return { id: item.id, unit: null, madeAt: at, changedAt: at, title: item.title, description: item.description, guide: null, waiver: null, still: Math.round(item.seconds), files };
}
