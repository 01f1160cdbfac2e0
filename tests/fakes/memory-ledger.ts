import type { GroupWrite, LedgerReader, LedgerRepository, LedgerTransaction, Segment, StreamState, TapChange } from '#server/repositories/ledger.ts';
import { ofEachRollup, ROLLUP_NAMES, type RollupRow, type RollupRows } from '#server/repositories/rollup-tables.ts';

type KeptStream = StreamState & { readonly id: string; readonly quarantined: number; readonly unplaceable: number };

/** A ledger in memory: quick enough to take thousands of random streams. One transaction at a time, none fails halfway. */
export type MemoryLedger = LedgerRepository & { readonly changes: ReadonlyMap<number, ReadonlyMap<number, TapChange>>; rollups(): RollupRows };

export function memoryLedger(): MemoryLedger {
  const streams = new Map<string, KeptStream>();
  const segments: Segment[] = [];
  const changes = new Map<number, Map<number, TapChange>>();
  const quarantined: { readonly streamNo: number; readonly seq: number }[] = [];
  const counts = new Map<string, Map<string, number[]>>(ROLLUP_NAMES.map((table) => [table, new Map()]));

  const changesWhere = (streamNo: number, fits: (seq: number) => boolean): readonly TapChange[] =>
    [...(changes.get(streamNo)?.values() ?? [])].filter(({ seq }) => fits(seq)).toSorted((one, other) => one.seq - other.seq);
  const rowsOf = (table: string): readonly RollupRow[] =>
    [...(counts.get(table) ?? [])].map(([key, row]) => ({ keys: JSON.parse(key), counts: row })).filter((row) => row.counts.some((count) => count !== 0));
  const rollups = (): RollupRows => ofEachRollup(rowsOf);
  const keep = (write: GroupWrite): void => {
    segments.push(...write.segments);
    for (const { streamNo, ...change } of write.changes) changes.set(streamNo, (changes.get(streamNo) ?? new Map<number, TapChange>()).set(change.seq, change));
    quarantined.push(...write.quarantined);
    for (const table of ROLLUP_NAMES) {
      for (const { keys, counts: added } of write.rollups[table]) {
        const rows = counts.get(table) ?? new Map<string, number[]>();
        const known = rows.get(JSON.stringify(keys)) ?? added.map(() => 0);
        rows.set(JSON.stringify(keys), known.map((count, index) => count + (added[index] ?? 0)));
      }
    }
    for (const { streamNo, mark, forwardTo, tail, quarantined: refused, unplaceable } of write.streams) {
      const stream = [...streams.values()].find(({ no }) => no === streamNo);
      if (stream !== undefined) streams.set(stream.id, { ...stream, mark, forwardTo, tail, quarantined: stream.quarantined + refused, unplaceable: stream.unplaceable + unplaceable });
    }
  };
  const transaction: LedgerTransaction = {
    lockStreams: async (ids) => new Map(ids.flatMap((id) => (streams.has(id) ? [[id, streams.get(id)]] : [])) as [string, KeptStream][]),
    async openStreams(opened) {
      for (const { id, deviceId } of opened) streams.set(id, { id, no: streams.size + 1, deviceId, isRevoked: false, mark: 0, forwardTo: 0, tail: '', quarantined: 0, unplaceable: 0 });
      return streams;
    },
    changesOf: async (streamNo, seqs) => changesWhere(streamNo, (seq) => seqs.includes(seq)),
    changesBetween: async (streamNo, from, to) => changesWhere(streamNo, (seq) => seq >= from && seq <= to),
    segmentWith: async (streamNo, seq) => segments.find((segment) => segment.streamNo === streamNo && segment.first <= seq && segment.last >= seq) ?? null,
    keep: async (write) => keep(write),
  };
  const summaryOf = ({ no, id, mark, tail, quarantined: refused, unplaceable }: KeptStream) => ({ no, id, mark, tail, quarantined: refused, unplaceable, prunedTo: 0 });
  const inOrder = (): readonly Segment[] => segments.toSorted((one, other) => one.streamNo - other.streamNo || one.first - other.first);
  const reader: LedgerReader = {
    holdings: async () => [...new Set(inOrder().map(({ pointNo, streamNo }) => `${pointNo} ${streamNo}`))].map((text) => ({ pointNo: Number(text.split(' ')[0]), streamNo: Number(text.split(' ')[1]) })),
    countedPoints: async () => [...new Set(ROLLUP_NAMES.flatMap((table) => rowsOf(table).map(({ keys }) => Number(keys[1]))))],
    streams: async (after, most) => [...streams.values()].filter(({ no }) => no > after).slice(0, most).map(summaryOf),
    stream: async (no) => [...streams.values()].filter((stream) => stream.no === no).map(summaryOf)[0] ?? null,
    segments: async (streamNo, after, most) => inOrder().filter((segment) => segment.streamNo === streamNo && segment.first > after).slice(0, most),
    segmentsOfDay: async (pointNo, day) => inOrder().filter((segment) => segment.pointNo === pointNo && segment.firstDay <= day && segment.lastDay >= day),
    changesBetween: transaction.changesBetween,
    quarantinedSeqs: async (streamNo) => quarantined.filter((row) => row.streamNo === streamNo).map(({ seq }) => seq),
    rollups: async (points) => ofEachRollup((table) => rowsOf(table).filter(({ keys }) => points.includes(Number(keys[1])))),
    // Rows by field are all it keeps, so there is no sum beside them that could be wrong.
    wrongSums: async () => [],
    prunedDays: async () => [],
  };
  return { parallel: 1, transaction: (work) => work(transaction), read: (work) => work(reader), prune: async () => 0, changes, rollups };
}
