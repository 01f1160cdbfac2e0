import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { FieldSummary, Figures, Overview } from '#contract/day.ts';
import { satisfactionOf } from '#domain/satisfaction.ts';
import type { ScoreCounts } from '#domain/score.ts';
import type { FileWords } from '#server/services/files/file-words.ts';
import { buildFile, type AnySummary, type FileFormat } from '#server/services/files/summary-file.ts';

const figures = (scores: ScoreCounts): Figures => ({
  taps: scores.reduce((sum, count) => sum + count, 0), scores: [...scores], flagged: 0, flaggedScores: [0, 0, 0, 0, 0], flaggedAlarm: false, asked: 0, responseRate: null,
  satisfied: satisfactionOf(scores), satisfiedRaw: satisfactionOf(scores), target: 0.85, verdict: 'too-few', trend: null,
});
const SPAN = { from: '2026-11-01', to: '2026-11-23' };
const day = (servicePoint: string, scores: ScoreCounts, reasons: Record<string, number> = {}) => ({
  day: '2026-11-23', servicePoint, ...figures(scores), reasons, completeness: { made: 9, received: 9, missing: 0 }, corrected: 0, unplaceable: 0,
});
const daily = (...days: ReturnType<typeof day>[]): AnySummary => ({ kind: 'daily', value: { days }, span: SPAN });
const WORDS: FileWords = {
  names: {
    reasons: new Map([['cho', { text: { vi: 'Chờ lâu', en: 'Long wait' }, after: 'low', factor: 2 }]]),
    guides: new Map([['1.001193', { title: { vi: 'Đăng ký khai sinh', en: 'Register a birth' }, field: 'Hộ tịch', steps: [{ id: 'papers', name: { vi: 'Giấy tờ', en: 'Papers' } }] }]]),
  },
  points: new Map([['p1', 'Bộ phận Một cửa phường Mẫu']]),
  units: new Map([['a', 'Xã A']]),
  place: { vi: 'Tỉnh Mẫu', en: 'Tỉnh Mẫu' },
  madeAt: Date.UTC(2026, 10, 23, 3),
};
const fileOf = async (summary: AnySummary, format: FileFormat, audience: 'internal' | 'public' = 'internal', lang: 'vi' | 'en' | null = null): Promise<{ name: string; text: string; bytes: Uint8Array }> => {
  const { name, body } = await buildFile(summary, format, { audience, lang, words: WORDS });
  return typeof body === 'string' ? { name, text: body, bytes: new Uint8Array() } : { name, text: '', bytes: new Uint8Array(body) };
};
const partsOf = (bytes: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));
const linesOf = (text: string): string[] => text.trim().split('\r\n').slice(1);

test('a workbook keeps numbers as numbers, days as dates, its head frozen, and says its names in the language asked for', async () => {
  const { name, bytes } = await fileOf(daily(day('p1', [1, 0, 0, 0, 19])), 'xlsx');
  expect(name).toBe('mot-cham-daily-2026-11-01-2026-11-23.xlsx');
  const parts = partsOf(bytes);
  expect(parts['xl/workbook.xml']).toContain('name="Theo ngày"');
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
  expect(sheet).toMatch(/<pane ySplit="4"[^>]*state="frozen"/);
  // 2026-11-23 is day 46349 of a spreadsheet.
  expect(sheet).toMatch(/<c r="A5"[^>]*><v>46349<\/v><\/c>/);
  expect(sheet).toMatch(/<c r="D5"[^>]*><v>20<\/v><\/c>/);
  expect(sheet).toMatch(/<c r="L5"[^>]*><v>0\.95<\/v><\/c>/);
  const texts = Object.values(parts).join('');
  for (const said of ['Đánh giá theo ngày', 'Tỉnh Mẫu · 01/11/2026 – 23/11/2026 · Lập lúc 23/11/2026 10:00', 'Bộ phận Một cửa phường Mẫu', 'Rất không hài lòng']) expect(texts).toContain(said);
  expect(partsOf((await fileOf(daily(), 'xlsx', 'internal', 'en')).bytes)['xl/workbook.xml']).toContain('name="By day"');
});

test('no text runs as a formula in a workbook, a CSV or a page', async () => {
  const evil = '=HYPERLINK("http://x","y")<script>';
  const parts = partsOf((await fileOf(daily(day(evil, [0, 0, 0, 0, 20])), 'xlsx')).bytes);
  expect(Object.values(parts).some((part) => part.includes('<f>') || part.includes('<f '))).toBe(false);
  expect((await fileOf(daily(day(evil, [0, 0, 0, 0, 20])), 'csv')).text).toContain(`"'=HYPERLINK(""http://x"",""y"")<script>"`);
  const page = (await fileOf(daily(day(evil, [0, 0, 0, 0, 20])), 'html')).text;
  expect(page).not.toContain('<script>');
  expect(page).toContain('&lt;script&gt;');
});

test('a page to print speaks Vietnamese with Vietnamese numbers', async () => {
  const page = (await fileOf(daily(day('p1', [100, 0, 0, 0, 1900])), 'html')).text;
  for (const words of ['<html lang="vi">', '01/11/2026 – 23/11/2026', 'Tỷ lệ hài lòng', '95,0%', '2.000', '<th scope="col"']) expect(page).toContain(words);
});

test('reasons under five of a day stay hidden inside the house, and none is found by subtracting (E177)', async () => {
  const [line] = linesOf((await fileOf(daily(day('p1', [20, 0, 0, 0, 20], { cho: 12, thaido: 3, khac: 6 })), 'csv')).text);
  expect(line).toContain('cho=12; thaido=*; khac=*');
});

test('what is published shows no count under ten, and no total that gives one away (E176, E177)', async () => {
  const summary = daily(day('p1', [3, 0, 12, 20, 30]), day('p2', [11, 0, 15, 21, 31]), day('p3', [0, 0, 0, 0, 7]));
  const lines = linesOf((await fileOf(summary, 'csv', 'public')).text).map((line) => line.split(',').slice(1, 8));
  expect(lines.map(([point, taps]) => [point, taps])).toEqual([['p1', '*'], ['p2', '78'], ['p3', '*']]);
  for (const [, taps, ...scores] of lines) {
    for (const cell of [taps, ...scores]) expect(cell === '*' || Number(cell) === 0 || Number(cell) >= 10).toBe(true);
  }
  // Nothing of a column can be worked out from its sum: one hidden cell never stands alone.
  for (const column of [2, 3, 4, 5, 6]) expect(lines.filter((line) => line[column] === '*').length).not.toBe(1);
});

const field = (name: string | null, scores: ScoreCounts): FieldSummary['fields'][number] => ({ field: name, ...figures(scores), opened: 3, finished: 0, left: 0, problems: 0, handoffs: 0 });

test('a published field with few answers shows neither its share nor its verdict', async () => {
  const { text } = await fileOf({ kind: 'fields', value: { ...SPAN, fields: [field('Hộ tịch', [0, 0, 0, 0, 5]), field('Đất đai', [10, 10, 10, 40, 60]), field('Cư trú', [10, 10, 10, 10, 20])] } }, 'csv', 'public');
  const [few] = linesOf(text);
  expect(few?.split(',').slice(0, 2)).toEqual(['Hộ tịch', '*']);
  expect(few).not.toContain('Chưa đủ dữ liệu');
});

const point = (id: string, unit: string, taps: number): Overview['servicePoints'][number] => ({ id, name: id, unit, kind: 'one-stop', ...figures([0, 0, 0, 0, taps]), ...FLEET });
const FLEET = { kiosks: 1, reported: 1, waiting: 0, completeness: { made: 1, received: 1, missing: 0 }, openAlerts: 0 };

test('in a published tree a small service point hides a neighbour, and a hidden unit hides what lies below it', async () => {
  const unit = (id: string, taps: number): Overview['units'][number] => ({ id, name: id, parent: null, servicePoints: 1, ...figures([0, 0, 0, 0, taps]), ...FLEET });
  const value: Overview = {
    ...SPAN, unit: null, depth: 'all', total: { servicePoints: 4, ...figures([0, 0, 0, 0, 163]), ...FLEET },
    units: [unit('a', 63), unit('b', 4), unit('c', 96)],
    servicePoints: [point('a1', 'a', 3), point('a2', 'a', 20), point('a3', 'a', 40), point('b1', 'b', 4), point('c1', 'c', 96)],
  };
  const taps = Object.fromEntries(linesOf((await fileOf({ kind: 'overview', value }, 'csv', 'public')).text).map((line) => [line.split(',')[1], line.split(',')[4]]));
  expect(taps).toEqual({ '': '163', a: '*', b: '*', c: '96', a1: '*', a2: '*', a3: '*', b1: '*', c1: '96' });
  const inside = await fileOf({ kind: 'overview', value }, 'csv');
  expect(linesOf(inside.text).map((line) => line.split(',')[4])).toEqual(['163', '63', '4', '96', '3', '20', '40', '4', '96']);
});

const guide = (procedure: string, step: string): AnySummary => ({ kind: 'steps', value: { steps: [{ procedure, step, reached: 30, left: 3, problems: 0, handoffs: 1 }] }, span: SPAN });

test('CSV for other programs keeps its ids; asked for in a language it speaks to people, with ids only where no name is known', async () => {
  const summary = daily(day('p1', [1, 0, 0, 0, 19], { cho: 12, moi: 11 }));
  expect((await fileOf(summary, 'csv')).text).toMatch(/^\uFEFFday,servicePoint,taps,score1,.*,reasons\r\n2026-11-23,p1,20,1,/);
  const [head, line] = (await fileOf(summary, 'csv', 'internal', 'vi')).text.split('\r\n');
  expect(head).toMatch(/^\uFEFFNgày,Điểm phục vụ,Mã điểm phục vụ,Lượt đánh giá,Rất không hài lòng,/);
  expect(line).toMatch(/^23\/11\/2026,Bộ phận Một cửa phường Mẫu,p1,20,1,0,0,0,19,.*"95,0%",.*,Chờ lâu: 12; moi: 11$/);
  expect((await fileOf(summary, 'csv', 'internal', 'en')).text).toContain('95.0%');
  expect((await fileOf(guide('1.001193', 'papers'), 'csv', 'internal', 'vi')).text).toContain('Đăng ký khai sinh,1.001193,Giấy tờ,30,3');
  expect((await fileOf(guide('9.9', 'odd'), 'csv', 'internal', 'vi')).text).toContain('9.9,9.9,odd,30,3');
  expect((await fileOf(guide('1.001193', 'papers'), 'csv')).text).toContain('procedure,step,reached');
});

test('no file for people has a head that only programs know', async () => {
  const summaries: readonly AnySummary[] = [
    daily(day('p1', [1, 0, 0, 0, 19], { cho: 12 })),
    guide('1.001193', 'papers'),
    { kind: 'fields', value: { ...SPAN, fields: [field(null, [0, 0, 0, 0, 20])] } },
    { kind: 'heat-map', value: { ...SPAN, cells: [{ weekday: 1, hour: 9, taps: 20, scores: [0, 0, 0, 0, 20], satisfied: null }] } },
  ];
  for (const lang of ['vi', 'en'] as const) {
    for (const summary of summaries) {
      const page = (await fileOf(summary, 'html', 'internal', lang)).text;
      const csv = (await fileOf(summary, 'csv', 'internal', lang)).text.split('\r\n')[0] ?? '';
      const parts = Object.values(partsOf((await fileOf(summary, 'xlsx', 'internal', lang)).bytes)).join('');
      for (const text of [page, csv, parts]) expect(text).not.toMatch(/score[1-5]|servicePoint|satisfiedLow|responseRate|>taps<|,taps,/);
    }
  }
});
