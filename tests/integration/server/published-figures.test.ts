import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoreCounts } from '#domain/score.ts';
import { buildHeatMap } from '#domain/heat-map.ts';
import { addDays, weekdayOf } from '#domain/calendar-day.ts';
import { satisfactionOf } from '#domain/satisfaction.ts';
import { addScores, NO_SCORES, totalTaps } from '#domain/score.ts';
import { PUBLIC_CELL } from '#domain/small-cells.ts';
import { dailySheets, heatMapSheets, hourlySheets } from '#server/services/files/build-sheets.ts';
import type { SheetOptions } from '#server/services/files/sheet-columns.ts';
import type { Sheets } from '#server/services/files/table.ts';

// E177: what is published is attacked with every subtraction there is. The counts of one hour, day and service point are the
// unknowns; every figure that stands in a file is an equation; a count under ten that the equations leave no choice is found.
const WORDS: SheetOptions['words'] = { names: { reasons: new Map(), guides: new Map() }, points: new Map(), units: new Map(), place: { vi: 'x', en: 'x' }, madeAt: 0 };
const OPTIONS: SheetOptions = { audience: 'public', lang: 'vi', words: WORDS };
const FROM = '2026-11-16';
const DAYS = [0, 1, 2].map((after) => addDays(FROM, after));
const POINTS = ['p1', 'p2'];
const HOURS = [8, 9];
const SPAN = { from: FROM, to: DAYS.at(-1) ?? FROM };

type Counts = { readonly day: string; readonly point: string; readonly hour: number; readonly scores: ScoreCounts };
type Cell = { readonly what: string; readonly of: (one: Counts) => boolean; readonly score: number | null };
type Known = Cell & { readonly value: number };

const score = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: 1, max: 9 }) }, { weight: 2, arbitrary: fc.integer({ min: 10, max: 40 }) });
const world: fc.Arbitrary<readonly Counts[]> = fc
  .array(fc.tuple(score, score, score, score, score), { minLength: DAYS.length * POINTS.length * HOURS.length, maxLength: DAYS.length * POINTS.length * HOURS.length })
  .map((all) => DAYS.flatMap((day, d) => POINTS.flatMap((point, p) => HOURS.map((hour, h) => ({ day, point, hour, scores: all[(d * POINTS.length + p) * HOURS.length + h] ?? NO_SCORES })))));

const sumOf = (some: readonly Counts[]): ScoreCounts => some.reduce((sum, one) => addScores(sum, one.scores), NO_SCORES);

function dayRows(all: readonly Counts[], isMerged: boolean) {
  return DAYS.flatMap((day) =>
    (isMerged ? [''] : POINTS).map((servicePoint) => {
      const scores = sumOf(all.filter((one) => one.day === day && (isMerged || one.point === servicePoint)));
      const shares = satisfactionOf(scores);
      return { day, servicePoint, taps: totalTaps(scores), scores: [...scores], flagged: 0, flaggedScores: [0, 0, 0, 0, 0], asked: 0, satisfied: shares, satisfiedRaw: shares, reasons: {}, completeness: { made: null, received: totalTaps(scores), missing: null }, corrected: 0, unplaceable: 0 };
    }),
  );
}

/** Everything that a file says, as equations; `cellOf` says which counts a row stands for. */
function readFile(sheets: Sheets, what: string, cellOf: (row: Readonly<Record<string, unknown>>) => (one: Counts) => boolean): readonly Known[] {
  return sheets.tables.flatMap(({ columns, rows }) =>
    rows.flatMap((row) => {
      const named = Object.fromEntries(columns.map(({ id }, at) => [id, row[at]]));
      const of = cellOf(named);
      const place = `${what} ${JSON.stringify([named['day'], named['weekday'], named['hour'], named['servicePoint']])}`;
      return columns.flatMap(({ id, role }, at): readonly Known[] => {
        const value = row[at];
        if (typeof value !== 'number' || (role !== 'score' && id !== 'taps' && id !== 'received')) return [];
        return [{ what: `${place} ${id}`, of, score: role === 'score' ? Number(id.slice(-1)) - 1 : null, value }];
      });
    }),
  );
}

const publish = {
  daily: (all: readonly Counts[]) => readFile(dailySheets({ days: dayRows(all, false) }, SPAN, OPTIONS), 'daily', (row) => (one) => one.day === row['day'] && one.point === row['servicePoint']),
  merged: (all: readonly Counts[]) => readFile(dailySheets({ days: dayRows(all, true) }, SPAN, OPTIONS), 'merged', (row) => (one) => one.day === row['day']),
  hourly: (all: readonly Counts[]) => {
    const hours = all.map(({ day, point, hour, scores }) => ({ day, hour, servicePoint: point, taps: totalTaps(scores), scores: [...scores] }));
    return readFile(hourlySheets({ hours }, SPAN, OPTIONS), 'hourly', (row) => (one) => one.day === row['day'] && one.point === row['servicePoint'] && one.hour === row['hour']);
  },
  heatMap: (all: readonly Counts[]) => {
    const cells = buildHeatMap(DAYS.flatMap((day) => HOURS.map((hour) => ({ day, hour, scores: sumOf(all.filter((one) => one.day === day && one.hour === hour)) }))));
    return readFile(heatMapSheets({ ...SPAN, cells: cells.map((cell) => ({ ...cell, scores: [...cell.scores], satisfied: satisfactionOf(cell.scores) })) }, OPTIONS), 'heat map', (row) => (one) => weekdayOf(one.day) === row['weekday'] && one.hour === row['hour']);
  },
};

/** Totals that a reader has from elsewhere: of everything, by day, by service point, by hour. */
function totalsOf(all: readonly Counts[]): readonly Known[] {
  const wholes: Cell[] = [
    { what: 'all', of: () => true, score: null },
    ...DAYS.map((day): Cell => ({ what: day, of: (one) => one.day === day, score: null })),
    ...POINTS.map((point): Cell => ({ what: point, of: (one) => one.point === point, score: null })),
    ...HOURS.map((hour): Cell => ({ what: `${hour} h`, of: (one) => one.hour === hour, score: null })),
  ];
  return wholes.map((whole) => ({ ...whole, value: totalTaps(sumOf(all.filter(whole.of))) })).filter(({ value }) => value >= PUBLIC_CELL);
}

function vectorOf(all: readonly Counts[], { of, score: level }: Cell): number[] {
  return all.flatMap((one) => [0, 1, 2, 3, 4].map((each) => Number(of(one) && (level === null || level === each))));
}

/** Gauss: the equations in steps. What adds nothing is left out. */
function stepsOf(vectors: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const steps: { readonly at: number; readonly vector: readonly number[] }[] = [];
  for (const vector of vectors) {
    const rest = reduce(steps, vector);
    const at = rest.findIndex((value) => Math.abs(value) > 1e-9);
    if (at !== -1) steps.push({ at, vector: rest.map((value) => value / (rest[at] ?? 1)) });
  }
  return steps.map(({ vector }) => vector);
}

function reduce(steps: readonly { readonly at: number; readonly vector: readonly number[] }[], vector: readonly number[]): readonly number[] {
  let rest = [...vector];
  for (const step of steps) {
    const times = rest[step.at] ?? 0;
    if (times !== 0) rest = rest.map((value, index) => value - times * (step.vector[index] ?? 0));
  }
  return rest;
}

/** Small counts that the published figures leave no choice: what somebody who subtracts would find. */
function foundBy(all: readonly Counts[], known: readonly Known[], asked: readonly Cell[]): readonly string[] {
  const steps = stepsOf(known.map((one) => vectorOf(all, one))).map((vector) => ({ at: vector.findIndex((value) => Math.abs(value) > 1e-9), vector }));
  return asked.flatMap((cell) => {
    const value = all.filter(cell.of).reduce((sum, one) => sum + (cell.score === null ? totalTaps(one.scores) : (one.scores[cell.score] ?? 0)), 0);
    const isSmall = value > 0 && value < PUBLIC_CELL;
    return isSmall && reduce(steps, vectorOf(all, cell)).every((rest) => Math.abs(rest) < 1e-6) ? [`${cell.what} = ${value}`] : [];
  });
}

/** The counts a file has a place for. */
const PLACES: Readonly<Record<keyof typeof publish, readonly Cell[]>> = {
  daily: DAYS.flatMap((day) => POINTS.map((point): Cell => ({ what: `${day} ${point}`, of: (one) => one.day === day && one.point === point, score: null }))),
  merged: DAYS.map((day): Cell => ({ what: day, of: (one) => one.day === day, score: null })),
  hourly: DAYS.flatMap((day) => POINTS.flatMap((point) => HOURS.map((hour): Cell => ({ what: `${day} ${point} ${hour}`, of: (one) => one.day === day && one.point === point && one.hour === hour, score: null })))),
  heatMap: DAYS.flatMap((day) => HOURS.map((hour): Cell => ({ what: `${day} ${hour}`, of: (one) => one.day === day && one.hour === hour, score: null }))),
};
const withLevels = (places: readonly Cell[]): readonly Cell[] => [...places, ...places.flatMap((place) => [0, 1, 2, 3, 4].map((level) => ({ ...place, what: `${place.what} score ${level + 1}`, score: level })))];

describe('published figures', () => {
  it.each(['daily', 'merged', 'hourly', 'heatMap'] as const)('of the file %s give no small count away, whatever totals are known besides (E177)', (file) => {
    fc.assert(
      fc.property(world, (all) => {
        expect(foundBy(all, [...publish[file](all), ...totalsOf(all)], withLevels(PLACES[file]))).toEqual([]);
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  it('say shares of no fewer than ten and in whole per cents, so that a share does not tell its count (E176)', () => {
    fc.assert(
      fc.property(world, (all) => {
        const [table] = dailySheets({ days: dayRows(all, false) }, SPAN, OPTIONS).tables;
        const shares = table?.columns.flatMap(({ kind }, at) => (kind === 'share' ? [at] : [])) ?? [];
        for (const row of table?.rows ?? []) for (const at of shares) expect(typeof row[at] !== 'number' || Number.isInteger(Math.round(row[at] * 1e6) / 1e4)).toBe(true);
      }),
      { numRuns: 15, seed: 1 },
    );
  });

  it('taken together, over one span, give no small count of an hour or day away (E177, differencing)', () => {
    fc.assert(
      fc.property(world, (all) => {
        const known = [...publish.daily(all), ...publish.merged(all), ...publish.hourly(all), ...publish.heatMap(all)];
        expect(foundBy(all, known, [...PLACES.daily, ...PLACES.merged, ...PLACES.hourly, ...PLACES.heatMap])).toEqual([]);
      }),
      { numRuns: 25, seed: 1 },
    );
  });
});
