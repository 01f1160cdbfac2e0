import type { DayAndHour } from '#domain/calendar-day.ts';
import { compareRollupRows, ofEachRollup, ROLLUP_NAMES, ROLLUP_TABLES, type RollupRow, type RollupRows, type RollupTable } from '../../repositories/rollup-tables.ts';
import type { StoredTap } from './stored-tap.ts';

/** The counts of one rollup row, to be added to. */
export type Counts = number[];

/** The rows that a tap counts in. */
export type TapRows = { readonly day: Counts; readonly hour: Counts; readonly procedure: Counts | null; readonly streamDay: Counts };

/** Rollup rows of a group of batches: each is made at its first use and added to from then on. */
export type RollupCounts = {
  row(table: RollupTable, keys: readonly (string | number)[]): Counts;
  /** The rows that taps of one service point and stream count in. */
  taps(pointNo: number, streamNo: number): (tap: Pick<StoredTap, 'when' | 'field' | 'procedure'>) => TapRows;
  /** Rows that count something, ordered by key. */
  all(): RollupRows;
};

/** Where a count stands in its row. */
export const COUNT = {
  day: { flagged: 5, asked: 10, corrected: 11, unplaceable: 12 },
  procedure: { opened: 0, finished: 1, left: 2, problems: 3, handoffs: 4, scores: 5 },
  step: { reached: 0, left: 1, problems: 2, handoffs: 3 },
  streamDay: { received: 0, receivedOwn: 1 },
} as const;

export function rollupCounts(): RollupCounts {
  const tables = new Map<RollupTable, Map<string, { readonly keys: readonly (string | number)[]; readonly counts: Counts }>>(
    ROLLUP_NAMES.map((name) => [name, new Map()]),
  );
  const row: RollupCounts['row'] = (table, keys) => {
    const rows = tables.get(table);
    if (rows === undefined) throw new TypeError(`there is no rollup ${table}`);
    const name = nameOf(keys);
    const known = rows.get(name);
    if (known !== undefined) return known.counts;
    const counts = ROLLUP_TABLES[table].counts.map(() => 0);
    rows.set(name, { keys, counts });
    return counts;
  };
  const rowsOf = (table: RollupTable): readonly RollupRow[] =>
    [...(tables.get(table)?.values() ?? [])].filter(({ counts }) => counts.some((count) => count !== 0)).sort(compareRollupRows);
  return {
    row,
    taps: (pointNo, streamNo) => tapRows(row, pointNo, streamNo),
    all: () => ofEachRollup(rowsOf),
  };
}

/** Free texts beside each other are kept apart by their lengths: either may hold any sign. */
function nameOf(keys: readonly (string | number)[]): string {
  let name = '';
  for (const key of keys) name += typeof key === 'number' ? `${key}\t` : `${key.length}:${key}`;
  return name;
}

/** Finds most rows by the identity of the hour and the field, without making a name. */
function tapRows(row: RollupCounts['row'], pointNo: number, streamNo: number): ReturnType<RollupCounts['taps']> {
  const hours = new Map<DayAndHour, Map<string, Map<string, TapRows>>>();
  return ({ when, field, procedure }) => {
    const known = hours.get(when)?.get(field)?.get(procedure);
    if (known !== undefined) return known;
    const { day, hour } = when;
    const made: TapRows = {
      day: row('rollup_day', [day, pointNo, field]),
      hour: row('rollup_hour', [day, pointNo, hour, field]),
      procedure: procedure === '' ? null : row('rollup_procedure', [day, pointNo, procedure, field]),
      streamDay: row('stream_day', [day, pointNo, streamNo]),
    };
    const fields = hours.get(when) ?? new Map<string, Map<string, TapRows>>();
    const procedures = fields.get(field) ?? new Map<string, TapRows>();
    hours.set(when, fields.set(field, procedures.set(procedure, made)));
    return made;
  };
}
