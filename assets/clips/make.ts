import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '#build/project-root.ts';
import { shownTexts } from './text/index.ts';
import { stillTexts } from './text/stills.ts';
import { openFilmPage, type FilmPage } from './make/film-page.ts';
import { missingFfmpeg } from './make/ffmpeg.ts';
import { makeClip } from './make/make-clip.ts';
import { makeFromFile, openTextFile, type FileJob } from './make/make-from-file.ts';
import { makeSheet } from './make/make-sheet.ts';
import { makeStill, stillItem } from './make/make-still.ts';
import { HELP, readOptions, type MakeOptions } from './make/options.ts';
import { addToPlaylist, writePlaylist } from './make/write-playlist.ts';
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
  const job = options.text === null ? null : openTextFile(options.text, options);
  if (typeof job === 'string') {
    console.error(job);
    return 2;
  }
  const missing = missingFfmpeg();
  if (missing !== null) {
    console.error(missing);
    return 1;
  }
  const page = await openFilmPage();
  try {
    return await makeWanted(page, options, job);
  } finally {
    await page.close();
  }
}

async function makeWanted(page: FilmPage, options: MakeOptions, job: FileJob | null): Promise<number> {
  if (job === null) return makeShown(page, options);
  if (!options.sheet) return makeFromFile(page, job, options);
  mkdirSync(job.folder, { recursive: true });
  for (const size of options.sizes) console.log(await makeSheet(page, job.text, size, join(job.folder, `${job.text.id}-${size.name}.png`)));
  return 0;
}

/** The clips and stills that come with the product. */
async function makeShown(page: FilmPage, options: MakeOptions): Promise<number> {
  const folder = options.out ?? inProject('assets/pack/clips');
  mkdirSync(folder, { recursive: true });
  for (const text of options.stills ? [] : shownTexts.filter(({ id }) => options.only === null || options.only === id)) {
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
  const intoPack = options.forPack && !options.sheet && options.out === null;
  const playlist = inProject('assets/pack/playlist.json');
  if (intoPack && !options.stills) writePlaylist(playlist, shownTexts);
  if (options.only !== null || options.sheet) return 0;
  for (const still of stillTexts) {
    for (const size of options.sizes) console.log(await makeStill(page, still, size, folder));
    if (intoPack) addToPlaylist(playlist, stillItem(still));
  }
  return 0;
}

process.exitCode = await main();
