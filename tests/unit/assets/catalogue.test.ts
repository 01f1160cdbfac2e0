import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEntries } from '#assets/catalogue/import-catalogue.ts';
import { inProject } from '#build/project-root.ts';
import { CATALOGUE_PATH, readCatalogue } from '#contract/catalogue-file.ts';

const line = (code: string, name: string, more: object = {}): string =>
  JSON.stringify({ code, name, portalId: `id-${code.replace('.', '-')}`, fields: ['Đất đai'], agencies: ['Ủy ban nhân dân cấp xã'], issuedBy: 'Bộ Tư pháp', for: ['Công dân Việt Nam'], scope: 'STANDARD', ...more });

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cham-catalogue-'));
  for (const part of ['pack.json', 'events.json', 'reasons.json', 'playlist.json', 'words.json', 'guides']) cpSync(inProject('assets/pack', part), join(folder, 'pack', part), { recursive: true });
  file = join(folder, 'lines.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pack = (): string => join(folder, 'pack');
function run(args: readonly string[], input = ''): { readonly code: number | null; readonly out: string; readonly err: string } {
  const done = spawnSync(process.execPath, [inProject('assets/catalogue/main.ts'), ...args], { input, encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}
const write = (...lines: readonly string[]): void => writeFileSync(file, `${lines.join('\n')}\n`);
const written = (): string => readFileSync(join(pack(), CATALOGUE_PATH), 'utf8');

describe('catalogue import', () => {
  it('writes the same bytes for the same procedures, whatever their order', () => {
    write(line('1.000002', 'Hai'), line('1.000001', 'Một', { scope: 'SPECIFIC', issuedBy: 'UBND tỉnh Bắc Ninh' }));
    expect(run(['import', file, '--pack', pack()]).code).toBe(0);
    const before = written();
    write(line('1.000001', 'Một', { scope: 'SPECIFIC', issuedBy: 'UBND tỉnh Bắc Ninh' }), '', line('1.000002', 'Hai'));
    expect(run(['import', file, '--pack', pack()]).code).toBe(0);
    expect(written()).toBe(before);
    const read = readCatalogue(before);
    expect(read.ok && [...read.value.entries].map(({ code, issuedBy, scope }) => [code, issuedBy, scope])).toEqual([
      ['1.000001', 'UBND tỉnh Bắc Ninh', 'SPECIFIC'],
      ['1.000002', 'Bộ Tư pháp', 'STANDARD'],
    ]);
  });

  it.each([
    ['name holds a sign that cannot be seen', line('1.000002', 'Hai\u0007')],
    ['name holds a sign that cannot be seen', line('1.000002', 'Hai \u202eba')],
    ['agencies holds a sign that cannot be seen', line('1.000002', 'Hai', { agencies: ['Ủy ban\u200b'] })],
    ['name holds markup', line('1.000002', 'Hai <b>ba</b>')],
    ['fields holds markup', line('1.000002', 'Hai', { fields: ['Đất &amp; nhà'] })],
  ])('refuses names that are not plain words: %s', (what, bad) => {
    expect(readEntries(`${line('1.000001', 'Một\nhai  ba')}\n${bad}`)).toBe(`line 2: ${what}`);
  });

  it.each([
    ['is not JSON', '{"code": "1.0000'],
    ['scope', line('1.000002', 'Hai', { scope: 'ELSEWHERE' })],
    ['name', JSON.stringify({ code: '1.000002' })],
  ])('names the line that is wrong, and writes nothing: %s', (what, bad) => {
    write(line('1.000001', 'Một'));
    run(['import', file, '--pack', pack()]);
    const before = written();
    write(line('1.000003', 'Ba'), bad);
    const done = run(['import', file, '--pack', pack()]);
    expect(done.code).toBe(1);
    expect(done.err).toContain('line 2');
    expect(done.err).toContain(what);
    expect(written()).toBe(before);
    expect(readdirSync(join(pack(), 'catalogue'))).toEqual(['procedures.jsonl']);
  });

  it('makes no pack where there is none', () => {
    write(line('1.000001', 'Một'));
    expect(run(['import', file, '--pack', join(folder, 'none')]).code).toBe(1);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});

describe('catalogue search', () => {
  it('answers each line with one of JSON, in their order, and an empty line with nothing', () => {
    write(line('1.900001', 'Thủ tục đăng ký xe lăn điện'));
    run(['import', file, '--pack', pack()]);
    const { code, out, err } = run(['search', '--json', '--pack', pack()], 'xe lan dien\r\n\nkhai sinh\n');
    expect([code, err]).toEqual([0, '']);
    const answers: readonly { readonly query: string; readonly results: readonly { readonly code: string; readonly name: string }[] }[] = out.trimEnd().split('\n').map((answer) => JSON.parse(answer));
    expect(answers.map(({ query }) => query)).toEqual(['xe lan dien', '', 'khai sinh']);
    expect(answers[0]?.results[0]).toEqual({ code: '1.900001', name: 'Thủ tục đăng ký xe lăn điện' });
    expect(answers[1]?.results).toEqual([]);
    expect(answers[2]?.results.map(({ code: found }) => found)).toContain('1.001193');
  });

  it('finds guides in a pack without a catalogue', () => {
    const { code, out } = run(['search', '--json', '--pack', pack()], 'khai sinh');
    expect(code).toBe(0);
    expect(out).toContain('"1.001193"');
  });

  it('puts the procedures of the province first', () => {
    write(...['Bắc Ninh', 'Lai Châu'].map((name, at) => line(`1.90000${at}`, 'Hỗ trợ xe lăn điện', { scope: 'SPECIFIC', issuedBy: `UBND tỉnh ${name}` })));
    run(['import', file, '--pack', pack()]);
    expect(run(['search', '--json', '--pack', pack(), '--province', 'Lai Châu'], 'xe lăn điện').out).toMatch(/"results":\[\{"code":"1\.900001"/);
  });

  it.each([[[]], [['find']], [['search', 'words']], [['search', '--most', 'many']], [['import']], [['search', '--colour']]])('says how it is called when called wrongly: %j', (args) => {
    const done = run(args);
    expect(done.code).toBe(2);
    expect(done.out).toBe('');
    expect(done.err).toContain('Usage');
  });
});
