import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntryRow, LedgerTransaction, RollupDelta, StoredTap } from '#server/repositories/ledger.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { DAY, enrol, NOW, type OpenedStore } from './repositories-given.ts';

/** What every ledger store must do, whichever database is behind it. */
export function ledgerContract(open: () => Promise<OpenedStore>): void {
  let store: OpenedStore;
  beforeEach(async () => {
    store = await open();
    await store.repositories.points.add({ id: 'p1', name: 'Một', kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit: 'xa' }, NOW);
  });
  afterEach(() => store.destroy());
  const current = (): Repositories => store.repositories;
  const within = <T>(work: (tx: LedgerTransaction) => Promise<T>): Promise<T> => current().ledger.transaction(work);
  const openStream = async (): Promise<number> => {
    await enrol(current(), 'd1', 'stream-1');
    return within(async (tx) => (await tx.lockStream('stream-1'))?.no ?? 0);
  };

  test('a transaction that fails leaves nothing behind, and the next one works', async () => {
    const no = await openStream();
    await expect(
      within(async (tx) => {
        await tx.insertEntries(no, [tapRow(1)]);
        await tx.advance(no, 'd1', { mark: 1, forwardTo: 0, quarantined: 0, unplaceable: 0 }, NOW);
        throw new Error('cut off');
      }),
    ).rejects.toThrow('cut off');
    expect(await within((tx) => tx.lockStream('stream-1'))).toMatchObject({ mark: 0 });
    expect(await within((tx) => tx.taps(no, [1]))).toEqual([]);
  });

  test('an entry\'s number is given once', async () => {
    const no = await openStream();
    await within((tx) => tx.insertEntries(no, [tapRow(1)]));
    await expect(within((tx) => tx.insertEntries(no, [tapRow(1)]))).rejects.toThrow(/constraint|unique/i);
  });

  test('taps come back as they were kept and changed', async () => {
    const no = await openStream();
    const rows = Array.from({ length: 45 }, (_, index) => tapRow(index + 1));
    await within((tx) => tx.insertEntries(no, [...rows, referenceRow(46, 'retract', 60), referenceRow(47, 'reasons', 61)]));
    await within((tx) => tx.changeTaps(no, [{ seq: 2, flags: 3, retracted: true, reasons: ['wait', 'chờ'] }]));
    const [first, second] = await within((tx) => tx.taps(no, [1, 2, 46, 99]));
    expect(first).toEqual(storedTap(1));
    expect(second).toEqual({ ...storedTap(2), flags: 3, retracted: true, reasons: ['wait', 'chờ'] });
    expect(await within((tx) => tx.earlyReferences(no, 50))).toEqual([
      { kind: 'retract', of: 60, seq: 46 },
      { kind: 'reasons', of: 61, seq: 47, reasons: ['wait'] },
    ]);
    expect(await within((tx) => tx.earlyReferences(no, 62))).toEqual([]);
  });

  test('the tail reaches back to the first tap that is out of reach, in ledger order', async () => {
    const no = await openStream();
    await within((tx) => tx.insertEntries(no, [1, 2, 3, 4].map(tapRow)));
    const seqs = async (window: { after: number; lastAt: number; most?: number }): Promise<readonly number[]> => (await within((tx) => tx.tailOfTaps(no, { most: 9, ...window }))).map((tap) => tap.seq);
    expect(await seqs({ after: NOW + 2_000, lastAt: NOW + 9_000 })).toEqual([3, 4]);
    expect(await seqs({ after: 0, lastAt: NOW + 3_500 })).toEqual([]);
    expect(await seqs({ after: 0, lastAt: NOW + 4_000 })).toEqual([1, 2, 3, 4]);
    expect(await seqs({ after: 0, lastAt: NOW + 4_000, most: 3 })).toEqual([2, 3, 4]);
  });

  test('rollups add up over transactions', async () => {
    const no = await openStream();
    const delta: RollupDelta = {
      days: [{ day: DAY, pointNo: 1, field: 'Hộ tịch', scores: [0, 0, 1, 0, 2], flagged: [0, 0, 0, 0, 1], asked: 1, corrected: 2, unplaceable: 3 }],
      reasons: [{ day: DAY, pointNo: 1, field: '', reason: 'wait', taps: 2 }],
      hours: [{ day: DAY, pointNo: 1, hour: 9, field: '', scores: [1, 0, 0, 0, 0] }],
      procedures: [{ day: DAY, pointNo: 1, procedure: 'a', field: '', opened: 1, finished: 2, left: 3, problems: 4, handoffs: 5, scores: [1, 0, 0, 0, 0] }],
      steps: [{ day: DAY, pointNo: 1, procedure: 'a', step: 'b', field: '', reached: 1, left: 2, problems: 3, handoffs: 4 }],
      streamDays: [{ day: DAY, pointNo: 1, received: 3, receivedOwn: 1 }],
    };
    await within((tx) => tx.addToRollups(no, delta));
    await within((tx) => tx.addToRollups(no, delta));
    const query = { from: DAY, to: DAY, pointNos: [1], field: null };
    const { summaries } = current();
    expect(await summaries.days(query)).toEqual([{ day: DAY, pointNo: 1, scores: [0, 0, 2, 0, 4], flagged: [0, 0, 0, 0, 2], asked: 2, corrected: 4, unplaceable: 6 }]);
    expect(await summaries.days({ ...query, field: 'Cư trú' })).toEqual([]);
    expect(await summaries.days({ ...query, pointNos: [] })).toEqual([]);
    expect(await summaries.reasons(query)).toEqual([{ day: DAY, pointNo: 1, reason: 'wait', taps: 4 }]);
    expect(await summaries.hours(query)).toEqual([{ day: DAY, hour: 9, pointNo: 1, scores: [2, 0, 0, 0, 0] }]);
    expect(await summaries.procedures(query)).toEqual([{ procedure: 'a', opened: 2, finished: 4, left: 6, problems: 8, handoffs: 10, scores: [2, 0, 0, 0, 0] }]);
    expect(await summaries.steps(query)).toEqual([{ procedure: 'a', step: 'b', reached: 2, left: 4, problems: 6, handoffs: 8 }]);
    expect(await summaries.completeness(query)).toEqual([{ day: DAY, pointNo: 1, made: null, received: 6, missing: null }]);
  });

  test('the check finds rollups and marks that do not fit the entries', async () => {
    const no = await openStream();
    await within((tx) => tx.insertEntries(no, [tapRow(1), tapRow(3)]));
    const checks = (await current().care.check()).map((finding) => finding.check);
    expect(checks).toEqual(expect.arrayContaining(['marks', 'rollup_day', 'rollup_hour', 'stream_day']));
  });
}

function storedTap(seq: number): StoredTap {
  return {
    seq,
    pointNo: 1,
    at: NOW + seq * 1_000,
    day: DAY,
    hour: 9,
    ownDay: null,
    score: 4,
    field: 'Hộ tịch',
    procedure: null,
    flags: 0,
    retracted: false,
    reasons: [],
  };
}

function tapRow(seq: number): EntryRow {
  const { at, day, hour, pointNo, ownDay, score, field, procedure, flags, retracted, reasons } = storedTap(seq);
  return { seq, pointNo, kind: 'tap', at, day, hour, placing: 'as-sent', ownDay, of: null, tap: { score, field, procedure, flags, retracted, reasons }, body: '{"kind":"tap"}' };
}

function referenceRow(seq: number, kind: 'retract' | 'reasons', of: number): EntryRow {
  return { ...tapRow(seq), kind, of, tap: null, body: JSON.stringify({ kind, of, reasons: ['wait'] }) };
}
