import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GroupWrite, StreamState } from '#server/repositories/ledger.ts';
import { ofEachRollup, ROLLUP_TABLES, SUM_TABLES, type RollupTable } from '#server/repositories/rollup-tables.ts';
import { rawEntries } from '#server/services/ledger/raw-entries.ts';
import type { OpenedStore } from '#tests/contract/repositories-given.ts';
import { STORES } from '#tests/contract/stores.ts';
import { clockAt, entry, MINUTE, openCentre, tap, TEN_O_CLOCK, TODAY, type Centre, type Kiosk } from './open-centre.ts';

const DAY = 24 * 60 * MINUTE;

describe.each(STORES)('the check of a ledger over $name', ({ open }) => {
  let store: OpenedStore;
  let centre: Centre;
  let kiosk: Kiosk;
  let stream: StreamState;
  beforeEach(async () => {
    store = await open();
    centre = await openCentre({}, mkdtempSync(join(tmpdir(), 'mot-cham-check-')), { repositories: store.repositories });
    await centre.addPoint('p1');
    await centre.addUser('a@vi.vn', 'admin');
    kiosk = await centre.enrol('p1');
    await centre.send(kiosk, { first: 1, entries: [tap(5, 30 * MINUTE, { futureThing: 1 }), tap(1, 20 * MINUTE, { field: 'Hộ tịch', procedure: 'a' }), { kind: 'dance' }] });
    await centre.send(kiosk, { first: 4, entries: [entry('retract', 9 * MINUTE, { of: 1 }), entry('reasons', 8 * MINUTE, { of: 2, reasons: ['wait'] }), entry('guide', 7 * MINUTE, { procedure: 'a', step: 'b', action: 'open' })] });
    stream = await state();
  });
  afterEach(async () => {
    await centre.app.close();
    await store.destroy();
    rmSync(centre.dataDir, { recursive: true });
  });
  const state = async (): Promise<StreamState> => {
    const found = (await centre.repositories.ledger.transaction((tx) => tx.lockStreams([kiosk.stream]))).get(kiosk.stream);
    if (found === undefined) throw new Error('the stream is not there');
    return found;
  };
  /** Writes past every rule, as a bug would. */
  const plant = (write: Partial<GroupWrite>): Promise<void> =>
    centre.repositories.ledger.transaction((tx) => tx.keep({ segments: [], changes: [], quarantined: [], rollups: ofEachRollup(() => []), streams: [], ...write }));
  const found = async (): Promise<readonly string[]> => [...new Set((await centre.check()).map(({ check }) => check))].toSorted();

  test('finds nothing where nothing is wrong', async () => {
    expect(await found()).toEqual([]);
  });

  test('finds every rollup that counts too much or too little', async () => {
    const rows: Partial<Record<RollupTable, { readonly keys: readonly (string | number)[]; readonly counts: readonly number[] }>> = {
      rollup_day: { keys: [TODAY, 1, ''], counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0] },
      rollup_hour: { keys: [TODAY, 1, 9, 'Hộ tịch'], counts: [-1, 0, 0, 0, 0] },
      rollup_reason: { keys: [TODAY, 1, 'Hộ tịch', 'wait'], counts: [1] },
      rollup_procedure: { keys: [TODAY, 1, 'a', ''], counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
      rollup_step: { keys: [TODAY, 1, 'a', 'c', ''], counts: [1, 0, 0, 0] },
      rollup_clip_guide: { keys: [TODAY, 1, 'clip', 'a'], counts: [1, 0] },
      stream_day: { keys: [TODAY, 1, stream.no], counts: [1, 0] },
    };
    for (const [table, row] of Object.entries(rows)) {
      await plant({ rollups: ofEachRollup((name) => (name === table ? [row] : [])) });
      expect(await found()).toEqual([table]);
      await plant({ rollups: ofEachRollup((name) => (name === table ? [{ keys: row.keys, counts: row.counts.map((count) => -count) }] : [])) });
    }
    expect(await found()).toEqual([]);
  });

  test('finds a sum over fields that is not what its rows by field say', async () => {
    await store.meddle(`UPDATE rollup_point SET s1 = s1 + 1 WHERE day = '${TODAY}'`);
    expect(await found()).toEqual(['rollup_point']);
    await store.meddle('DELETE FROM rollup_point');
    expect(await found()).toEqual(['rollup_point']);
    const { of, keys } = SUM_TABLES.rollup_point;
    const { counts } = ROLLUP_TABLES[of];
    await store.meddle(`INSERT INTO rollup_point (${[...keys, ...counts].join(', ')}) SELECT ${[...keys, ...counts.map((count) => `sum(${count})`)].join(', ')} FROM ${of} GROUP BY ${keys.join(', ')}`);
    expect(await found()).toEqual([]);
  });

  test('finds wrong sums of reasons, in their own column and in a row of their own', async () => {
    await store.meddle(`UPDATE point_reasons SET n1 = n1 + 1 WHERE day = '${TODAY}'`);
    expect(await found()).toEqual(['rollup_point_reason']);
    await store.meddle(`UPDATE point_reasons SET n1 = n1 - 1 WHERE day = '${TODAY}'`);
    expect(await found()).toEqual([]);
    await store.meddle(`INSERT INTO rollup_point_reason (day, point_no, reason, taps) VALUES ('${TODAY}', 1, 'new', 1)`);
    expect(await found()).toEqual(['rollup_point_reason']);
    await store.meddle("DELETE FROM rollup_point_reason WHERE reason = 'new'");
    await store.meddle('DELETE FROM point_reasons');
    expect(await found()).toEqual(['rollup_point_reason']);
  });

  test('finds a tap that stands otherwise than its entries say, and what was counted for it', async () => {
    await plant({ changes: [{ streamNo: stream.no, seq: 2, flags: 2, retracted: false, reasons: ['wait'] }] });
    expect(await found()).toEqual(['tap_change']);
    await plant({ changes: [{ streamNo: stream.no, seq: 2, flags: 0, retracted: false, reasons: ['wait'] }, { streamNo: stream.no, seq: 9, flags: 0, retracted: true, reasons: [] }] });
    expect(await found()).toEqual(['tap_change']);
  });

  test('finds a mark beyond its entries, a hole, a wrong tail and an entry in quarantine that none is', async () => {
    const advance = { streamNo: stream.no, deviceId: kiosk.deviceId, mark: stream.mark, forwardTo: 0, tail: stream.tail, quarantined: 0, unplaceable: 0, now: TEN_O_CLOCK };
    await plant({ streams: [{ ...advance, mark: 7 }] });
    expect(await found()).toEqual(['marks']);
    await plant({ streams: [{ ...advance, tail: '' }] });
    expect(await found()).toEqual(['tail']);
    await plant({ streams: [advance], quarantined: [{ streamNo: stream.no, seq: 5, detail: 'd', raw: '{}', now: TEN_O_CLOCK }] });
    expect(await found()).toEqual(['quarantine']);
  });

  test('finds a segment that cannot be read any more', async () => {
    const body = { encoding: 'gzip', bytes: Buffer.from('damaged') } as const;
    await plant({ segments: [{ streamNo: stream.no, first: 7, last: 9, pointNo: 1, timezone: 'Asia/Ho_Chi_Minh', receivedAt: TEN_O_CLOCK, firstDay: TODAY, lastDay: TODAY, body }] });
    expect(await found()).toEqual(['segments']);
  });

  test('the raw view gives a day\'s entries as they came, with what was said of them since', async () => {
    const raw = await rawEntries(centre.repositories.ledger, 1, TODAY);
    expect(raw.map(({ seq, kind, retracted, reasons }) => [seq, kind, retracted, reasons])).toEqual([
      [1, 'tap', true, []],
      [2, 'tap', false, ['wait']],
      [4, 'retract', false, []],
      [5, 'reasons', false, []],
      [6, 'guide', false, []],
    ]);
    expect(raw[0]).toMatchObject({ streamNo: stream.no, at: TEN_O_CLOCK - 30 * MINUTE, hour: 9, placing: 'as-sent', receivedAt: TEN_O_CLOCK, entry: { score: 5, futureThing: 1 } });
    expect(await rawEntries(centre.repositories.ledger, 1, '2026-11-22')).toEqual([]);
    expect(await rawEntries(centre.repositories.ledger, 2, TODAY)).toEqual([]);
  });

  test('after pruning, summaries stand, what is left is checked, and late words about what is gone do no harm', async () => {
    const summary = async (): Promise<unknown> => (await centre.getAs(await centre.cookieOf('a@vi.vn'), `/api/v1/summaries/daily?from=${TODAY}&to=${TODAY}&servicePoint=p1`)).json();
    const before = await summary();
    const later = TEN_O_CLOCK + 20 * DAY;
    centre.clock.set(later);
    await centre.send(kiosk, { first: 7, clock: clockAt(later), entries: [tap(4, MINUTE, {}, later), tap(3, 0, {}, later)] });
    expect(await centre.repositories.ledger.prune(Date.UTC(2026, 11, 1))).toBe(2);
    expect([await found(), await summary()]).toEqual([[], before]);
    expect(await rawEntries(centre.repositories.ledger, 1, TODAY)).toEqual([]);
    const words = [{ kind: 'retract', of: 2 }, { kind: 'reasons', of: 7, reasons: ['late'] }].map((said) => ({ ...said, at: later, up: 1, boot: 'boot-a' }));
    expect((await centre.send(kiosk, { first: 9, clock: clockAt(later), entries: words })).json()).toEqual({ received: 10 });
    expect([await found(), await summary()]).toEqual([[], before]);
    await plant({ rollups: ofEachRollup((table) => (table === 'rollup_day' ? [{ keys: ['2026-12-13', 1, ''], counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }] : [])) });
    expect(await found()).toEqual(['rollup_day']);
  });
});
