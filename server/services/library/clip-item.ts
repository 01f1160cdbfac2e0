import type { PlaylistItem } from '#contract/content-pack.ts';
import type { ClipFileRow, ClipSlot } from '#contract/library.ts';
import type { ClipRow } from '../../repositories/library.ts';
import type { Shape } from './judge-clip.ts';

/** Stands where a person's word about a file's terms stands, for files that the centre made itself. */
export const MADE_HERE = '–';

type ClipItem = Extract<PlaylistItem, { kind: 'clip' }>;
type StillItem = Extract<PlaylistItem, { kind: 'still' }>;

/** Length of the clip, s: of the shortest film, so that no caption outlives one. Null: nothing says it. */
export function secondsOf(files: readonly ClipFileRow[]): number | null {
  const lengths = files.flatMap(({ probe }) => probe?.seconds ?? []);
  return lengths.length === 0 ? null : Math.floor(Math.min(...lengths) * 10) / 10;
}

/** What still has to be done before the clip can be in a playlist, as ids. */
export function missingOf(clip: Pick<ClipRow, 'files' | 'waiver' | 'still'>): readonly string[] {
  const has = (slot: ClipSlot): boolean => clip.files.some((file) => file.slot === slot);
  // A still is words in a picture: cropped to the other shape it would lose some.
  if (clip.still !== undefined) return [...(has('poster-tall') ? [] : ['no-picture-tall']), ...(has('poster-wide') ? [] : ['no-picture-wide'])];
  const hasFilm = has('tall') || has('wide');
  return [
    ...(hasFilm ? [] : ['no-film']),
    ...(hasFilm && secondsOf(clip.files) === null ? ['no-length'] : []),
    ...(has('poster-tall') || has('poster-wide') ? [] : ['no-poster']),
    ...(has('captions-vi') || clip.waiver !== null ? [] : ['no-captions']),
  ];
}

/** The item for playlist.json; null while something is missing. A shape that is not there is shown from the other one, cropped. */
export function itemOf(clip: ClipRow): ClipItem | StillItem | null {
  return clip.still === undefined ? filmOf(clip) : stillOf(clip, clip.still);
}

function stillOf({ id, title, description, files }: ClipRow, seconds: number): StillItem | null {
  const tall = files.find((file) => file.slot === 'poster-tall')?.path;
  const wide = files.find((file) => file.slot === 'poster-wide')?.path;
  return tall === undefined || wide === undefined ? null : { kind: 'still', id, title, description, seconds, tall, wide };
}

function filmOf(clip: ClipRow): ClipItem | null {
  const seconds = secondsOf(clip.files);
  const tall = shapeOf(clip.files, 'tall') ?? shapeOf(clip.files, 'wide');
  const wide = shapeOf(clip.files, 'wide') ?? shapeOf(clip.files, 'tall');
  const vi = clip.files.find((file) => file.slot === 'captions-vi')?.path;
  if (seconds === null || tall === null || wide === null || vi === undefined) return null;
  return {
    kind: 'clip',
    id: clip.id,
    title: clip.title,
    description: clip.description,
    seconds,
    tall,
    wide,
    // English is optional; whoever reads English sees the Vietnamese words rather than none.
    captions: { vi, en: clip.files.find((file) => file.slot === 'captions-en')?.path ?? vi },
    ...(clip.guide === null ? {} : { guide: clip.guide }),
  };
}

function shapeOf(files: readonly ClipFileRow[], shape: Shape): ClipItem['tall'] | null {
  // WebM first: where a kiosk can play both, it is the smaller one.
  const films = files.filter((file) => file.slot === shape).toSorted((a, b) => (a.type < b.type ? 1 : -1));
  const poster = files.find((file) => file.slot === `poster-${shape}`) ?? files.find((file) => file.slot.startsWith('poster-'));
  const [first] = films;
  if (first === undefined || poster === undefined) return null;
  return { sources: films.map(({ path, type }) => ({ path, type })), poster: poster.path, width: first.probe?.width ?? 1920, height: first.probe?.height ?? 1080 };
}

/** Captions of a clip that says nothing: whoever reads them learns that nothing is missing. Seconds of the clip. */
export function silentCaptions(seconds: number): string {
  const end = new Date(Math.max(1, Math.floor(seconds)) * 1_000).toISOString().slice(11, 23);
  return `WEBVTT\n\n00:00:00.000 --> ${end}\n(Đoạn phim không có lời nói.)\n`;
}

/** The path of a file in every pack: other bytes, another path. */
export function pathOfFile(clip: string, slot: ClipSlot, sha256: string, type: string): string {
  const ending = { 'video/webm': 'webm', 'video/mp4': 'mp4', 'image/webp': 'webp', 'image/png': 'png', 'image/jpeg': 'jpg', 'text/vtt': 'vtt' }[type] ?? 'bin';
  return `clips/${clip}-${slot}-${sha256.slice(0, 8)}.${ending}`;
}
