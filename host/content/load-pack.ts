import { Type } from 'typebox';
import { Answer, GuideOrCard, LifeEvent, PackHead, PackLanguage, Playlist, Reason, type ContentPack } from '#contract/content-pack.ts';
import { CATALOGUE_PATH } from '#contract/catalogue-file.ts';
import { FindingWords } from '#contract/finding-words.ts';
import { parserOf } from '#contract/parse.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Files } from '../ports.ts';
import { parseJson } from '../parse-json.ts';
import { tellError } from '../tell-error.ts';

type PackFiles = Pick<Files, 'readText' | 'list'>;
type Read<Value> = Result<Value, 'CONTENT_INVALID'>;

const parseHead = parserOf(PackHead);
const parseEvents = parserOf(Type.Array(LifeEvent));
const parseReasons = parserOf(Type.Array(Reason));
const parseAnswers = parserOf(Type.Array(Answer));
const parsePlaylist = parserOf(Playlist);
const parseGuide = parserOf(GuideOrCard);
const parseLanguage = parserOf(PackLanguage);
const parseWords = parserOf(FindingWords);

/**
 * Reads and checks a whole content pack. A guide, a file of answers, a further language or words.json that does not pass is left out and named in
 * `skipped`, so that one bad file does not take the others away; a bad head, event list, reason list
 * or playlist makes the pack CONTENT_INVALID.
 */
export async function loadPack(files: PackFiles): Promise<Read<{ readonly pack: ContentPack; readonly skipped: readonly string[] }>> {
  const head = await readFile(files, 'pack.json', parseHead);
  if (!head.ok) return head;
  const events = await readFile(files, 'events.json', parseEvents);
  if (!events.ok) return events;
  const reasons = await readFile(files, 'reasons.json', parseReasons);
  if (!reasons.ok) return reasons;
  const playlist = await readFile(files, 'playlist.json', parsePlaylist);
  if (!playlist.ok) return playlist;
  const answers = await readAll(files, 'answers', parseAnswers);
  const guides = await readAll(files, 'guides', parseGuide);
  const languages = await readAll(files, 'languages', parseLanguage);
  const words = await readWords(files);
  const pack: ContentPack = {
    head: head.value,
    events: events.value,
    reasons: reasons.value,
    playlist: playlist.value,
    guides: [...guides.read],
    answers: answers.read.flat(),
    languages: [...languages.read],
    ...words.read,
    ...(await findCatalogue(files)),
  };
  return success({ pack, skipped: [...guides.skipped, ...answers.skipped, ...languages.skipped, ...words.skipped] });
}

/** The words are the pack's to have or not. */
async function readWords(files: PackFiles): Promise<{ readonly read: Pick<ContentPack, 'words'>; readonly skipped: readonly string[] }> {
  if ((await files.readText('words.json')) === null) return { read: {}, skipped: [] };
  const words = await readFile(files, 'words.json', parseWords);
  return words.ok ? { read: { words: words.value }, skipped: [] } : { read: {}, skipped: [words.error.message] };
}

/** The page fetches the catalogue by itself, when it has nothing better to do: it is larger than all the rest. */
async function findCatalogue(files: PackFiles): Promise<Pick<ContentPack, 'catalogue'>> {
  const [folder = '', name = ''] = CATALOGUE_PATH.split('/');
  return (await files.list(folder)).includes(name) ? { catalogue: CATALOGUE_PATH } : {};
}

type AllRead<Value> = { readonly read: readonly Value[]; readonly skipped: readonly string[] };

async function readAll<Value>(files: PackFiles, folder: string, parse: (input: unknown) => Result<Value>): Promise<AllRead<Value>> {
  const read: Value[] = [];
  const skipped: string[] = [];
  for (const name of (await files.list(folder)).filter((file) => file.endsWith('.json'))) {
    const document = await readFile(files, `${folder}/${name}`, parse);
    if (document.ok) read.push(document.value);
    else skipped.push(document.error.message);
  }
  return { read, skipped };
}

async function readFile<Value>(files: PackFiles, name: string, parse: (input: unknown) => Result<Value>): Promise<Read<Value>> {
  const text = await readTextOf(files, name);
  if (!text.ok) return text;
  const json = parseJson(text.value);
  if (json === undefined) return failure('CONTENT_INVALID', `${name} is not JSON`);
  const parsed = parse(json);
  return parsed.ok ? success(parsed.value) : failure('CONTENT_INVALID', `${name}${parsed.error.message}`);
}

async function readTextOf(files: PackFiles, name: string): Promise<Read<string>> {
  try {
    const text = await files.readText(name);
    return text === null ? failure('CONTENT_INVALID', `${name} is missing`) : success(text);
  } catch (error: unknown) {
    return failure('CONTENT_INVALID', `${name} cannot be read: ${tellError(error)}`);
  }
}
