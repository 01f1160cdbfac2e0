import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { projectFiles, readProject } from './project-files.ts';

/** Items of levels 1 and 2 of OWASP ASVS 5.0.0 by section: how many from the first on. Those of level 3 stand behind them. */
const SECTIONS: Readonly<Record<string, number>> = {
  '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1, '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4,
  '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3, '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4, '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2,
  '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1, '9.1': 3, '9.2': 4, '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3, '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1,
  '12.1': 3, '12.2': 2, '12.3': 4, '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7, '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3,
  '17.1': 1, '17.2': 4, '17.3': 2,
};

const page = readProject('docs/security.md');
type Row = { readonly items: readonly string[]; readonly verdict: string; readonly how: string };
const rows: readonly Row[] = [...page.matchAll(/^\| (\d+\.\d+\.\d+)(?:–\d+\.\d+\.(\d+))? \| [12–]+ \| ([^|]+) \| ([^|]*) \|/gm)].map(([, first = '', last, verdict = '', how = '']) => {
  const [chapter, section, number] = first.split('.');
  const count = last === undefined ? 1 : Number(last) - Number(number) + 1;
  return { items: Array.from({ length: count }, (_, at) => `${chapter}.${section}.${Number(number) + at}`), verdict: verdict.replaceAll('*', ''), how };
});

describe('docs/security.md', () => {
  it('answers every item of levels 1 and 2 of OWASP ASVS 5.0.0 once, in its order', () => {
    const wanted = Object.entries(SECTIONS).flatMap(([section, count]) => Array.from({ length: count }, (_, at) => `${section}.${at + 1}`));
    expect(wanted).toHaveLength(253);
    expect(rows.flatMap(({ items }) => items)).toEqual(wanted);
  });

  it('counts its own verdicts rightly, and gives each a reason', () => {
    const count = (verdict: string): number => rows.filter((row) => row.verdict === verdict).reduce((sum, { items }) => sum + items.length, 0);
    expect(page).toContain(`**${count('held')} held, ${count('partly')} partly, ${count('not held')} not held, ${count('n/a')} not applicable.**`);
    expect(count('held') + count('partly') + count('not held') + count('n/a')).toBe(253);
    expect(rows.filter(({ how }) => how.trim() === '').map(({ items }) => items[0])).toEqual([]);
  });

  it('names files and tests that are there', () => {
    const named = [...page.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? '');
    const tests = new Set(projectFiles().filter((file) => file.startsWith('tests/')).map((file) => posix.basename(file)));
    const isGone = (name: string): boolean => (name.endsWith('.test.ts') && !name.includes('/') ? !tests.has(name) : /^(server|contract|dashboard|tests|build)\//.test(name) && !existsSync(inProject(name)));
    expect(named.filter(isGone)).toEqual([]);
  });
});
