/**
 * Vietnamese text without marks, in lower case, for search (E116).
 * `Intl.Collator` is not enough: it keeps ă/a, ơ/o and đ/d apart.
 */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/** True when the text is in the composed form that every text of the product must have (E030). */
export function isComposed(text: string): boolean {
  return text === text.normalize('NFC');
}
