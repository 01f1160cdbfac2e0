import type { WordKey } from '../i18n/words.ts';
import { valueAt } from './json-path.ts';

/** One text in both languages; `path` without the language. */
export type GuideText = { readonly path: string; readonly word: WordKey; readonly optional: boolean; readonly long: boolean };

/** A group of the form. `provenance`: path of where its facts come from; null where the part carries none. */
export type GuidePart = { readonly path: string; readonly word: WordKey; readonly number: number | null; readonly texts: readonly GuideText[]; readonly provenance: string | null };

const text = (path: string, word: WordKey, optional = false, long = false): GuideText => ({ path, word, optional, long });

/** What changes most in a guide, in the order in which a citizen reads it. Questions and conditions are edited as JSON. */
export function guideParts(guide: unknown): readonly GuidePart[] {
  const has = (path: string): boolean => valueAt(guide, path) !== undefined;
  const count = (path: string): number => {
    const list = valueAt(guide, path);
    return Array.isArray(list) ? list.length : 0;
  };
  const each = (path: string, make: (at: string, number: number) => GuidePart): readonly GuidePart[] => Array.from({ length: count(path) }, (_, index) => make(`${path}.${index}`, index + 1));
  const single = (path: string, word: WordKey): readonly GuidePart[] =>
    has(path) ? [{ path, word, number: null, texts: [text(`${path}.text`, 'libText', false, true)], provenance: `${path}.provenance` }] : [];
  const fact = (word: WordKey) => (at: string, number: number): GuidePart => ({ path: at, word, number, texts: [text(`${at}.headline`, 'libHeadline'), text(`${at}.detail`, 'libDetail', true)], provenance: `${at}.provenance` });
  return [
    { path: '', word: 'libPartTexts', number: null, texts: [text('title', 'libTitle'), text('summary', 'libSummary', false, true)], provenance: null },
    ...each('time', fact('libPartTime')),
    ...each('fee', fact('libPartFee')),
    ...single('exempt', 'libPartExempt'),
    ...papersOf(count('papers.list')),
    ...single('result', 'libPartResult'),
    ...single('decidedBy', 'libPartDecided'),
    ...hintsOf(count('hints')),
    ...each('steps', (at, number) => ({ path: at, word: 'libPartStep', number, texts: [text(`${at}.name`, 'libName'), text(`${at}.title`, 'libTitle'), text(`${at}.text`, 'libText', false, true), text(`${at}.stuck`, 'libStuck', true, true)], provenance: null })),
  ];
}

function papersOf(count: number): readonly GuidePart[] {
  if (count === 0) return [];
  const texts = Array.from({ length: count }, (_, index) => [text(`papers.list.${index}.text`, 'libText'), text(`papers.list.${index}.note`, 'libNoteText', true)]).flat();
  return [{ path: 'papers', word: 'libPartPapers', number: null, texts, provenance: 'papers.provenance' }];
}

function hintsOf(count: number): readonly GuidePart[] {
  if (count === 0) return [];
  return [{ path: 'hints', word: 'libPartHints', number: null, texts: Array.from({ length: count }, (_, index) => text(`hints.${index}`, 'libText', false, true)), provenance: null }];
}
