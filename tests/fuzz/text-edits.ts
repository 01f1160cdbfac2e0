/**
 * One change of an input, as three numbers from 0 to 2^32 − 1: which change, where, and with what. Both engines make
 * the same edits; the one draws them at random, of the other's fast-check takes away what is not needed.
 */
export type Edit = { readonly how: number; readonly at: number; readonly what: number };

/** What edits may put in beside what is there. */
export type Pantry = { readonly words: readonly string[]; readonly donor: unknown; readonly largest: number };

/** Signs that text code stumbles over: half characters, marks on their own, what writes from right to left, what has no width. */
export const ODD_SIGNS = ['', '\0', '\n', '\r\n', '\t', ' ', '\u00A0', '\uFEFF', '\u200B', '\u200D', '\u202E', '\u0301', '\u0323', '\u031B', '\uD800', '\uDC00', '😀', 'ế', 'e\u0302\u0301', 'Đ', 'đ', 'İ', 'ß', 'ﬁ', '\u2028', '"', "'", '\\', '\\u0000', '{', '}', '[', ']', ':', ',', '-', '--', '---', '-->', '#', '/', '..', '%00', '%', '&', '=', '+', ';', '<', '$', '^', '(', '*', '0', '00', '-1', '1e999', '9007199254740993', '99999999999999999999', '2026-02-30', '0000-00-00', '9999-12-31', '__proto__', 'constructor', 'null'];

export function editText(text: string, { how, at, what }: Edit, { words, donor, largest }: Pantry): string {
  const place = text.length === 0 ? 0 : at % (text.length + 1);
  const span = 1 + (what % (what % 5 === 0 ? 200 : 8));
  const piece = text.slice(place, place + span);
  const edited = ((): string => {
    switch (how % 9) {
      case 0:
        return text.slice(0, place) + (ODD_SIGNS[what % ODD_SIGNS.length] ?? '') + text.slice(place);
      case 1:
        return text.slice(0, place) + text.slice(place + span);
      case 2:
        return text.slice(0, place) + String.fromCharCode(how % 2 === 0 ? 32 + (what % 95) : what % (what % 3 === 0 ? 0x10000 : 0x180)) + text.slice(place + 1);
      case 3:
        return text.slice(0, place) + (words.length === 0 ? '' : (words[what % words.length] ?? '')) + text.slice(place);
      case 4:
        return text.slice(0, place) + piece.repeat(1 + ((what >>> 8) % 12)) + text.slice(place + span);
      case 5:
        return typeof donor === 'string' && donor !== '' ? text.slice(0, place) + donor.slice(what % donor.length) : text;
      case 6:
        return text.slice(0, place);
      case 7:
        // As long as may be: what takes time in the square of its length shows here.
        return what % 16 === 0 && piece !== '' ? text.slice(0, place) + piece.repeat(Math.max(1, Math.ceil((largest - text.length) / piece.length))) + text.slice(place) : text + piece;
      default:
        return text.slice(0, place) + (what % 2 === 0 ? piece.toUpperCase() : piece.normalize(what % 4 === 1 ? 'NFD' : 'NFKC')) + text.slice(place + span);
    }
  })();
  return edited.length > largest ? edited.slice(0, largest) : edited;
}
