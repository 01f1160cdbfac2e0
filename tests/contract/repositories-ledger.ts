import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GroupWrite, LedgerTransaction, OfStream, Segment, StreamAdvance, StreamState, TapChange } from '#server/repositories/ledger.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { ofEachRollup, type RollupRows } from '#server/repositories/rollup-tables.ts';
import { DAY, enrol, NOW, type OpenedStore } from './repositories-given.ts';

/** What every ledger store must do, whichever database is behind it. */
export function ledgerContract(open: () => Promise<OpenedStore>): void {
  let store: OpenedStore;
  let no: number;
  beforeEach(async () => {
    store = await open();
    await store.repositories.points.add({ id: 'p1', name: 'Một', kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit: 'xa' }, NOW);
    await enrol(store.repositories, 'd1', 'stream-1');
    no = (await stateOf('stream-1'))?.no ?? 0;
  });
  afterEach(() => store.destroy());
  const current = (): Repositories => store.repositories;
  const within = <T>(work: (tx: LedgerTransaction) => Promise<T>): Promise<T> => current().ledger.transaction(work);
  const stateOf = (id: string): Promise<StreamState | undefined> => within(async (tx) => (await tx.lockStreams([id, 'unknown'])).get(id));
  const keep = (write: Partial<GroupWrite>): Promise<void> => within((tx) => tx.keep({ ...NOTHING, ...write }));
  const advance = (more: Partial<StreamAdvance> = {}): StreamAdvance => ({
    streamNo: no, deviceId: 'd1', mark: 1, forwardTo: 0, tail: '', quarantined: 0, unplaceable: 0, now: NOW, ...more,
  });
  const segment = (first: number, last: number, more: Partial<Segment> = {}): Segment => ({
    streamNo: no, first, last, pointNo: 1, timezone: 'Asia/Ho_Chi_Minh', receivedAt: NOW, firstDay: DAY, lastDay: DAY, body: { encoding: 'plain', bytes: Buffer.from(`{"from":${first}}`) }, ...more,
  });
  const change = (seq: number, more: Partial<TapChange> = {}): OfStream<TapChange> => ({ streamNo: no, seq, flags: 0, retracted: false, reasons: [], ...more });

  test('a transaction that fails leaves nothing behind, and the next one works', async () => {
    await expect(
      within(async (tx) => {
        await tx.keep({ ...NOTHING, segments: [segment(1, 1)], streams: [advance()] });
        throw new Error('cut off');
      }),
    ).rejects.toThrow('cut off');
    expect(await stateOf('stream-1')).toMatchObject({ mark: 0 });
    expect(await within((tx) => tx.segmentWith(no, 1))).toBeNull();
  });

  test('a stream is opened once, and stands as its last batch left it', async () => {
    const opened = await within((tx) => tx.openStreams([{ id: 'stream-2', deviceId: 'd1', now: NOW }, { id: 'stream-3', deviceId: 'd1', now: NOW }]));
    expect([...opened.keys()].toSorted()).toEqual(['stream-2', 'stream-3']);
    expect(opened.get('stream-2')).toMatchObject({ deviceId: 'd1', mark: 0, forwardTo: 0, tail: '' });
    await keep({ streams: [advance({ mark: 7, forwardTo: 9, tail: '[[1,"chờ"]]' })] });
    expect(await stateOf('stream-1')).toEqual({ no, deviceId: 'd1', isRevoked: false, mark: 7, forwardTo: 9, tail: '[[1,"chờ"]]' });
    await keep({ streams: [advance({ mark: 8, quarantined: 1, unplaceable: 2 })] });
    await keep({ streams: [advance({ mark: 9, quarantined: 1, unplaceable: 2, now: NOW + 1 })] });
    const [device] = await current().devices.list('all');
    expect(device).toMatchObject({ received: 9, quarantined: 2, unplaceable: 4, lastSeenAt: NOW + 1 });
  });

  test('a segment comes back as it was kept, found by any number in it', async () => {
    const packed = segment(3, 9, { body: { encoding: 'gzip', bytes: Buffer.from([0, 1, 255, 0, 128]) }, firstDay: '2026-11-01', receivedAt: NOW + 5 });
    await keep({ segments: [segment(1, 2), packed] });
    for (const seq of [3, 5, 9]) expect(plain(await within((tx) => tx.segmentWith(no, seq)))).toEqual(plain(packed));
    expect(await within((tx) => tx.segmentWith(no, 2))).toMatchObject({ first: 1, last: 2, body: { encoding: 'plain' } });
    expect(await within((tx) => tx.segmentWith(no, 10))).toBeNull();
    expect(await within((tx) => tx.segmentWith(no + 1, 1))).toBeNull();
  });

  test('what is said of numbers replaces what was said of them before', async () => {
    await keep({ changes: [change(2, { flags: 3 }), change(4, { retracted: true }), change(8, { reasons: ['wait', 'chờ'] })] });
    await keep({ changes: [change(2, { flags: 3, retracted: true, reasons: ['late'] })] });
    const two = { seq: 2, flags: 3, retracted: true, reasons: ['late'] };
    const eight = { seq: 8, flags: 0, retracted: false, reasons: ['wait', 'chờ'] };
    expect(await within((tx) => tx.changesOf(no, [2, 3, 8]))).toEqual([two, eight]);
    expect(await within((tx) => tx.changesBetween(no, 3, 7))).toEqual([{ seq: 4, flags: 0, retracted: true, reasons: [] }]);
    expect(await within((tx) => tx.changesBetween(no + 1, 1, 9))).toEqual([]);
  });

  test('rollups add up over transactions', async () => {
    const rollups: RollupRows = {
      rollup_day: [
        { keys: [DAY, 1, 'Hộ tịch'], counts: [0, 0, 1, 0, 2, 0, 0, 0, 0, 1, 1, 2, 3] },
        ...Array.from({ length: 40 }, (_, index) => ({ keys: [`2026-${index < 20 ? '09' : '10'}-${10 + (index % 20)}`, 1, ''], counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] })),
      ],
      rollup_reason: [{ keys: [DAY, 1, '', 'wait'], counts: [2] }],
      rollup_hour: [{ keys: [DAY, 1, 9, ''], counts: [1, 0, 0, 0, 0] }],
      rollup_procedure: [{ keys: [DAY, 1, 'a', ''], counts: [1, 2, 3, 4, 5, 1, 0, 0, 0, 0] }],
      rollup_step: [{ keys: [DAY, 1, 'a', 'b', ''], counts: [1, 2, 3, 4] }],
      rollup_play: [{ keys: [DAY, 1, 'clip', 1], counts: [2, 49_600, 1, 1, 0, 1] }],
      rollup_clip_guide: [{ keys: [DAY, 1, 'clip', 'a'], counts: [1, 1] }],
      stream_day: [{ keys: [DAY, 1, no], counts: [3, 1] }],
    };
    await keep({ rollups });
    await keep({ rollups });
    const query = { from: DAY, to: DAY, pointNos: [1], field: null };
    const { summaries } = current();
    expect(await summaries.days(query)).toEqual([{ day: DAY, pointNo: 1, scores: [0, 0, 2, 0, 4], flagged: [0, 0, 0, 0, 2], asked: 2, corrected: 4, unplaceable: 6 }]);
    expect(await summaries.days({ ...query, field: 'Cư trú' })).toEqual([]);
    expect(await summaries.days({ ...query, pointNos: [] })).toEqual([]);
    expect(await summaries.days({ ...query, from: '2026-09-01' })).toHaveLength(41);
    expect(await summaries.reasons(query)).toEqual([{ day: DAY, pointNo: 1, reasons: { wait: 4 } }]);
    expect(await summaries.reasonsByDay(query)).toEqual([{ day: DAY, reason: 'wait', taps: 4 }]);
    expect(await summaries.hours(query)).toEqual([{ day: DAY, hour: 9, pointNo: 1, scores: [2, 0, 0, 0, 0] }]);
    expect(await summaries.procedures(query)).toEqual([{ procedure: 'a', opened: 2, finished: 4, left: 6, problems: 8, handoffs: 10, scores: [2, 0, 0, 0, 0] }]);
    expect(await summaries.steps(query)).toEqual([{ procedure: 'a', step: 'b', reached: 2, left: 4, problems: 6, handoffs: 8 }]);
    expect(await summaries.completeness(query)).toEqual([{ day: DAY, pointNo: 1, made: null, received: 6, missing: null }]);
    const kept = await current().ledger.read((reader) => reader.rollups([1]));
    expect(kept.rollup_step).toEqual([{ keys: [DAY, 1, 'a', 'b', ''], counts: [2, 4, 6, 8] }]);
    expect(kept.rollup_play).toEqual([{ keys: [DAY, 1, 'clip', 1], counts: [4, 99_200, 2, 2, 0, 2] }]);
    expect(await current().library.plays({ from: DAY, to: DAY, pointNos: [1], field: null })).toEqual([{ day: DAY, clip: 'clip', plays: 4, millis: 99_200, streams: 1, wakes: 2, guides: 2, taps: 0, handoffs: 2 }]);
    expect(await current().library.ledTo({ from: DAY, to: DAY, pointNos: [1], field: null })).toEqual([{ clip: 'clip', procedure: 'a', opened: 2, handoffs: 2 }]);
    expect(await current().library.ledTo({ from: DAY, to: DAY, pointNos: [2], field: null })).toEqual([]);
    expect(kept.rollup_day).toHaveLength(41);
  });

  test('a reader sees one moment, a page at a time', async () => {
    await keep({ segments: [segment(1, 2), segment(3, 4), segment(5, 5, { pointNo: 2, firstDay: '2026-12-01', lastDay: '2026-12-01' })], quarantined: [{ streamNo: no, seq: 2, detail: 'd', raw: '{}', now: NOW }], streams: [advance({ mark: 5 })] });
    await current().ledger.read(async (reader) => {
      expect((await reader.segments(no, 0, 2)).map((each) => each.first)).toEqual([1, 3]);
      await keep({ segments: [segment(6, 6)], streams: [advance({ mark: 6 })] });
      expect((await reader.segments(no, 3, 9)).map((each) => each.first)).toEqual([5]);
      expect(await reader.stream(no)).toEqual({ no, id: 'stream-1', mark: 5, tail: '', quarantined: 0, unplaceable: 0, prunedTo: 0 });
      expect(await reader.streams(no, 9)).toEqual([]);
      expect(await reader.quarantinedSeqs(no)).toEqual([2]);
      expect(await reader.holdings()).toEqual([{ pointNo: 1, streamNo: no }, { pointNo: 2, streamNo: no }]);
      expect((await reader.segmentsOfDay(1, DAY)).map((each) => each.first)).toEqual([1, 3]);
    });
    expect((await current().ledger.read((reader) => reader.segments(no, 0, 9))).map((each) => each.first)).toEqual([1, 3, 5, 6]);
  });

  test('pruning takes whole months of raw entries and what was said of them, and remembers the days', async () => {
    const [september, october] = [Date.UTC(2026, 8, 30, 23), Date.UTC(2026, 9, 1)];
    const day = (name: string, stream: number): RollupRows['stream_day'][number] => ({ keys: [name, 1, stream], counts: [1, 1] });
    await keep({
      segments: [segment(1, 4, { receivedAt: september, firstDay: '2026-09-29', lastDay: '2026-09-30' }), segment(5, 6, { receivedAt: october, firstDay: '2026-10-01', lastDay: '2026-10-01' })],
      changes: [change(4, { flags: 1 }), change(5, { flags: 1 })],
      rollups: { ...NOTHING.rollups, stream_day: [day('2026-09-29', no), day('2026-09-30', no), day('2026-10-01', no)] },
      streams: [advance({ mark: 6 })],
    });
    expect(await current().ledger.prune(october)).toBe(1);
    expect(await current().ledger.prune(october)).toBe(0);
    await current().ledger.read(async (reader) => {
      expect((await reader.segments(no, 0, 9)).map((each) => each.first)).toEqual([5]);
      expect((await reader.changesBetween(no, 1, 9)).map((each) => each.seq)).toEqual([5]);
      expect(await reader.stream(no)).toMatchObject({ prunedTo: 4, mark: 6 });
      expect((await reader.prunedDays([1])).map((each) => each.day).toSorted()).toEqual(['2026-09-29', '2026-09-30']);
      expect((await reader.rollups([1])).stream_day).toHaveLength(3);
    });
  });
}

const NOTHING: GroupWrite = {
  segments: [],
  changes: [],
  quarantined: [],
  rollups: ofEachRollup(() => []),
  streams: [],
};

/** Buffers and typed arrays that hold the same bytes are the same to a ledger. */
function plain(segment: Segment | null): unknown {
  return segment === null ? null : { ...segment, body: { encoding: segment.body.encoding, bytes: [...segment.body.bytes] } };
}
