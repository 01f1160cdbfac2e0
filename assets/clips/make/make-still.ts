import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlaylistItem } from '#contract/content-pack.ts';
import { stillAsClip, type StillText } from '../text/stills.ts';
import { runFfmpeg } from './ffmpeg.ts';
import type { FilmPage } from './film-page.ts';
import type { ClipSize } from './options.ts';

const LARGEST_STILL_BYTES = 300_000;

/** The playlist's entry of a still: its pictures lie in `clips/`. */
export const stillItem = ({ id, title, description, seconds, schedule }: StillText): PlaylistItem => ({ kind: 'still', id, title, description, seconds, tall: `clips/${id}-tall.webp`, wide: `clips/${id}-wide.webp`, ...(schedule === undefined ? {} : { schedule }) });

/** `<id>-<size>.webp` in `folder`, once everything on the page stands. @throws when the picture is too heavy for the loop. */
export async function makeStill(page: FilmPage, text: StillText, size: ClipSize, folder: string): Promise<string> {
  const work = mkdtempSync(join(tmpdir(), 'mot-cham-still-'));
  const file = join(folder, `${text.id}-${size.name}.webp`);
  try {
    await page.load(stillAsClip(text), size, 1);
    const photograph = join(work, 'still.png');
    writeFileSync(photograph, await page.photograph(text.page.seconds));
    await runFfmpeg(['-i', photograph, '-frames:v', '1', '-c:v', 'libwebp', '-quality', '86', '-compression_level', '6', '-preset', 'drawing', '-map_metadata', '-1', file]);
  } finally {
    rmSync(work, { recursive: true });
  }
  const bytes = statSync(file).size;
  if (bytes > LARGEST_STILL_BYTES) throw new Error(`${file} has ${bytes} bytes; a still has at most ${LARGEST_STILL_BYTES}`);
  return `${text.id} ${size.name}: ${Math.round(bytes / 1024)} KiB`;
}
