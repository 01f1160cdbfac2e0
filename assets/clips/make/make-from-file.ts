import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inProject } from '#build/project-root.ts';
import { readClipFile } from '../from-file/read-clip-file.ts';
import { secondsOf, type ClipText } from '../text/clip-text.ts';
import type { FilmPage } from './film-page.ts';
import { makeClip } from './make-clip.ts';
import type { MakeOptions } from './options.ts';
import { writeCaptions } from './write-captions.ts';
import { addToPlaylist, clipItem, readPlaylist } from './write-playlist.ts';

/** Where a clip from a text file goes: into a pack, or into a folder from which it is uploaded. */
export type FileJob = { readonly text: ClipText; readonly folder: string; readonly playlist: string | null; readonly notes: readonly string[] };

/** Reads the text file before anything slow is done. @returns the job, or everything that is wrong, each with its line. */
export function openTextFile(file: string, { out, pack }: Pick<MakeOptions, 'out' | 'pack'>): FileJob | string {
  if (!existsSync(file)) return `There is no file ${file}.`;
  const root = pack ?? inProject('assets/pack');
  const playlist = join(root, 'playlist.json');
  if (pack !== null && !existsSync(playlist)) return `${pack} is no content pack: it has no playlist.json.`;
  const read = readClipFile(readFileSync(file, 'utf8'), guidesOf(root));
  if (read.kind === 'problems') return read.problems.map(({ line, message }) => `${basename(file)}, line ${line}: ${message}`).join('\n');
  const { text, notes } = read;
  if (pack !== null && readPlaylist(playlist).some((item) => item.id === text.id && item.kind !== 'clip')) return `${text.id} is a still or slide of this pack already; give the clip another id.`;
  return { text, notes, folder: pack === null ? (out ?? join(dirname(file), text.id)) : join(pack, 'clips'), playlist: pack === null ? null : playlist };
}

function guidesOf(pack: string): ReadonlySet<string> {
  const folder = join(pack, 'guides');
  return new Set(existsSync(folder) ? readdirSync(folder).map((name) => name.replace(/\.json$/u, '')) : []);
}

/** Both shapes, captions, and the playlist's entry. @returns the exit code */
export async function makeFromFile(page: FilmPage, { text, folder, playlist, notes }: FileJob, { sizes, forPack }: MakeOptions): Promise<number> {
  mkdirSync(folder, { recursive: true });
  console.log(`${text.id}: ${text.pages.length} pages, ${secondsOf(text)} s`);
  for (const note of notes) console.log(`  ${note}`);
  writeCaptions(text, folder);
  for (const size of sizes) {
    const made = await makeClip(page, text, size, folder);
    console.log(made.report);
    if (made.problem !== null) return 1;
  }
  if (!forPack) return 0;
  if (playlist !== null) addToPlaylist(playlist, clipItem(text));
  else writeFileSync(join(folder, 'playlist-entry.json'), `${JSON.stringify(clipItem(text), null, 2)}\n`);
  console.log(playlist === null ? `Upload the files of ${folder} in the centre (Library, Clips), or add playlist-entry.json to a pack’s playlist and the files to its clips/.` : `Added to ${playlist}.`);
  return 0;
}
