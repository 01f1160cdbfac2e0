import { describe, expect, it } from 'vitest';
import { projectFiles, readProject } from './project-files.ts';

const report = readProject('docs/accessibility.md');
/** `| E001 | what is asked | tests/… or "needs a person" | what to measure or remarks |` */
const rows = [...report.matchAll(/^\| (E\d{3}) \| ([^|]+) \| ([^|]+) \|([^|]*)\|$/gm)].map(([, id = '', asked = '', holder = '', remark = '']) => ({ id, asked, holder: holder.trim(), remark: remark.trim() }));
const FIRST_AND_LAST: readonly (readonly [number, number])[] = [
  [1, 11], [20, 34], [40, 45], [50, 66], [70, 80], [85, 93], [100, 106], [110, 117], [120, 126], [130, 143], [150, 160], [170, 183], [190, 195],
];
const ASKED = FIRST_AND_LAST.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => `E${String(first + index).padStart(3, '0')}`));
const PERSON = 'needs a person';

describe('the accessibility conformance report', () => {
  it('has one line for each numbered requirement', () => {
    expect(rows.map(({ id }) => id)).toEqual(ASKED);
  });

  it('names for each the tests that cite it, or what a person has to measure', () => {
    const files = new Set(projectFiles());
    const wrong = rows.flatMap(({ id, holder, remark }) => {
      if (holder === PERSON) return remark.length < 20 ? [`${id} does not say what to measure`] : [];
      const named = holder.split(/,\s*/);
      return named.flatMap((file) => (!files.has(file) ? [`${id}: ${file} is not there`] : readProject(file).includes(id) ? [] : [`${id}: ${file} does not cite it`]));
    });
    expect(wrong).toEqual([]);
  });

  it('has a sheet of twelve lines for the ruler (E195)', () => {
    const sheet = /## Acceptance sheet[\s\S]*?(?=\n## |$)/.exec(report)?.[0] ?? '';
    expect(sheet.match(/^\| \d+ \|/gm)?.length).toBe(12);
  });

  it('is led to by the installer\'s guide with what a place needs before the kiosk (E044)', () => {
    const guide = readProject('docs/installers-guide.md');
    expect(guide).toContain('760 × 1220 mm');
    expect(guide).toContain('760 mm wide');
    expect(guide).toMatch(/accessibility\.md/);
  });
});

describe('raw taps', () => {
  it('are changed by nothing on the server: no statement updates a segment, and only pruning by age deletes one (E171)', () => {
    const sources = projectFiles().filter((file) => /^server\/repositories\/.*\.ts$/.test(file));
    const touching = sources.filter((file) => /\b(UPDATE segment|DELETE FROM segment)\b/.test(readProject(file)));
    expect(touching.map((file) => file.split('/').at(-1))).toEqual(['prune-ledger.ts', 'prune-ledger.ts']);
    expect(touching.filter((file) => readProject(file).includes('UPDATE segment'))).toEqual([]);
  });
});
