import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secondsOf, type ClipText } from '../text/clip-text.ts';
import { runFfmpeg } from './ffmpeg.ts';
import type { FilmPage } from './film-page.ts';
import type { ClipSize } from './options.ts';

const SCALE = 0.4;

/** One picture with a frame of every second, for looking at a clip as a whole. */
export async function makeSheet(page: FilmPage, text: ClipText, size: ClipSize, file: string): Promise<string> {
  await page.load(text, size, SCALE);
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-sheet-'));
  try {
    const count = Math.floor(secondsOf(text)) + 1;
    for (let i = 0; i < count; i += 1) {
      writeFileSync(join(folder, `${String(i).padStart(3, '0')}.png`), await page.photograph(Math.min(i + 0.4, secondsOf(text) - 0.04)));
    }
    const columns = size.width > size.height * 1.3 ? 3 : 5;
    await runFfmpeg(['-framerate', '1', '-i', join(folder, '%03d.png'), '-vf', `tile=${columns}x${Math.ceil(count / columns)}:padding=6`, '-frames:v', '1', file]);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return `${text.id} ${size.name}: ${file}`;
}
