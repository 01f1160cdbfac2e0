import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkLedger } from '#server/services/ledger/check-ledger.ts';
import { ledgerIntake } from '#server/services/ledger/ledger-intake.ts';
import { rawEntries } from '#server/services/ledger/raw-entries.ts';
import { memoryLedger, type MemoryLedger } from '#tests/fakes/memory-ledger.ts';

const NOW = Date.UTC(2026, 10, 23, 3);
const UP = 86_400_000;
const POINT = { no: 1, timezone: 'Asia/Ho_Chi_Minh' };

type Piece = { readonly from: number; readonly length: number; readonly late: number };

const text = fc.constantFrom('a', 'b', 'Hộ tịch');
/** What an entry says, beside when: references reach back, ahead, to themselves and to what is no tap. */
const said = (count: number): fc.Arbitrary<Record<string, unknown>> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ kind: fc.constant('tap'), score: fc.integer({ min: 1, max: 5 }), about: fc.constant('visit'), field: text, procedure: text }, { requiredKeys: ['kind', 'score', 'about'] }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('reasons'), of: fc.integer({ min: 1, max: count + 5 }), reasons: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('retract'), of: fc.integer({ min: 1, max: count + 5 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('guide'), procedure: text, step: text, action: fc.constantFrom('open', 'step', 'finish', 'leave', 'problem') }) },
    { weight: 1, arbitrary: fc.constantFrom({ kind: 'asked', about: 'visit', outcome: 'ignored' }, { kind: 'handoff', procedure: 'a', step: 'b', code: 'c', action: 'shown' }, { kind: 'dance' }, { kind: 'tap', score: 9 }) },
    { weight: 1, arbitrary: fc.constantFrom({ kind: 'wake', clip: 'a' }, { kind: 'wake', clip: 'b' }, { kind: 'play', clip: 'a', plays: 3, seconds: 7.5, from: 1 }) },
  );
/** Mostly a few seconds apart, so that the misuse rule has something to find; sometimes a clock that was set. */
const step = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 20_000 }) }, { weight: 2, arbitrary: fc.integer({ min: 20_000, max: 9_000_000 }) }, { weight: 1, arbitrary: fc.integer({ min: -90_000, max: 0 }) });
const boot = fc.constantFrom('now', 'now', 'now', 'before');

const ledger = fc
  .integer({ min: 1, max: 60 })
  .chain((count) => fc.array(fc.tuple(said(count), step, boot), { minLength: count, maxLength: count }))
  .map((entries) => {
    let at = NOW - 20 * 3_600_000;
    // Nothing is sent before it happens: what lies ahead of the centre's clock is judged by when it comes, and so by the cut.
    return entries.map(([body, wait, name]) => ({ ...body, at: (at = Math.min(at + wait, NOW)), up: UP - (NOW - at), boot: name }));
  });
/** From where, how many, and how much later than the last one a batch comes; those that overlap or repeat do no harm. */
const pieces = fc.array(fc.record({ from: fc.integer({ min: 0, max: 8 }), length: fc.integer({ min: 1, max: 25 }), late: fc.constantFrom(0, 1_000) }), { maxLength: 40 });

async function take(entries: readonly unknown[], cuts: readonly Piece[], wrongBy: number): Promise<MemoryLedger> {
  const store = memoryLedger();
  const intake = ledgerIntake(store);
  const send = async (first: number, some: unknown[], now: number): Promise<number> => {
    const clock = { now: now + wrongBy, up: UP + (now - NOW), boot: 'now' };
    const bytes = gzipSync(JSON.stringify({ stream: 'stream-1', first, clock, entries: some }), { level: 1 });
    const receipt = await intake({ stream: 'stream-1', first, clock, entries: some, now, deviceId: 'd', point: POINT, body: { encoding: 'gzip', bytes } });
    if (!receipt.ok) throw new Error(receipt.error.message);
    return receipt.value.received;
  };
  let mark = 0;
  let now = NOW;
  for (const { from, length, late } of cuts) {
    now += late;
    const first = Math.max(1, mark + 1 - from);
    mark = await send(first, entries.slice(first - 1, first - 1 + length), now);
  }
  while (mark < entries.length) mark = await send(mark + 1, entries.slice(mark), now);
  return store;
}

function outcome(store: MemoryLedger): unknown {
  const sorted = Object.entries(store.rollups()).map(([table, rows]) => [table, rows.map(({ keys, counts }) => `${JSON.stringify(keys)} ${counts.join()}`).toSorted()]);
  const changes = [...store.changes].map(([no, said_]) => [no, [...said_.values()].toSorted((one, other) => one.seq - other.seq)]);
  return { sorted, changes };
}

test('however a stream is cut, repeated and overlapped, the same is counted and said of every tap (promise 2)', async () => {
  await fc.assert(
    fc.asyncProperty(ledger, pieces, fc.constantFrom(0, 0, 400 * 86_400_000), async (entries, cuts, wrongBy) => {
      const timed = wrongBy === 0 ? entries : entries.map((entry) => ({ ...entry, at: entry.at + wrongBy }));
      const whole = await take(timed, [], wrongBy);
      const cut = await take(timed, cuts, wrongBy);
      expect(outcome(cut)).toEqual(outcome(whole));
      expect(await checkLedger(cut)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('the raw view of a day holds what its rollups were counted from', async () => {
  await fc.assert(
    fc.asyncProperty(ledger, pieces, async (entries, cuts) => {
      const store = await take(entries, cuts, 0);
      const { rollup_day: days } = store.rollups();
      for (const day of new Set(days.map(({ keys }) => String(keys[0])))) {
        const raw = await rawEntries(store, POINT.no, day);
        const standing = raw.filter(({ kind, retracted }) => kind === 'tap' && !retracted);
        const counted = days.filter(({ keys }) => keys[0] === day);
        const sum = (from: number, to: number): number => counted.flatMap(({ counts }) => counts.slice(from, to)).reduce((total, count) => total + count, 0);
        expect([standing.length, standing.filter(({ flags }) => flags !== 0).length]).toEqual([sum(0, 5), sum(5, 10)]);
      }
    }),
    { numRuns: 100 },
  );
});

test('a flood of touches is judged the same in one batch and one by one', async () => {
  const flood = Array.from({ length: 450 }, (_, index) => ({ kind: 'tap', score: index % 90 === 0 ? 1 + ((index / 90) % 4) : 5, about: 'visit', at: NOW - 3_600_000 + index * 20, up: 1, boot: 'now' }));
  const whole = await take(flood, [], 0);
  const single = await take(flood, flood.map(() => ({ from: 0, length: 1, late: 0 })), 0);
  expect(outcome(single)).toEqual(outcome(whole));
  expect(await checkLedger(single)).toEqual([]);
});
