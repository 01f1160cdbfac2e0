import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { PackLanguage } from '#contract/content-pack.ts';
import own from '#renderer/i18n/vi.json' with { type: 'json' };
import { loadPack } from '../check/load-pack.ts';
import { textsOf } from '../check/pack-texts.ts';
import { readPack, type ReadPack } from '../check/read-pack.ts';
import { flattenWords } from './flatten-words.ts';
import { judgeLanguage } from './judge-language.ts';
import { lettersBeyond, parseCoveredLetters } from './letters.ts';
import { makeFonts } from './make-fonts.ts';

const USAGE = `Usage: npm run languages -- <command> TAG [--pack DIR]

  report TAG
      What languages/<tag>.json of the pack still lacks, and where it says something else than the Vietnamese.
  letters TAG
      The letters that the kiosk's own fonts lack, on one line.
  fonts TAG --from WEIGHT=FILE [--from WEIGHT=FILE]
      Makes languages/<tag>-<weight>.woff2 with exactly those letters from whole font files (TTF, OTF, WOFF2).

  --pack DIR   the pack's folder; the program's own pack unless told
`;
const REFUSED = 1;
const WRONG = 2;
const OWN_PACK = fileURLToPath(new URL('../pack', import.meta.url));
const OWN_FONTS = new URL('../../renderer/ui/fonts.css', import.meta.url);

type Call = { readonly words: readonly string[]; readonly pack: string; readonly from: readonly string[] };

function wrong(message: string): number {
  process.stderr.write(`${message}\n\n${USAGE}`);
  return WRONG;
}

function say(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

function report(pack: ReadPack, language: PackLanguage): number {
  const texts = textsOf(pack);
  const { missingWords, missingTexts, mistakes } = judgeLanguage(language, flattenWords(own), texts);
  const distinct = new Set(texts.map(({ text }) => text.vi)).size;
  say(missingWords.map((key) => `words.${key}: not translated`));
  say(missingTexts.map(({ file, vi }) => `${file}: not translated: ${vi}`));
  say(mistakes);
  say([`${language.tag}: ${distinct - missingTexts.length} of ${distinct} texts translated; ${missingWords.length} words missing; ${mistakes.length} mistakes`]);
  return mistakes.length > 0 ? REFUSED : 0;
}

async function fonts(language: PackLanguage, letters: string, { pack, from }: Call): Promise<number> {
  const files = new Map<number, string>();
  for (const one of from) {
    const [, weight, file] = /^([1-9]00)=(.+)$/.exec(one) ?? [];
    if (weight === undefined || file === undefined) return wrong(`--from ${one}: write it as 500=FILE.`);
    files.set(Number(weight), file);
  }
  if (files.size === 0) return wrong('fonts needs at least one --from WEIGHT=FILE.');
  const made = await makeFonts(pack, language.tag, letters, files);
  say(made.map(({ path, bytes }) => `${path}: ${[...letters].length} letters, ${bytes} bytes`));
  return 0;
}

async function run(args: readonly string[]): Promise<number> {
  const call = parseCall(args);
  if (typeof call === 'string') return wrong(call);
  const [command, tag] = call.words;
  const { pack } = readPack((await loadPack(call.pack)).source);
  const language = pack.languages.find((one) => one.language.tag === tag)?.language;
  if (language === undefined) return wrong(`The pack has no sound language file for “${tag ?? ''}”.`);
  const letters = lettersBeyond(language, parseCoveredLetters(await readFile(OWN_FONTS, 'utf8')));
  switch (command) {
    case 'report':
      return report(pack, language);
    case 'letters':
      say([letters]);
      return 0;
    case 'fonts':
      return fonts(language, letters, call);
    default:
      return wrong(`There is no command “${command ?? ''}”.`);
  }
}

function parseCall(args: readonly string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { pack: { type: 'string' }, from: { type: 'string', multiple: true } }, allowPositionals: true });
    return { words: positionals, pack: values.pack ?? OWN_PACK, from: values.from ?? [] };
  } catch (cause) {
    if (cause instanceof TypeError && 'code' in cause) return cause.message;
    throw cause;
  }
}

process.exitCode = await run(process.argv.slice(2));
