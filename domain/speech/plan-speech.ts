import { cleanSpoken, type ClipText, type SpokenLanguage } from './clip-key.ts';
import { letterName, monthName, signName } from './names.ts';
import { sayFraction, sayNumber, sayWritten } from './numbers.ts';
import { splitPhrases } from './phrases.ts';

/** Whether there is a clip of this text. */
export type HasClip = (clip: ClipText) => boolean;

/** A phrase and the clips that say it, in order. `missing`: the words no clip was found for; they are spelt or left out. */
export type PlannedPhrase = { readonly text: string; readonly language: SpokenLanguage; readonly clips: readonly ClipText[]; readonly missing: readonly string[] };

/** Which clips say a text: whole phrases where they are recorded, else the longest recorded parts, numbers, dates and letters. */
export function planSpeech(text: string, language: SpokenLanguage, has: HasClip): readonly PlannedPhrase[] {
  return splitPhrases(text).map((phrase) => planPhrase(phrase, language, has));
}

/** Longest first: a date is no fraction, an address is no sentence. */
const TOKEN = /\d{1,2}\/\d{1,2}\/\d{4}|\d+\/\d+(?![\d/])|\d+(?:[.,]\d+)*(?![\p{L}])|(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{2,}|[\p{L}\p{M}]+(?:['’][\p{L}]+)?|\d+|[^\s]/gu;

type Token = { readonly from: number; readonly to: number; readonly text: string };
type Said = { readonly clips: readonly ClipText[]; readonly missing: readonly string[] };

function planPhrase(phrase: string, language: SpokenLanguage, has: HasClip): PlannedPhrase {
  // An English line ("Touch to start") is said as a whole only: a code's letters stay in the screen's language.
  const whole = findClip(phrase, language, has) ?? findClip(phrase, 'en', has);
  if (whole !== null) return { text: phrase, language, clips: [whole], missing: [] };
  const tokens = [...phrase.matchAll(TOKEN)].map((match) => ({ from: match.index, to: match.index + match[0].length, text: match[0] }));
  const clips: ClipText[] = [];
  const missing: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const run = longestRun(phrase, tokens, at, language, has);
    if (run !== null) {
      clips.push(run.clip);
      at = run.next;
      continue;
    }
    const said = sayToken(tokens[at]?.text ?? '', isInAddress(phrase, tokens[at]), language, has);
    clips.push(...said.clips);
    missing.push(...said.missing);
    at += 1;
  }
  return { text: phrase, language, clips, missing };
}

/** A text that is not recorded in the screen's language may be a Vietnamese one (laws, official names, sources). */
function findClip(text: string, language: SpokenLanguage, has: HasClip): ClipText | null {
  const clean = cleanSpoken(text);
  if (clean === '') return null;
  for (const one of new Set<SpokenLanguage>([language, 'vi'])) {
    if (has({ language: one, text: clean })) return { language: one, text: clean };
  }
  return null;
}

/** More words than this are a sentence of its own. */
const LONGEST_RUN = 24;

function longestRun(phrase: string, tokens: readonly Token[], at: number, language: SpokenLanguage, has: HasClip): { readonly clip: ClipText; readonly next: number } | null {
  const from = tokens[at]?.from ?? 0;
  // A sign says its own name or nothing; a clip's name would leave it out.
  if (!/[\p{L}\d]/u.test(tokens[at]?.text ?? '')) return null;
  // A number alone is said by the rules for numbers, which know its grouping.
  const shortest = /^\d/.test(tokens[at]?.text ?? '') ? at + 2 : at + 1;
  for (let next = Math.min(tokens.length, at + LONGEST_RUN); next >= shortest; next -= 1) {
    const last = tokens[next - 1];
    if (last === undefined || !/[\p{L}\d]/u.test(last.text)) continue;
    const clip = findClip(phrase.slice(from, last.to), language, has);
    if (clip !== null) return { clip, next };
  }
  return null;
}

/** Part of an address such as dichvucong.gov.vn: its full stops are said. */
function isInAddress(phrase: string, token: Token | undefined): boolean {
  if (token === undefined) return false;
  return /[\p{L}\d]/u.test(phrase[token.from - 1] ?? ' ') && /[\p{L}\d]/u.test(phrase[token.to] ?? ' ');
}

function sayToken(token: string, isInside: boolean, language: SpokenLanguage, has: HasClip): Said {
  const parts = (texts: readonly string[]): Said => ({ clips: texts.map((text) => ({ language, text })), missing: [] });
  const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(token);
  if (date !== null) return parts([...sayNumber(Number(date[1]), language), monthName(Number(date[2]), language), ...(language === 'vi' ? ['năm'] : []), ...sayNumber(Number(date[3]), language)]);
  const fraction = /^(\d{1,3})\/(\d{1,3})$/.exec(token);
  if (fraction !== null) return parts(sayFraction(Number(fraction[1]), Number(fraction[2]), language));
  if (/^\d+(?:[.,]\d+)*$/.test(token)) return parts(sayWritten(token, language));
  if (!/[\p{L}\d]/u.test(token)) {
    const name = isInside || '%₫@'.includes(token) ? signName(token, language) : null;
    return parts(name === null ? [] : [name]);
  }
  return sayWord(token, language, has);
}

/** A word of its own if it is recorded, small letters too; else its letters. Only a word that is no code counts as missing. */
function sayWord(word: string, language: SpokenLanguage, has: HasClip): Said {
  const small = findClip(word.toLocaleLowerCase('vi'), language, has);
  const isCode = word.length === 1 || (/^[A-Z0-9]+$/.test(word) && word.length <= 8);
  if (small !== null && !isCode) return { clips: [small], missing: [] };
  const clips = [...word.normalize('NFC')].flatMap((sign): readonly ClipText[] => {
    const name = /\d/.test(sign) ? sign : letterName(isCode ? sign : bare(sign), language);
    return name === null ? [] : [{ language, text: name }];
  });
  return { clips, missing: isCode ? [] : [word] };
}

function bare(letter: string): string {
  return letterName(letter, 'vi') === null ? letter.normalize('NFD').replaceAll(/\p{M}/gu, '') : letter;
}
