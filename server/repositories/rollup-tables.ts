/**
 * The rollups, said once: what a row is found by and what it counts. Both databases, the counting
 * and the check follow this table; the migrations hold the same columns.
 */
export const ROLLUP_TABLES = {
  rollup_day: {
    keys: ['day', 'point_no', 'field'],
    counts: ['s1', 's2', 's3', 's4', 's5', 'f1', 'f2', 'f3', 'f4', 'f5', 'asked', 'corrected', 'unplaceable'],
  },
  rollup_reason: { keys: ['day', 'point_no', 'field', 'reason'], counts: ['taps'] },
  rollup_hour: { keys: ['day', 'point_no', 'hour', 'field'], counts: ['s1', 's2', 's3', 's4', 's5'] },
  rollup_procedure: {
    keys: ['day', 'point_no', 'procedure', 'field'],
    counts: ['opened', 'finished', 'left_early', 'problems', 'handoffs', 's1', 's2', 's3', 's4', 's5'],
  },
  rollup_step: { keys: ['day', 'point_no', 'procedure', 'step', 'field'], counts: ['reached', 'left_early', 'problems', 'handoffs'] },
  rollup_play: { keys: ['day', 'point_no', 'clip', 'stream_no'], counts: ['plays', 'millis', 'wakes', 'guides', 'taps', 'handoffs'] },
  /** Since migration 12; earlier days have none. */
  rollup_clip_guide: { keys: ['day', 'point_no', 'clip', 'procedure'], counts: ['opened', 'handoffs'] },
  stream_day: { keys: ['day', 'point_no', 'stream_no'], counts: ['received', 'received_own'] },
} as const satisfies Readonly<Record<string, { readonly keys: readonly string[]; readonly counts: readonly string[] }>>;

export type RollupTable = keyof typeof ROLLUP_TABLES;

/** In the order in which every server writes them: two that share rows must meet in the same order. */
export const ROLLUP_NAMES = ['rollup_day', 'rollup_reason', 'rollup_hour', 'rollup_procedure', 'rollup_step', 'rollup_play', 'rollup_clip_guide', 'stream_day'] as const satisfies readonly RollupTable[];

/**
 * Sums over fields, which triggers of the database keep: their counts are those of the table they are made of.
 * Of rollup_point_reason the most frequent reasons lie in point_reasons, a column each.
 */
export const SUM_TABLES = {
  rollup_point: { of: 'rollup_day', keys: ['day', 'point_no'] },
  rollup_point_reason: { of: 'rollup_reason', keys: ['day', 'point_no', 'reason'] },
} as const satisfies Readonly<Record<string, { readonly of: RollupTable; readonly keys: readonly string[] }>>;

export type SumTable = keyof typeof SUM_TABLES;
export const SUM_NAMES = ['rollup_point', 'rollup_point_reason'] as const satisfies readonly SumTable[];

/** Something for each of the tables. */
export function ofEachRollup<T>(make: (table: RollupTable) => T): Readonly<Record<RollupTable, T>> {
  return {
    rollup_day: make('rollup_day'),
    rollup_reason: make('rollup_reason'),
    rollup_hour: make('rollup_hour'),
    rollup_procedure: make('rollup_procedure'),
    rollup_step: make('rollup_step'),
    rollup_play: make('rollup_play'),
    rollup_clip_guide: make('rollup_clip_guide'),
    stream_day: make('stream_day'),
  };
}

/** Key columns that hold whole numbers; the others hold text. */
export const NUMBER_KEYS: readonly string[] = ['point_no', 'hour', 'stream_no'];

/** Values in the order of the table's columns. */
export type RollupRow = { readonly keys: readonly (string | number)[]; readonly counts: readonly number[] };
export type RollupRows = Readonly<Record<RollupTable, readonly RollupRow[]>>;

/** By key, column by column: texts by their UTF-16 units, whatever order a database has. */
export function compareRollupRows(left: RollupRow, right: RollupRow): number {
  for (let index = 0; index < left.keys.length; index += 1) {
    const [one, other] = [left.keys[index] ?? 0, right.keys[index] ?? 0];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
