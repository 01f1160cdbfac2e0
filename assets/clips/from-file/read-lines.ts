/** What is wrong with a line of a clip's text file, counted from 1. */
export type LineProblem = { readonly line: number; readonly message: string };

/** A line `Key: value`; `key` is what the file's words stand for. */
export type KeyLine = { readonly line: number; readonly key: Key; readonly value: string };

/** Everything before the first `---` is about the clip, each part after it is a page. */
export type Parts = { readonly head: readonly KeyLine[]; readonly pages: readonly { readonly line: number; readonly lines: readonly KeyLine[] }[]; readonly problems: readonly LineProblem[] };

/** E103: a sentence that is read standing up, in words. */
const LONGEST_SENTENCE = 20;
/** Signs; twice what the longest text may have. Breaking lines takes time in the square of their length. */
const LONGEST_LINE = 1_000;

/** The words of the first sentence that is too long, or null. */
export function longSentence(text: string): number | null {
  const words = (sentence: string): number => sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return text.split(/[.!?]+(?:\s|$)/u).map(words).find((count) => count > LONGEST_SENTENCE) ?? null;
}

const KEYS = {
  id: ['mã', 'id'],
  titleVi: ['tiêu đề', 'title vi'],
  titleEn: ['title', 'title en'],
  descriptionVi: ['mô tả', 'description vi'],
  descriptionEn: ['description', 'description en'],
  guide: ['hướng dẫn', 'guide'],
  from: ['từ ngày', 'from'],
  until: ['đến ngày', 'until'],
  picture: ['hình', 'picture'],
  people: ['người', 'people'],
  things: ['vật', 'things'],
  ground: ['nền', 'ground'],
  headline: ['dòng', 'headline'],
  label: ['nhãn', 'label'],
  captionVi: ['lời', 'caption vi'],
  captionEn: ['caption', 'caption en'],
  seconds: ['giây', 'seconds'],
  tag: ['góc', 'tag'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Key = keyof typeof KEYS;

const HEAD: readonly Key[] = ['id', 'titleVi', 'titleEn', 'descriptionVi', 'descriptionEn', 'guide', 'from', 'until'];
const isKey = (name: string): name is Key => Object.hasOwn(KEYS, name);
const keyOf = (word: string): Key | null => Object.keys(KEYS).filter(isKey).find((key) => KEYS[key].some((name) => name === word)) ?? null;

/** What staff write for a key. */
export const wordOf = (key: Key): string => KEYS[key][0].replace(/^./u, (first) => first.toLocaleUpperCase('vi'));

/** Takes the file apart. Text comes in any Unicode form and is composed (E030). Lines that begin with # are notes. */
export function readLines(text: string): Parts {
  const problems: LineProblem[] = [];
  const head: KeyLine[] = [];
  const pages: { readonly line: number; readonly lines: KeyLine[] }[] = [];
  text.normalize('NFC').replace(/^\uFEFF/u, '').split(/\r?\n/u).forEach((raw, i) => {
    const line = i + 1;
    const trimmed = raw.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return;
    if (/^-{3,}$/u.test(trimmed)) return void pages.push({ line, lines: [] });
    const read = trimmed.length > LONGEST_LINE ? { line, message: `the line has ${trimmed.length} signs; at most ${LONGEST_LINE}` } : readOne(trimmed, line, pages.length > 0);
    if ('message' in read) return void problems.push(read);
    const words = longSentence(read.value);
    if (words !== null) problems.push({ line, message: `"${wordOf(read.key)}" has a sentence of ${words} words and may have ${LONGEST_SENTENCE} (E103); split it` });
    (pages.at(-1)?.lines ?? head).push(read);
  });
  return { head, pages, problems };
}

function readOne(trimmed: string, line: number, inPage: boolean): KeyLine | LineProblem {
  const colon = trimmed.indexOf(':');
  if (colon < 1) return { line, message: `"${trimmed.slice(0, 30)}" has no colon; a line is "Key: text", and --- begins a page` };
  const word = trimmed.slice(0, colon).trim().toLocaleLowerCase('vi');
  const value = trimmed.slice(colon + 1).trim();
  const key = keyOf(word);
  if (key === null) return { line, message: `"${trimmed.slice(0, colon)}" is no key; keys are ${Object.keys(KEYS).filter(isKey).map(wordOf).join(', ')}` };
  if (HEAD.includes(key) === inPage) return { line, message: inPage ? `"${wordOf(key)}" is about the whole clip; write it before the first ---` : `"${wordOf(key)}" belongs to a page; write --- before it` };
  if (value === '') return { line, message: `"${wordOf(key)}" has no text` };
  return { line, key, value };
}
