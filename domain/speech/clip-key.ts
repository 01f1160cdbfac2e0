/** Languages that have recorded clips; a text in another one is said by a system voice or not at all. */
export const SPOKEN_LANGUAGES = ['vi', 'en'] as const;
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number];

/** A clip's text, such as "Quay lại", in its language. */
export type ClipText = { readonly language: SpokenLanguage; readonly text: string };

const CLOSING = /[\s.,:;!?…·]+$/u;
const OPENING = /^[\s.,:;!…·–-]+/u;

/** The text as clips are named by: NFC, one kind of space, without what is not heard at its ends. */
export function cleanSpoken(text: string): string {
  const plain = text.normalize('NFC').replaceAll(/[\u200b\u2060\u00ad]/g, '').replaceAll(/\s+/g, ' ');
  return plain.replace(OPENING, '').replace(CLOSING, '');
}

/**
 * A clip's name: 14 hexadecimal digits of (language, cleaned text). cyrb53 by bryc (public domain): a browser has no SHA-256
 * that answers at once. With 53 bits ten thousand clips meet by chance once in 10⁸ packs; the build refuses such a pair.
 */
export function clipKey({ language, text }: ClipText): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const sign of `${language}\n${cleanSpoken(text)}`) {
    const code = sign.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  const number = 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
  return number.toString(16).padStart(14, '0');
}
