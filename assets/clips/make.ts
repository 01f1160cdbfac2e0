import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '#build/project-root.ts';
import { shownTexts } from './text/index.ts';
import { openFilmPage, type FilmPage } from './make/film-page.ts';
import { missingFfmpeg } from './make/ffmpeg.ts';
import { makeClip } from './make/make-clip.ts';
import { makeSheet } from './make/make-sheet.ts';
import { HELP, readOptions, type MakeOptions } from './make/options.ts';
import { writePlaylist } from './make/write-playlist.ts';
import { writeCaptions } from './make/write-captions.ts';

/** `npm run clips`: draws the promotional clips, encodes them, writes captions, posters and the playlist. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const missing = missingFfmpeg();
  if (missing !== null) {
    console.error(missing);
    return 1;
  }
  const page = await openFilmPage();
  try {
    return await makeAll(page, options);
  } finally {
    await page.close();
  }
}

async function makeAll(page: FilmPage, options: MakeOptions): Promise<number> {
  const folder = options.out ?? inProject('assets/pack/clips');
  mkdirSync(folder, { recursive: true });
  for (const text of shownTexts.filter(({ id }) => options.only === null || options.only === id)) {
    if (options.sheet) {
      for (const size of options.sizes) console.log(await makeSheet(page, text, size, join(folder, `${text.id}-${size.name}.png`)));
      continue;
    }
    if (options.forPack) writeCaptions(text, folder);
    for (const size of options.sizes) {
      const one = await makeClip(page, text, size, folder);
      console.log(one.report);
      if (one.problem !== null) return 1;
    }
  }
  if (options.forPack && !options.sheet && options.out === null) writePlaylist(inProject('assets/pack/playlist.json'), shownTexts);
  return 0;
}

process.exitCode = await main();
