import { ONSETS, spellsTogether } from '#domain/vietnamese-syllable.ts';

/**
 * Every rime with its sharp tone, set by hand as Vietnamese print sets it ("hòa" style, decision 0020): the place of
 * the tone in the tests does not come from the rule that they test.
 */
export const SHARP_RIMES: readonly string[] = (
  'á ác ách ái ám án áng ánh áo áp át áu áy ắc ắk ắm ắn ắng ắp ắt ấc ấm ấn ấng ấp ất ấu ấy ' +
  'é éc ém én éng éo ép ét ế ếch ếm ến ếnh ếp ết ếu ' +
  'í ía ích ím ín ính íp ít íu iếc iếm iến iếng iếp iết iếu ' +
  'ó óa oác oách oái oám oán oáng oánh oáo oáp oát oáy oắc oắm oắn oắng oắt óc óe oén oéo oét ói óm ón óng oóng oóc óp ót ' +
  'ố ốc ối ốm ốn ống ốp ốt ớ ới ớm ớn ớp ớt ' +
  'ú úa úc úi úk úm ún úng úp út uấn uấng uất uấy uế uếch uếnh uớ uốc uối uốm uốn uống uốt ' +
  'úy úya uých uyến uyết uýnh uýp uýt uýu ứ ứa ức ứi ứm ứn ứng ứt ứu ' +
  'ước ưới ướm ướn ướng ướp ướt ướu ý ých yếm yến yếng yết yếu ýnh ýt'
).split(' ').map((rime) => rime.normalize('NFC').replace('úya', 'uýa'));

export const TONES = [
  { key: '', mark: '' },
  { key: 's', mark: '\u0301' },
  { key: 'f', mark: '\u0300' },
  { key: 'r', mark: '\u0309' },
  { key: 'x', mark: '\u0303' },
  { key: 'j', mark: '\u0323' },
] as const;

export type SpeltSyllable = { readonly onset: string; readonly rime: string; readonly toneKey: string; readonly written: string };

/** Onset × rime × tone, all that the spelling rules let stand together. */
export function* everySyllable(): Generator<SpeltSyllable> {
  for (const sharp of SHARP_RIMES) {
    const open = sharp.normalize('NFD');
    const rime = open.replace('\u0301', '').normalize('NFC');
    const tones = TONES.filter(({ key }) => !/(ch|[cpkt])$/.test(rime) || key === 's' || key === 'j');
    for (const onset of ONSETS.filter((one) => goesWith(one, rime))) {
      for (const { key, mark } of tones) {
        yield { onset, rime, toneKey: key, written: onset + open.replace('\u0301', mark).normalize('NFC') };
      }
    }
  }
}

function goesWith(onset: string, rime: string): boolean {
  // Open "uơ" is in huơ and thuở only; ye- and its like stand alone or after qu.
  if (rime === 'uơ') return onset === 'h' || onset === 'th';
  if (/^y./.test(rime)) return onset === '' || onset === 'qu';
  // "già", "giú" are gi + a, gi + u.
  if (onset === 'g' && (rime === 'ia' || rime === 'iu')) return false;
  return spellsTogether(onset, rime);
}
