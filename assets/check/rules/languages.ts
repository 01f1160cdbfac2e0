import { LANGUAGES, type PackLanguage } from '#contract/content-pack.ts';
import { LARGEST_CLIP_BYTES, LIMITS } from '../limits.ts';
import type { PackSource } from '../pack-source.ts';
import { textsOf } from '../pack-texts.ts';
import type { Problem } from '../problem.ts';
import type { ReadPack } from '../read-pack.ts';

/** How much of the pack a further language translates; `outdated` translations are of texts that are gone, and never shown. */
export type LanguageCover = { readonly tag: string; readonly translated: number; readonly texts: number; readonly outdated: number };

const SIGNS = new Intl.Segmenter('vi');

/**
 * Translations that can be shown: short enough for their place, with their fonts. A missing or outdated one is no
 * mistake: whoever corrects a Vietnamese text at a desk must not need a translator first.
 */
export function checkLanguages(pack: ReadPack, files: PackSource['files']): readonly Problem[] {
  const limits = longestSigns(pack);
  return pack.languages.flatMap(({ file, language }) =>
    [
      ...(file === `languages/${language.tag.toLowerCase()}.json` ? [] : [{ path: 'tag', message: `belongs into a file called languages/${language.tag.toLowerCase()}.json` }]),
      ...(LANGUAGES.some((built) => built === language.tag) ? [{ path: 'tag', message: 'is a language every text has already; write it there' }] : []),
      ...fontProblems(language, files),
      ...Object.entries(language.texts).flatMap(([vi, translated]) => textProblems(limits, vi, translated)),
    ].map((problem) => ({ file, ...problem })),
  );
}

/** For each further language: how many of the pack's texts it translates. */
export function coverOf(pack: ReadPack): readonly LanguageCover[] {
  const texts = [...new Set(textsOf(pack).map(({ text }) => text.vi))];
  return pack.languages.map(({ language }) => ({
    tag: language.tag,
    translated: texts.filter((vi) => language.texts[vi] !== undefined).length,
    texts: texts.length,
    outdated: Object.keys(language.texts).filter((vi) => !texts.includes(vi)).length,
  }));
}

/** A text may stand in several places; the narrowest decides. */
function longestSigns(pack: ReadPack): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const { kind, text } of textsOf(pack)) {
    const limit = Math.max(LIMITS[kind].vi, LIMITS[kind].en);
    longest.set(text.vi, Math.min(limit, longest.get(text.vi) ?? Infinity));
  }
  return longest;
}

type Found = Omit<Problem, 'file'>;

function textProblems(limits: ReadonlyMap<string, number>, vi: string, translated: string): readonly Found[] {
  const path = `texts."${vi}"`;
  const limit = limits.get(vi);
  if (limit === undefined) return [];
  const signs = [...SIGNS.segment(translated)].length;
  return signs > limit ? [{ path, message: `has ${signs} signs and may have ${limit}; shorten it by ${signs - limit}` }] : [];
}

function fontProblems(language: PackLanguage, files: PackSource['files']): readonly Found[] {
  return (language.fonts ?? []).flatMap((font, i) => {
    const bytes = files.get(font)?.bytes;
    if (!font.endsWith('.woff2')) return [{ path: `fonts.${i}`, message: `${font} is no WOFF2 file` }];
    if (bytes === undefined || bytes === 0) return [{ path: `fonts.${i}`, message: `${font} is missing or empty` }];
    return bytes > LARGEST_CLIP_BYTES ? [{ path: `fonts.${i}`, message: `${font} has more than ${LARGEST_CLIP_BYTES} bytes` }] : [];
  });
}
