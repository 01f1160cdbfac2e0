import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import en from '#renderer/i18n/en.json' with { type: 'json' };
import vi from '#renderer/i18n/vi.json' with { type: 'json' };
import { cleanSpoken, SPOKEN_LANGUAGES, type ClipText, type SpokenLanguage } from '#domain/speech/clip-key.ts';
import { partNames } from '#domain/speech/names.ts';
import { numberWords } from '#domain/speech/numbers.ts';
import { fixedParts, splitPhrases } from '#domain/speech/phrases.ts';

/** Staff's screens and the texts of error codes are not spoken; a citizen never meets them. */
const STAFF_SECTIONS = new Set(['staff', 'setup', 'errors']);
/** What of the staff's section stands on the page where a PIN is typed, which the way from "Cần giúp" leads to. */
const PIN_TEXTS = new Set(['pinTitle', 'pinHint', 'typed', 'enter', 'deleteDigit', 'clearDigits', 'checking', 'wait']);

/** Words that service points are called by, and the provinces: said syllable by syllable. */
const PLACES =
  'điểm trung tâm phục vụ hành chính công bộ phận một cửa tiếp nhận và trả kết quả ủy ban nhân dân phường xã thị trấn đặc khu thành phố tỉnh bưu điện văn hóa cục khu vực chi nhánh số tổ ấp thôn đường phố thử nghiệm ' +
  'an giang bắc ninh cà mau cao bằng cần thơ đà nẵng đắk lắk điện biên đồng nai đồng tháp gia lai hà nội hà tĩnh hải phòng huế hưng yên khánh hòa lai châu lạng sơn lào cai lâm đồng nghệ an ninh bình ' +
  'phú thọ quảng ngãi quảng ninh quảng trị sơn la tây ninh thái nguyên thanh hóa hồ chí minh tuyên quang vĩnh long đông tây nam bắc trung tân phú long bình mỹ hòa thịnh phước lộc hưng thạnh thượng hạ';

/** Every phrase that is rendered, each once, in a fixed order. */
export function collectTexts(packFolder: string): readonly ClipText[] {
  const found = new Map<string, ClipText>();
  const add = (language: SpokenLanguage, phrases: readonly string[]): void => {
    for (const phrase of phrases) {
      const text = cleanSpoken(phrase);
      if (/[\p{L}\d]/u.test(text)) found.set(`${language}\n${text}`, { language, text });
    }
  };
  const words = { vi, en };
  for (const language of SPOKEN_LANGUAGES) {
    add(language, leavesOf(words[language]).flatMap(fixedParts));
    add(language, [...numberWords(language), ...partNames(language)]);
  }
  for (const document of documentsOf(packFolder)) {
    for (const { language, text } of textsIn(document)) add(language, splitPhrases(text));
  }
  // Syllables alone say what has no clip: an office's name, a procedure of the catalogue, a notice.
  add('vi', syllablesOf(PLACES));
  add('vi', [...found.values()].filter(({ language }) => language === 'vi').flatMap(({ text }) => syllablesOf(text)));
  return [...found.values()].toSorted((a, b) => (a.language === b.language ? compare(a.text, b.text) : compare(a.language, b.language)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function leavesOf(tree: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(tree).flatMap(([section, branch]) => {
    if (section === 'staff') return leaves(pick(branch, PIN_TEXTS));
    return STAFF_SECTIONS.has(section) ? [] : leaves(branch);
  });
}

function pick(branch: unknown, names: ReadonlySet<string>): unknown {
  return typeof branch === 'object' && branch !== null ? Object.fromEntries(Object.entries(branch).filter(([name]) => names.has(name))) : branch;
}

/** Texts broken over two lines on a narrow button are said as one. */
function leaves(branch: unknown): readonly string[] {
  if (typeof branch === 'string') return [branch.replaceAll('\n', ' ')];
  return typeof branch === 'object' && branch !== null ? Object.values(branch).flatMap(leaves) : [];
}

function documentsOf(folder: string): readonly unknown[] {
  const lists = ['guides', 'answers'].flatMap((name) => jsonIn(folder, name));
  return ['pack.json', 'events.json', 'reasons.json', 'playlist.json', ...lists].map((name): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

function jsonIn(folder: string, name: string): readonly string[] {
  try {
    return readdirSync(join(folder, name)).filter((file) => file.endsWith('.json')).toSorted().map((file) => `${name}/${file}`);
  } catch (error: unknown) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Texts in both languages, and the Vietnamese ones that every screen shows as they are: laws, sources, official names. */
const VIETNAMESE_ONLY = new Set(['law', 'source', 'officialName']);

function textsIn(node: unknown, isVietnamese = false): readonly ClipText[] {
  if (typeof node === 'string') return isVietnamese ? [{ language: 'vi', text: node }] : [];
  if (Array.isArray(node)) return node.flatMap((one) => textsIn(one, isVietnamese));
  if (typeof node !== 'object' || node === null) return [];
  if ('vi' in node && 'en' in node && typeof node.vi === 'string' && typeof node.en === 'string') {
    // Captions name files.
    return node.vi.endsWith('.vtt') ? [] : [{ language: 'vi', text: node.vi }, { language: 'en', text: node.en }];
  }
  return Object.entries(node).flatMap(([name, value]) => {
    if (name === 'law' && typeof value === 'object' && value !== null && 'list' in value) return [...textsIn(value.list, true), ...textsIn({ ...value, list: [] })];
    return textsIn(value, VIETNAMESE_ONLY.has(name) && typeof value === 'string');
  });
}

function syllablesOf(text: string): readonly string[] {
  return text.toLocaleLowerCase('vi').match(/[\p{L}\p{M}]+/gu) ?? [];
}
