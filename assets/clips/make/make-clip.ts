import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FRAME_RATE } from '../clip.ts';
import { secondsOf, type ClipText } from '../text/clip-text.ts';
import { encodeMp4, encodePoster, encodeWebm, filmArguments } from './encode.ts';
import { pipeFrames } from './ffmpeg.ts';
import type { FilmPage } from './film-page.ts';
import { flashesIn, readLuminance } from './flash-check.ts';
import type { ClipSize } from './options.ts';

export type Made = {
  readonly id: string;
  readonly size: ClipSize;
  readonly report: string;
  /** Why the clip may not be shown; null when it may. */
  readonly problem: string | null;
};

const LARGEST_POSTER_BYTES = 120_000;
const LARGEST_CLIP_BYTES = 4 * 1024 * 1024;

/** Photographs, checks and encodes one clip in one size: `<id>-<size>.webm`, `.mp4` and a poster `.webp` in `folder`. */
export async function makeClip(page: FilmPage, text: ClipText, size: ClipSize, folder: string): Promise<Made> {
  const work = mkdtempSync(join(tmpdir(), 'mot-cham-clip-'));
  const name = join(folder, `${text.id}-${size.name}`);
  try {
    await page.load(text, size, 1);
    const film = join(work, 'film.mkv');
    const { frames, photographs } = await photographAll(page, text, film);
    const flashes = flashesIn(readLuminance(film), FRAME_RATE);
    await encodeWebm(film, `${name}.webm`);
    await encodeMp4(film, `${name}.mp4`);
    await encodePoster(film, posterSecond(text), `${name}.webp`);
    const bytes = [`${name}.webm`, `${name}.mp4`, `${name}.webp`].map((file) => statSync(file).size);
    const problem = flashes ?? tooLarge(bytes);
    const sizes = bytes.map((one) => `${Math.round(one / 1024)} KiB`).join(' · ');
    return { id: text.id, size, problem, report: `${text.id} ${size.name}: ${frames} frames from ${photographs} photographs; webm · mp4 · poster ${sizes}${problem === null ? '' : `\n  REFUSED: ${problem}`}` };
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** The headline of the first page stands and its people have arrived. */
const posterSecond = (text: ClipText): number => (text.pages[0]?.seconds ?? 1) - 0.2;

async function photographAll(page: FilmPage, text: ClipText, film: string): Promise<{ readonly frames: number; readonly photographs: number }> {
  const frames = Math.round(secondsOf(text) * FRAME_RATE);
  const pipe = pipeFrames(filmArguments(film));
  let signature = '';
  let picture = Buffer.alloc(0);
  let photographs = 0;
  for (let i = 0; i < frames; i += 1) {
    const seconds = i / FRAME_RATE;
    const now = await page.signature(seconds);
    if (i === 0 || now !== signature) {
      signature = now;
      picture = Buffer.from(await page.photograph(seconds));
      photographs += 1;
    }
    await pipe.write(picture);
  }
  await pipe.end();
  return { frames, photographs };
}

function tooLarge([webm = 0, mp4 = 0, poster = 0]: readonly number[]): string | null {
  if (webm > LARGEST_CLIP_BYTES || mp4 > LARGEST_CLIP_BYTES) return 'a clip has at most 4 MiB; make less move, or raise the crf in encode.ts';
  return poster > LARGEST_POSTER_BYTES ? 'a poster has at most 120 kB; lower its quality in encode.ts' : null;
}
