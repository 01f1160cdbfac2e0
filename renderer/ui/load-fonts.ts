/** Latin and Vietnamese letters, so that both files of a family are fetched. */
const SAMPLE = 'Một Chạm';

/** Resolves when both families are ready, so that no word changes its shape on the first screen. */
export async function loadFonts(fonts: FontFaceSet): Promise<void> {
  await Promise.all([fonts.load('500 1em "Noto Sans"', SAMPLE), fonts.load('800 1em "Alegreya Sans"', SAMPLE)]);
}
