import type { PackLanguage } from '#contract/content-pack.ts';

/** Latin and Vietnamese letters, so that both files of a family are fetched. */
const SAMPLE = 'Một Chạm';
/** The family behind the kiosk's own in every list of fonts; letters that those lack come from it. */
const FURTHER_FAMILY = 'Further Letters';
/** A file called `languages/zh-800.woff2` holds one weight; any other is drawn for all of them. */
const WEIGHT = /-([1-9]00)\.woff2$/;

/** Resolves when both families are ready, so that no word changes its shape on the first screen. */
export async function loadFonts(fonts: FontFaceSet): Promise<void> {
  await Promise.all([fonts.load('500 1em "Noto Sans"', SAMPLE), fonts.load('800 1em "Alegreya Sans"', SAMPLE)]);
}

/**
 * Adds the letters of further languages; a file is fetched when a letter of it is first drawn.
 * Returns what takes them away again, for the next pack.
 */
export function addFurtherFonts(fonts: FontFaceSet, mediaBase: string, languages: readonly PackLanguage[]): () => void {
  const faces = languages
    .flatMap((language) => language.fonts ?? [])
    .map((path) => new FontFace(FURTHER_FAMILY, `url("${mediaBase}${path}") format("woff2")`, { weight: WEIGHT.exec(path)?.[1] ?? '100 900', display: 'swap' }));
  for (const face of faces) fonts.add(face);
  return () => {
    for (const face of faces) fonts.delete(face);
  };
}
