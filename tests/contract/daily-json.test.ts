import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DailySummaryQuery } from '#contract/summaries.ts';
import { ofEachRollup, type RollupRow } from '#server/repositories/rollup-tables.ts';
import { summaries, type Summaries } from '#server/services/summaries.ts';
import type { Staff } from '#server/services/staff-access.ts';
import type { OpenedStore } from './repositories-given.ts';
import { STORES } from './stores.ts';

const STAFF: Staff = { id: 'u', email: 'u@vi.vn', role: 'admin', unit: null };
const SPAN = { from: '2026-11-01', to: '2026-11-12' };
const QUERIES: readonly DailySummaryQuery[] = [
  SPAN,
  { ...SPAN, unit: 'xa' },
  { ...SPAN, servicePoint: 'p2' },
  { ...SPAN, field: 'Đất đai' },
  { ...SPAN, merge: 'unit' },
  { from: '2025-11-10', to: '2026-11-12' },
  { from: '2026-09-12', to: '2026-11-12' },
];

/** Rows by field as taps leave them; the 21st is a day without any, p3 never had one. */
function dayRows(): readonly RollupRow[] {
  return [1, 2].flatMap((no) =>
    ['2026-11-03', '2026-11-04', '2026-11-10'].flatMap((day, at) =>
      ['', 'Đất đai'].map((field, kind) => ({ keys: [day, no, field], counts: [at, 1, kind, 7 * no, 90 * at, 0, 0, 0, no, at, kind === 0 ? 5 : 0, at, 0] })),
    ),
  );
}

function reasonRows(reasons: readonly string[]): readonly RollupRow[] {
  return ['2026-11-03', '2026-11-10'].flatMap((day) => ['', 'Đất đai'].flatMap((field) => reasons.toSorted().map((reason, at) => ({ keys: [day, 2, field, reason], counts: [at + 1] }))));
}

describe.each(STORES)('the JSON of the daily summary over $name', ({ open }) => {
  let store: OpenedStore;
  let asked: Summaries;
  beforeEach(async () => {
    store = await open();
    const { points } = store.repositories;
    await points.addUnit({ id: 'xa', name: 'Xã', parent: null });
    for (const id of ['p1', 'p2', 'p3']) await points.add({ id, name: id, kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit: id === 'p1' ? null : 'xa' }, 0);
    asked = summaries(store.repositories);
  });
  afterEach(() => store.destroy());
  const plant = (reasons: readonly string[]): Promise<void> =>
    store.repositories.ledger.transaction((tx) => {
      const rollups = ofEachRollup((table) => {
        if (table === 'rollup_day') return dayRows();
        if (table === 'rollup_reason') return reasonRows(reasons);
        return table === 'stream_day' ? [{ keys: ['2026-11-05', 1, 1], counts: [4, 4] }] : [];
      });
      return tx.keep({ segments: [], changes: [], quarantined: [], streams: [], rollups });
    });
  const expectSame = async (): Promise<void> => {
    for (const query of QUERIES) {
      const [values, bytes] = [await asked.daily(STAFF, query), await asked.dailyJson(STAFF, query)];
      if (!values.ok || !bytes.ok) throw new Error('both must answer');
      expect(values.value.days.length).toBeGreaterThan(3);
      expect(JSON.parse(bytes.value.toString())).toEqual(values.value);
    }
  };

  test('says what the objects say, with zeros, without them, by field and merged', async () => {
    await plant(['wait', 'kết quả trễ', '7']);
    await expectSame();
  });

  test('says so of reasons whose names need an escape', async () => {
    await plant(['a"b', 'c\\d', 'e\nf', 'wait']);
    await expectSame();
  });

  test('says so where there are more reasons than have a column of their own', async () => {
    await plant(Array.from({ length: 20 }, (_, at) => `r${at}`));
    await expectSame();
    const days = await asked.daily(STAFF, { ...SPAN, servicePoint: 'p2' });
    const given = days.ok ? Object.entries(days.value.days.find(({ day }) => day === '2026-11-03')?.reasons ?? {}) : [];
    expect(given).toHaveLength(20);
    // Each by field '' and once more by another, as `plant` counts them in the order of their names.
    expect(given.map(([, taps]) => taps)).toEqual(Array.from({ length: 20 }, (_, at) => 2 * (at + 1)));
  });

  test('refuses what the objects refuse', async () => {
    const wrong = { ...SPAN, to: '2026-02-30' };
    expect(await asked.dailyJson(STAFF, wrong)).toEqual(await asked.daily(STAFF, wrong));
  });
});
