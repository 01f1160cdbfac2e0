import type { ErrorCode } from '#contract/errors.ts';
import type { ChangeClip, Clip, ClipFileRow, ClipSlot, NewClip } from '#contract/library.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { ByteStream, MediaTools } from '../../library-ports.ts';
import type { ClipRow, EditionRow } from '../../repositories/library.ts';
import { itemOf, MADE_HERE, missingOf, pathOfFile, secondsOf, silentCaptions } from './clip-item.ts';
import { audit, type EditionPorts } from './editions.ts';
import { scopeOf, type Librarian } from './library-scope.ts';
import { LARGEST_CAPTIONS, LARGEST_POSTER, lookAtUpload } from './look-at-upload.ts';
import { streamOf } from './pack-documents.ts';

/** Two people at one clip: the second one's change is made again on top of the first one's. */
const TRIES = 4;
const POSTER_AT_SECONDS = 2;

export type ClipPorts = EditionPorts & { readonly media: MediaTools; /** Bytes. */ readonly largestUpload: number };
export type Upload = { readonly clip: string; readonly slot: ClipSlot; readonly licence: string; readonly bytes: ByteStream };

export type Clips = {
  list(who: Librarian): Promise<readonly Clip[]>;
  add(who: Librarian, clip: NewClip): Promise<Result<Clip, ErrorCode>>;
  change(who: Librarian, id: string, texts: ChangeClip): Promise<Result<Clip, ErrorCode>>;
  upload(who: Librarian, upload: Upload): Promise<Result<Clip, ErrorCode>>;
  remove(who: Librarian, id: string): Promise<Result<null, ErrorCode>>;
};

export function clips(ports: ClipPorts): Clips {
  const { library } = ports.repositories;
  return {
    async list(who) {
      const scope = await scopeOf(ports.repositories, who, false);
      const uses = await usesOf(ports);
      return (await library.clips()).filter((row) => scope.maySee(row.unit)).map((row) => clipOf(row, uses));
    },
    async add(who, { id, ...texts }) {
      const now = ports.clock.now();
      const row: ClipRow = { ...composed(texts), id, unit: who.unit, madeAt: now, changedAt: now, files: [] };
      if (!(await library.addClip(row))) return failure('LIBRARY_EXISTS', `There is a clip ${id} already.`);
      await audit(ports, who, 'add clip', id, { title: row.title.vi });
      return success(clipOf(row, new Map()));
    },
    async change(who, id, texts) {
      const changed = await changeClip(ports, who, id, (row) => ({ ...row, ...composed(texts), id: row.id, unit: row.unit, files: row.files, madeAt: row.madeAt }));
      if (changed.ok) await audit(ports, who, 'change clip', id, { title: texts.title.vi, waiver: texts.waiver });
      return changed;
    },
    upload: (who, upload) => takeUpload(ports, who, upload),
    async remove(who, id) {
      const found = await findOwn(ports, who, id);
      if (!found.ok) return found;
      const uses = (await usesOf(ports)).get(id) ?? [];
      if (uses.length > 0) return failure('LIBRARY_CLIP_USED', `The clip is in ${uses.join(', ')}.`, { usedIn: [...uses] });
      await library.removeClip(id);
      await audit(ports, who, 'remove clip', id, { title: found.value.title.vi });
      return success(null);
    },
  };
}

async function takeUpload(ports: ClipPorts, who: Librarian, { clip, slot, licence, bytes }: Upload): Promise<Result<Clip, ErrorCode>> {
  const found = await findOwn(ports, who, clip);
  if (!found.ok) return found;
  const isFilm = slot === 'tall' || slot === 'wide';
  if (found.value.still !== undefined && !slot.startsWith('poster')) return failure('REQUEST_INVALID', 'A still picture has two pictures, and neither film nor captions.', { path: '/slot' });
  const kept = await ports.blobs.put(bytes, isFilm ? ports.largestUpload : slot.startsWith('poster') ? LARGEST_POSTER : LARGEST_CAPTIONS);
  if (kept === 'too-large') return failure('REQUEST_TOO_LARGE', 'The file is larger than this centre takes.');
  if (kept === 'disk-full') return failure('LIBRARY_DISK_FULL', 'The disk for library files is full.');
  const looked = await lookAtUpload(ports, slot, kept);
  // What was refused is swept away later: nothing names it.
  if (!looked.ok) return looked;
  const file = { slot, path: pathOfFile(clip, slot, kept.sha256, looked.value.type), ...kept, ...looked.value, licence: licence.normalize('NFC'), addedAt: ports.clock.now() };
  await ports.repositories.library.addBlob({ ...kept, type: looked.value.type }, file.addedAt);
  const poster = isFilm ? await makePoster(ports, clip, slot, file) : null;
  const changed = await changeClip(ports, who, clip, (row) => ({ ...row, files: withFile(withPoster(row.files, poster), file) }));
  if (changed.ok) await audit(ports, who, 'upload file', clip, { slot, path: file.path, sha256: kept.sha256, bytes: kept.bytes, licence });
  return changed;
}

/** A new film of the same kind takes the old one's place; WebM and MP4 stand beside each other. */
function withFile(files: readonly ClipFileRow[], file: ClipFileRow): readonly ClipFileRow[] {
  const isFilm = file.slot === 'tall' || file.slot === 'wide';
  return [...files.filter((each) => each.slot !== file.slot || (isFilm && each.type !== file.type)), file];
}

function withPoster(files: readonly ClipFileRow[], poster: ClipFileRow | null): readonly ClipFileRow[] {
  if (poster === null || files.some((file) => file.slot === poster.slot && file.licence !== MADE_HERE)) return files;
  return withFile(files, poster);
}

async function makePoster(ports: ClipPorts, clip: string, shape: 'tall' | 'wide', film: ClipFileRow): Promise<ClipFileRow | null> {
  const picture = await ports.media.poster(film.sha256, Math.min(POSTER_AT_SECONDS, (film.probe?.seconds ?? 0) / 2));
  return picture === null ? null : keepMade(ports, clip, `poster-${shape}`, picture, 'image/webp');
}

async function keepMade(ports: ClipPorts, clip: string, slot: ClipSlot, bytes: Uint8Array, type: string): Promise<ClipFileRow | null> {
  const kept = await ports.blobs.put(streamOf(bytes), bytes.byteLength);
  if (typeof kept === 'string') return null;
  const addedAt = ports.clock.now();
  await ports.repositories.library.addBlob({ ...kept, type }, addedAt);
  return { slot, path: pathOfFile(clip, slot, kept.sha256, type), ...kept, type, licence: MADE_HERE, addedAt, probe: null };
}

async function changeClip(ports: ClipPorts, who: Librarian, id: string, change: (row: ClipRow) => ClipRow): Promise<Result<Clip, ErrorCode>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await findOwn(ports, who, id);
    if (!found.ok) return found;
    const row = await withSilentCaptions(ports, { ...change(found.value), changedAt: ports.clock.now() });
    if (await ports.repositories.library.changeClip(row, found.value.changedAt)) return success(clipOf(row, await usesOf(ports)));
  }
  return failure('LIBRARY_CHANGED', 'Somebody has changed this clip meanwhile.');
}

/** A clip that is allowed to go without captions carries some that say so; real ones take their place. */
async function withSilentCaptions(ports: ClipPorts, row: ClipRow): Promise<ClipRow> {
  const files = row.files.filter((file) => !(file.slot === 'captions-vi' && file.licence === MADE_HERE));
  const seconds = secondsOf(files);
  if (row.waiver === null || seconds === null || files.some((file) => file.slot === 'captions-vi')) return { ...row, files };
  const made = await keepMade(ports, row.id, 'captions-vi', new TextEncoder().encode(silentCaptions(seconds)), 'text/vtt');
  return { ...row, files: made === null ? files : [...files, made] };
}

async function findOwn(ports: ClipPorts, who: Librarian, id: string): Promise<Result<ClipRow, ErrorCode>> {
  const row = await ports.repositories.library.clip(id);
  if (row === null) return failure('LIBRARY_UNKNOWN', `There is no clip ${id}.`);
  return (await scopeOf(ports.repositories, who, false)).mayChange(row.unit) ? success(row) : failure('STAFF_NOT_ALLOWED', 'This clip is not one of your unit.');
}

/** Versions of the editions that hold each clip, by the paths of its files. */
async function usesOf({ repositories }: ClipPorts): Promise<ReadonlyMap<string, readonly string[]>> {
  const { library } = repositories;
  const uses = new Map<string, string[]>();
  const rows = await library.clips();
  const living = (await library.editions()).filter((edition: EditionRow) => edition.state !== 'dropped');
  for (const edition of living) {
    const paths = new Set((await library.files(edition.id)).map((file) => file.path));
    for (const { id, files } of rows) if (files.some((file) => paths.has(file.path))) uses.set(id, [...(uses.get(id) ?? []), edition.version]);
  }
  return uses;
}

function clipOf(row: ClipRow, uses: ReadonlyMap<string, readonly string[]>): Clip {
  const missing = missingOf(row);
  const { changedAt: _, ...shown } = row;
  return { ...shown, files: [...row.files], seconds: row.still ?? secondsOf(row.files), missing: [...missing], item: missing.length > 0 ? null : itemOf(row), usedIn: [...(uses.get(row.id) ?? [])] };
}

function composed<Texts extends ChangeClip>(texts: Texts): Texts {
  const nfc = ({ vi, en }: { readonly vi: string; readonly en: string }): { vi: string; en: string } => ({ vi: vi.normalize('NFC'), en: en.normalize('NFC') });
  return { ...texts, title: nfc(texts.title), description: nfc(texts.description) };
}
