/**
 * What a short text claims that can be compared without understanding it: numbers with their units, names, links,
 * a "no". Vietnamese and English.
 */

/** Letters and digits with what joins them into one thing: 20.000, 1/7/2025, 1.004222, CT-01, dichvucong.gov.vn, 7:30. */
const JOINED = /[\p{L}\p{N}]+(?:[.,/:–-][\p{L}\p{N}]+)*/gu;
const WORD = /[\p{L}\p{N}]+/gu;
const DIGIT = /\p{N}/u;
/** Latin letters, Western digits, spaces and the signs of plain sentences: no marks of a format, no addresses, nothing unseen. */
const OWN_SIGNS = /^[A-Za-z\u00C0-\u024F\u1E00-\u1EFF0-9 .,;:!?…()"'“”‘’–\-/%+₫]*$/u;
const LIST = /(?:^|\n)\s*(?:[-–•*]|\d{1,2}[.)])\s/u;

/** What a number counts. English plurals are read without their s. */
const UNITS: ReadonlySet<string> = new Set([
  'ngày', 'tháng', 'năm', 'tuần', 'giờ', 'phút', 'tuổi', 'lần', 'đồng', 'đ', 'nghìn', 'ngàn', 'triệu', 'tỷ', 'phần',
  'bản', 'tờ', 'trang', 'bộ', 'loại', 'giấy', 'ảnh', 'bước', 'người', 'mức', 'cấp', 'số', 'km', 'm',
  'day', 'month', 'year', 'week', 'hour', 'minute', 'time', 'dong', 'vnd', 'thousand', 'million', 'percent', 'working',
  'copy', 'copie', 'page', 'set', 'paper', 'photo', 'step', 'people', 'person', 'level', 'digit',
]);
const NUMBER_WORDS: Readonly<Record<string, string>> = {
  một: '1', hai: '2', ba: '3', bốn: '4', năm: '5', lăm: '5', sáu: '6', bảy: '7', tám: '8', chín: '9', mười: '10',
  mươi: 'mươi', trăm: 'trăm', nghìn: 'nghìn', ngàn: 'ngàn', triệu: 'triệu', tỷ: 'tỷ', rưỡi: 'rưỡi', nửa: 'nửa', vài: 'vài',
  one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10',
  eleven: '11', twelve: '12', fifteen: '15', twenty: '20', thirty: '30', forty: '40', fifty: '50', sixty: '60', seventy: '70', eighty: '80', ninety: '90',
  hundred: 'hundred', thousand: 'thousand', million: 'million', half: 'half', dozen: 'dozen',
};
/** "0 đồng" and "miễn phí" say no as well. */
const NEGATIONS: ReadonlySet<string> = new Set(['không', 'chưa', 'chẳng', 'đừng', 'miễn', 'not', 'no', 'never', 'without', 'free', 'cannot', 'don', 'doesn', 'isn', 'aren', 'won', '0']);
/** Capitals that politeness writes. */
const POLITE: ReadonlySet<string> = new Set(['Ông', 'Bà', 'I']);

export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

export function foldWords(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap(wordsOf).map((word) => word.toLowerCase()));
}

/** Plain sentences in Latin letters, no list. */
export function hasOwnSigns(text: string): boolean {
  return OWN_SIGNS.test(text) && !LIST.test(text);
}

/** It names a host, an address or something else of letters with a dot or a colon inside that no passage names. */
export function hasLink(text: string, passages: readonly string[]): boolean {
  if (/www\.|:\/\//iu.test(text)) return true;
  const known = new Set(passages.flatMap(joinedOf));
  return joinedOf(text).some((piece) => /[.:]/u.test(piece) && /\p{L}/u.test(piece) && !known.has(piece));
}

function joinedOf(text: string): readonly string[] {
  return (text.replaceAll('–', '-').match(JOINED) ?? []).map((piece) => piece.toLowerCase());
}

/**
 * Every number as it is written, and every number with what it counts ("3 ngày làm việc" is not "3 ngày"). Digits
 * parted by spaces are one number, as in telephone numbers; words count as numbers before a unit.
 */
export function numbersOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => [...writtenNumbers(text), ...countedNumbers(text)]));
}

function writtenNumbers(text: string): readonly string[] {
  const pieces = text.replaceAll(/(?<=^|[^\p{L}\p{N}])(\d[\d.]*)((?: \d[\d.]*)+)(?=$|[^\p{L}\p{N}])/gu, (all) => all.replaceAll(' ', '-'));
  return joinedOf(pieces).filter((piece) => DIGIT.test(piece));
}

type Token = { readonly word: string; readonly number: string | null };

function countedNumbers(text: string): readonly string[] {
  const tokens = [...text.replaceAll('–', '-').toLowerCase().matchAll(/[\p{L}\p{N}]+(?:[.,/:-][\p{L}\p{N}]+)*|%|₫/gu)].map(([word]): Token => ({ word, number: DIGIT.test(word) ? word : (NUMBER_WORDS[word] ?? null) }));
  const found: string[] = [];
  let run: string[] = [];
  tokens.forEach(({ word, number }, at) => {
    // "năm" is five before a unit and a year after a number.
    const isUnit = run.length > 0 && (word === '%' || word === '₫' || UNITS.has(singular(word)));
    if (isUnit) found.push(`${run.join(' ')} ${singular(word)}${isWorking(tokens, at) ? ' làm việc' : ''}`);
    run = number === null ? [] : isUnit ? [number] : [...run, number];
  });
  return found;
}

function isWorking(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.word === 'làm' && tokens[at + 2]?.word === 'việc';
}

function singular(word: string): string {
  return word.length > 2 && word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Words with a capital inside a sentence, and abbreviations anywhere. */
export function namesOf(text: string): readonly string[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
    if (!/^\p{Lu}/u.test(word) || POLITE.has(word)) return [];
    const isAbbreviation = /\p{Lu}.*\p{Lu}/u.test(word);
    return isAbbreviation || !beginsSentence(text, index) ? [word] : [];
  });
}

function beginsSentence(text: string, index: number): boolean {
  const before = text.slice(0, index).replace(/[\s"'“”‘’(]+$/u, '');
  return before === '' || /[.!?:…]$/u.test(before);
}

/** A statement among the texts says no; questions do not count. */
export function negates(texts: readonly string[]): boolean {
  const statements = texts.flatMap((text) => text.split(/(?<=[.!?])\s+/u)).filter((sentence) => !sentence.endsWith('?'));
  return statements.flatMap(joinedOf).some((piece) => NEGATIONS.has(piece.split('/')[0] ?? piece) || NEGATIONS.has(piece));
}
