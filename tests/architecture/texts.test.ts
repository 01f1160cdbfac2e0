import { describe, expect, it } from 'vitest';
import { projectFiles, readProject } from './project-files.ts';

type Leaf = readonly [key: string, text: string];

function leaves(value: unknown, path: readonly string[] = []): readonly Leaf[] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

const read = (file: string): readonly Leaf[] => leaves(JSON.parse(readProject(file)));
const holes = (text: string): readonly string[] => [...text.matchAll(/\{\{\s*([^},]+?)\s*[,}]/g)].map((match) => match[1] ?? '').toSorted();
/** English has a plural form that Vietnamese has not; the key before the suffix is what both share. */
const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

const folders = [...new Set(projectFiles().filter((file) => /(^|\/)i18n\/[a-z]{2}\.json$/.test(file)).map((file) => file.replace(/[a-z]{2}\.json$/, '')))];

describe('texts', () => {
  it('exist', () => {
    expect(folders).toContain('renderer/i18n/');
  });

  describe.each(folders)('%s', (folder) => {
    const vietnamese = read(`${folder}vi.json`);
    const english = read(`${folder}en.json`);

    it('have the same keys in every language', () => {
      const keys = (texts: readonly Leaf[]): readonly string[] => [...new Set(texts.map(([key]) => withoutPlural(key)))].toSorted();
      expect(keys(english)).toEqual(keys(vietnamese));
    });

    it('leave the same places open in every language', () => {
      const open = new Map(vietnamese.map(([key, text]) => [withoutPlural(key), holes(text)]));
      // "The step" needs no number where "{{count}} steps" does.
      const different = english.filter(([key]) => !key.endsWith('_one')).filter(([key, text]) => JSON.stringify(holes(text)) !== JSON.stringify(open.get(withoutPlural(key)) ?? holes(text)));
      expect(different).toEqual([]);
    });

    it('are in NFC (E030)', () => {
      expect([...vietnamese, ...english].filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
    });

    it('hold no sentence in capitals (E027)', () => {
      const shouting = ([, text]: Leaf): boolean => {
        const words = text.split(/\s+/).filter((word) => /\p{L}{2,}/u.test(word));
        return words.length >= 3 && words.every((word) => word === word.toLocaleUpperCase('vi'));
      };
      expect([...vietnamese, ...english].filter(shouting)).toEqual([]);
    });

    it('hold no empty text', () => {
      expect([...vietnamese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
    });
  });

  it('keep every file of the project in NFC', () => {
    const written = projectFiles().filter((file) => /\.(ts|tsx|json|md|html|css|vtt|yml)$/.test(file) && file !== 'package-lock.json');
    // A test may write decomposed letters on purpose; with \u escapes, so that an editor cannot mend them.
    expect(written.filter((file) => readProject(file) !== readProject(file).normalize('NFC'))).toEqual([]);
  });
});
