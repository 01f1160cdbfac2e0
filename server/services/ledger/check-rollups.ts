import type { Entry } from '#contract/ledger.ts';
import type { LedgerReader } from '../../repositories/ledger.ts';
import type { Finding } from '../../repositories/repositories.ts';
import { ROLLUP_NAMES, ROLLUP_TABLES, type RollupRows, type RollupTable } from '../../repositories/rollup-tables.ts';
import type { RawEntry, WhenIn } from './read-segment.ts';
import { entriesOf, replayStream } from './replay-stream.ts';
import { AS_IT_CAME, type TapState } from './stored-tap.ts';

/** Table, key as JSON, column → count. */
export type Counted = ReadonlyMap<RollupTable, ReadonlyMap<string, ReadonlyMap<string, number>>>;

type One = readonly [table: RollupTable, keys: readonly (string | number)[], column: string];

/** Counts the raw entries of some service points again. On purpose it shares nothing with the counting of batches. */
export async function countAgain(reader: LedgerReader, points: readonly number[], streamNos: readonly number[], whenIn: WhenIn): Promise<Counted> {
  const counted = new Map<RollupTable, Map<string, Map<string, number>>>(ROLLUP_NAMES.map((table) => [table, new Map()]));
  for (const no of streamNos) {
    const stream = await reader.stream(no);
    if (stream === null) continue;
    const { states } = await replayStream(reader, stream, whenIn);
    let wake: Entry | null = null;
    for await (const raw of entriesOf(reader, no, whenIn)) {
      wake = raw.placed === null ? wake : lastWake(wake, raw.placed.entry);
      if (raw.placed === null || !points.includes(raw.pointNo)) continue;
      for (const [table, keys, column] of onesOf(raw, raw.placed, no, states.get(raw.seq) ?? AS_IT_CAME)) addOne(counted, table, keys, column, 1);
      for (const [keys, column, by] of playsOf(raw, raw.placed, no, wake)) addOne(counted, 'rollup_play', keys, column, by);
      for (const [keys, column] of ledToOf(raw, raw.placed, wake)) addOne(counted, 'rollup_clip_guide', keys, column, 1);
    }
  }
  return counted;
}

function addOne(counted: ReadonlyMap<RollupTable, Map<string, Map<string, number>>>, table: RollupTable, keys: readonly (string | number)[], column: string, by: number): void {
  const rows = counted.get(table) ?? new Map<string, Map<string, number>>();
  const key = JSON.stringify(keys);
  const row = rows.get(key) ?? new Map<string, number>();
  rows.set(key, row.set(column, (row.get(column) ?? 0) + by));
}

/** The last touch, itself or within a minute before this entry on the same boot's clock. */
function lastWake(before: Entry | null, entry: Entry): Entry | null {
  if (entry.kind === 'wake') return entry;
  return before !== null && before.boot === entry.boot && entry.up <= before.up + 60_000 ? before : null;
}

/** What one entry counts in the proof of play. */
function* playsOf({ pointNo }: RawEntry, { entry, when: { day } }: NonNullable<RawEntry['placed']>, streamNo: number, wake: Entry | null): Generator<readonly [keys: One[1], column: string, by: number]> {
  if (entry.kind === 'play') {
    yield [[day, pointNo, entry.clip, streamNo], 'plays', entry.plays];
    yield [[day, pointNo, entry.clip, streamNo], 'millis', Math.round(entry.seconds * 1_000)];
  }
  if (wake?.kind !== 'wake') return;
  const column = entry.kind === 'wake' ? 'wakes' : entry.kind === 'tap' ? 'taps' : entry.kind === 'handoff' ? 'handoffs' : entry.kind === 'guide' && entry.action === 'open' ? 'guides' : null;
  if (column !== null) yield [[day, pointNo, wake.clip, streamNo], column, 1];
}

/** The guide to which a touch during a clip led within a minute. */
function* ledToOf({ pointNo }: RawEntry, { entry, when: { day } }: NonNullable<RawEntry['placed']>, wake: Entry | null): Generator<readonly [keys: One[1], column: string]> {
  if (wake?.kind !== 'wake') return;
  if (entry.kind === 'handoff') yield [[day, pointNo, wake.clip, entry.procedure], 'handoffs'];
  if (entry.kind === 'guide' && entry.action === 'open') yield [[day, pointNo, wake.clip, entry.procedure], 'opened'];
}

/** Everything that one entry counts in. */
function* onesOf({ pointNo }: RawEntry, { entry, when: { day, hour }, placing, ownDay }: NonNullable<RawEntry['placed']>, streamNo: number, state: TapState): Generator<One> {
  const field = 'field' in entry ? (entry.field ?? '') : '';
  const inDay = [day, pointNo, field];
  if (placing !== 'as-sent') yield ['rollup_day', inDay, placing];
  switch (entry.kind) {
    case 'tap': {
      yield ['stream_day', [day, pointNo, streamNo], 'received'];
      yield ['stream_day', [ownDay ?? day, pointNo, streamNo], 'received_own'];
      if (state.retracted) return;
      yield ['rollup_day', inDay, `s${entry.score}`];
      if (state.flags !== 0) yield ['rollup_day', inDay, `f${entry.score}`];
      yield ['rollup_hour', [day, pointNo, hour, field], `s${entry.score}`];
      if (entry.procedure !== undefined) yield ['rollup_procedure', [day, pointNo, entry.procedure, field], `s${entry.score}`];
      for (const reason of state.reasons) yield ['rollup_reason', [day, pointNo, field, reason], 'taps'];
      return;
    }
    case 'asked':
      return yield ['rollup_day', inDay, 'asked'];
    case 'handoff':
      yield ['rollup_procedure', [day, pointNo, entry.procedure, field], 'handoffs'];
      return yield ['rollup_step', [day, pointNo, entry.procedure, entry.step, field], 'handoffs'];
    case 'guide': {
      const step: One[1] = [day, pointNo, entry.procedure, entry.step, field];
      const column = { open: 'opened', step: null, finish: 'finished', leave: 'left_early', problem: 'problems' }[entry.action];
      if (column !== null) yield ['rollup_procedure', [day, pointNo, entry.procedure, field], column];
      if (entry.action === 'open' || entry.action === 'step') yield ['rollup_step', step, 'reached'];
      if (entry.action === 'leave') yield ['rollup_step', step, 'left_early'];
      if (entry.action === 'problem') yield ['rollup_step', step, 'problems'];
      return;
    }
    default:
      return;
  }
}

/** Where the rollups say something else than the raw entries; at most `shown` of each table. */
export function compareRollups(kept: RollupRows, counted: Counted, pruned: Awaited<ReturnType<LedgerReader['prunedDays']>>, shown: number): readonly Finding[] {
  const prunedCells = new Set(pruned.map(({ day, pointNo }) => JSON.stringify([day, pointNo])));
  return ROLLUP_NAMES.flatMap((table) => {
    const rows = new Map(kept[table].map(({ keys, counts }) => [JSON.stringify(keys), counts]));
    const again = counted.get(table) ?? new Map<string, ReadonlyMap<string, number>>();
    const isPruned = (key: string): boolean => {
      const [day, pointNo]: readonly unknown[] = JSON.parse(key);
      return prunedCells.has(JSON.stringify([day, pointNo]));
    };
    const first = firstDayOf(table, kept[table]);
    const isBefore = (key: string): boolean => first !== null && String(JSON.parse(key)[0]) <= first;
    return [...new Set([...rows.keys(), ...again.keys()])]
      .flatMap((key) => {
        const columns = ROLLUP_TABLES[table].counts;
        const said = columns.map((_, index) => rows.get(key)?.[index] ?? 0);
        const is = columns.map((column) => again.get(key)?.get(column) ?? 0);
        if (isBefore(key) && said.every((count, index) => count <= (is[index] ?? 0))) return [];
        const fits = isPruned(key) ? said.every((count, index) => count >= (is[index] ?? 0)) : said.join() === is.join();
        return fits ? [] : [{ check: table, detail: `${key} is kept as ${said.join(', ')}, and is ${is.join(', ')} by the raw entries` }];
      })
      .slice(0, shown);
  });
}

/**
 * The first day on which a table was counted, which may have begun in the middle of it; null for a table
 * as old as the centre. A table of a later version has nothing for the days before it.
 */
function firstDayOf(table: RollupTable, rows: RollupRows[RollupTable]): string | null {
  if (table !== 'rollup_clip_guide') return null;
  return rows.map(({ keys }) => String(keys[0])).reduce((first, day) => (day < first ? day : first), '9999-12-31');
}
