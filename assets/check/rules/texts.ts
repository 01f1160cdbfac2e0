import { LANGUAGES } from '#contract/content-pack.ts';
import { isComposed } from '#domain/text-folding.ts';
import { LIMITS, LONGEST_SENTENCE_WORDS } from '../limits.ts';
import { textsOf, type PackText } from '../pack-texts.ts';
import type { Problem } from '../problem.ts';
import type { ReadPack } from '../read-pack.ts';

const MONEY = /\d\s*(?:đồng|vnd|₫|đ(?!\p{L}))/iu;
const HOST = /(?<![\w.@-])(?:[a-z0-9-]+\.)+vn(?![\w-])/giu;
const SIGNS = new Intl.Segmenter('vi');
const CLERK = /cán bộ|nhân viên|công chức|thái độ|clerk|officer|staff|attitude/iu;

/** Lengths, sentences, and what a text may not carry because it has no provenance of its own. */
export function checkTexts(pack: ReadPack): readonly Problem[] {
  return textsOf(pack).flatMap((text) =>
    LANGUAGES.flatMap((language) =>
      messagesFor(pack, text, text.text[language], LIMITS[text.kind][language]).map((message) => ({
        file: text.file,
        path: `${text.path}.${language}`,
        message,
      })),
    ),
  );
}

function messagesFor(pack: ReadPack, place: PackText, text: string, limit: number): readonly string[] {
  return [
    ...lengthMessages(text, limit),
    ...sentenceMessages(text),
    ...(place.kind === 'reason' && CLERK.test(text)
      ? ['judges a person; name the service instead ("Hướng dẫn chưa rõ"), promise 7']
      : []),
    ...(place.kind !== 'headline' && place.kind !== 'detail' && MONEY.test(text)
      ? ['names an amount of money, which has no age here; move it to a fact under "fee"']
      : []),
    ...(namesHelpLine(pack, text) ? ['types the help line, which has an age; leave it to the kiosk'] : []),
    ...foreignHosts(pack, text).map((host) => `names ${host}, which is not on the list of hosts in pack.json`),
  ];
}

function lengthMessages(text: string, limit: number): readonly string[] {
  const signs = [...SIGNS.segment(text)].length;
  return signs > limit ? [`has ${signs} signs and may have ${limit}; shorten it by ${signs - limit}`] : [];
}

function sentenceMessages(text: string): readonly string[] {
  return text
    .split(/[.!?]+(?:\s|$)/u)
    .map((sentence) => sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length)
    .filter((words) => words > LONGEST_SENTENCE_WORDS)
    .map((words) => `has a sentence of ${words} words and may have ${LONGEST_SENTENCE_WORDS} (E103); split it`);
}

function namesHelpLine(pack: ReadPack, text: string): boolean {
  if (pack.head === null) return false;
  return text.replace(/[\s.-]/g, '').includes(pack.head.helpLine.number.replaceAll(' ', ''));
}

function foreignHosts(pack: ReadPack, text: string): readonly string[] {
  if (pack.head === null) return [];
  const { hosts } = pack.head;
  return [...text.matchAll(HOST)].map(([host]) => host.toLowerCase()).filter((host) => !hosts.includes(host));
}

/** E030 over every string of a document, whatever its place: a decomposed text is drawn and found wrongly. */
export function checkStrings(file: string, document: unknown): readonly Problem[] {
  return stringsIn(document, []).flatMap(({ path, text }) => [
    ...(isComposed(text) ? [] : [{ file, path, message: 'is not in composed form (NFC, E030); save it as NFC' }]),
    ...(text === text.trim() ? [] : [{ file, path, message: 'begins or ends with a space; remove it' }]),
  ]);
}

type StringPlace = { readonly path: string; readonly text: string };

function stringsIn(value: unknown, path: readonly string[]): readonly StringPlace[] {
  if (typeof value === 'string') return [{ path: path.join('.'), text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => stringsIn(part, [...path, key]));
}
