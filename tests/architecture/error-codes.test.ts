import { describe, expect, it } from 'vitest';
import { errorCodesPage } from '#build/docs/error-codes.ts';
import { ERROR_CODES } from '#contract/errors.ts';
import { readProject, sourceFiles } from './project-files.ts';

const rowsOf = (page: string): readonly string[] => [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((row) => row[1] ?? '');

describe('error codes', () => {
  it('stand in docs/error-codes.md, every one and no other, with the same words', () => {
    const page = readProject('docs/error-codes.md');
    expect(rowsOf(page).toSorted()).toEqual([...ERROR_CODES].toSorted());
    expect(page, 'run: node build/commands/write-docs.ts').toBe(errorCodesPage());
  });

  it.each(['vi', 'en'])('have a text in %s, every one and no other', (language) => {
    const texts = JSON.parse(readProject(`renderer/i18n/${language}.json`));
    expect(Object.keys(texts.errors ?? {}).toSorted()).toEqual([...ERROR_CODES].toSorted());
  });

  it('are named AREA_WHAT', () => {
    expect(ERROR_CODES.filter((code) => !/^[A-Z]+(_[A-Z]+)+$/.test(code))).toEqual([]);
  });

  it('are not made up outside the table', () => {
    const made = sourceFiles()
      .filter((file) => !file.startsWith('tests/'))
      .flatMap((file) => [...readProject(file).matchAll(/\bfailure\(\s*'([A-Z_]+)'/g)].map((match) => [file, match[1] ?? ''] as const));
    const known: readonly string[] = ERROR_CODES;
    expect(made.filter(([, code]) => !known.includes(code))).toEqual([]);
  });
});
