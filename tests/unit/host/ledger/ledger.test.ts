import { describe, expect, it } from 'vitest';
import type { Result } from '#domain/result.ts';
import { Ledger, type LedgerFault } from '#host/ledger/ledger.ts';
import { ManualTime } from '#tests/fakes/manual-time.ts';
import { MemoryLedgerStore } from '#tests/fakes/memory-ledger-store.ts';
import { QuietLog } from '#tests/fakes/quiet-log.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

function setUp(time = new ManualTime()) {
  const store = new MemoryLedgerStore();
  const faults: LedgerFault[] = [];
  const mended: string[] = [];
  const log = new QuietLog();
  const ledger = new Ledger({
    store,
    clock: time.clock,
    timers: time.timers,
    log,
    timeZone: () => 'Asia/Ho_Chi_Minh',
    onFault: (fault) => faults.push(fault),
    onMended: (code) => mended.push(code),
  });
  ledger.open();
  const tap = (score: number) => ledger.append({ kind: 'tap', score, about: 'visit', from: 'attract' });
  return { time, store, ledger, faults, mended, log, tap };
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('the ledger', () => {
  it('answers the stream and the number of what it stored', () => {
    const { tap } = setUp();
    expect(tap(5)).toEqual({ ok: true, value: { stream: 'memory-stream-1', seq: 1 } });
    expect(valueOf(tap(1)).seq).toBe(2);
  });

  it('stamps entries itself, whatever the page brings', () => {
    const { ledger, time } = setUp();
    const body = { kind: 'wake', clip: 'a', at: 1, up: 2, boot: 'forged' } as const;
    ledger.append(body);
    expect(valueOf(ledger.takeBatch(10, 1e6)).entries).toEqual([{ kind: 'wake', clip: 'a', at: time.clock.now(), up: time.clock.up(), boot: 'boot-1' }]);
  });

  it('counts the day: scores, hours, reasons, asked, retracted, made, sent and waiting', () => {
    const { ledger, tap } = setUp();
    tap(5);
    tap(2);
    tap(4);
    ledger.append({ kind: 'reasons', of: 2, reasons: ['slow', 'unclear'] });
    ledger.append({ kind: 'retract', of: 3 });
    ledger.append({ kind: 'asked', about: 'visit', outcome: 'ignored' });
    valueOf(ledger.takeBatch(2, 1e6));
    ledger.receive(2);
    const today = valueOf(ledger.days(7)).at(-1);
    expect(today).toMatchObject({
      day: '2026-11-23', taps: 2, scores: [0, 1, 0, 0, 1], reasons: { slow: 1, unclear: 1 }, asked: 1, retracted: 1, made: 3, sent: 2, waiting: 1,
    });
    // 01:00 UTC is 08:00 in Viet Nam.
    expect(today?.hours[8]).toBe(2);
    expect(valueOf(ledger.days(7))).toHaveLength(7);
  });

  it('does not count the reasons of a tap that was taken back', () => {
    const { ledger, tap } = setUp();
    tap(1);
    ledger.append({ kind: 'reasons', of: 1, reasons: ['slow'] });
    ledger.append({ kind: 'retract', of: 1 });
    expect(valueOf(ledger.days(1))[0]?.reasons).toEqual({});
  });

  it('ends the day at midnight of the service point, not of UTC', async () => {
    const time = new ManualTime(Date.UTC(2026, 10, 23, 16, 59));
    const { ledger, tap } = setUp(time);
    tap(5);
    await time.pass(2 * 60_000);
    tap(5);
    expect(valueOf(ledger.days(2)).map(({ day, made }) => [day, made])).toEqual([['2026-11-23', 1], ['2026-11-24', 1]]);
  });

  it('puts this boot\'s taps on the right day once the centre has told the time (promise 4)', () => {
    const time = new ManualTime(Date.UTC(2020, 0, 1, 1));
    const { ledger, tap } = setUp(time);
    tap(5);
    ledger.learnOffset(Date.UTC(2020, 0, 1, 1) - Date.UTC(2026, 10, 23, 1));
    tap(4);
    expect([...valueOf(ledger.madeByDay(14))].at(-1)).toEqual(['2026-11-23', 2]);
    expect(valueOf(ledger.days(1))[0]?.hours[8]).toBe(2);
  });

  it('keeps counting by the time since the boot when the wall clock is set between two heartbeats', async () => {
    const time = new ManualTime(Date.UTC(2026, 10, 25, 1));
    const { ledger, tap } = setUp(time);
    ledger.learnOffset(2 * DAY);
    await time.pass(5_000);
    time.setWall(Date.UTC(2026, 10, 23, 1, 0, 5));
    tap(5);
    expect(Object.fromEntries([...valueOf(ledger.madeByDay(3))].filter(([, taps]) => taps > 0))).toEqual({ '2026-11-23': 1 });
  });

  it('puts taps of a wrong clock on the right day when the clock was set right before the first contact', () => {
    const time = new ManualTime(Date.UTC(2023, 10, 24, 1));
    const { ledger, tap } = setUp(time);
    tap(5);
    time.setWall(Date.UTC(2026, 10, 23, 1));
    ledger.learnOffset(0);
    expect([...valueOf(ledger.madeByDay(14))].at(-1)).toEqual(['2026-11-23', 1]);
  });

  it('leaves taps alone for a clock that is off by less than two minutes', () => {
    const time = new ManualTime(Date.UTC(2026, 10, 23, 17, 0, 30));
    const { ledger, tap } = setUp(time);
    tap(5);
    ledger.learnOffset(90_000);
    expect(valueOf(ledger.days(1))[0]).toMatchObject({ day: '2026-11-24', made: 1 });
  });

  it('prunes what was sent 400 days ago, but never by its own clock alone (E183)', async () => {
    const { ledger, tap, time } = setUp();
    tap(5);
    tap(4);
    valueOf(ledger.takeBatch(2, 1e6));
    ledger.receive(2);
    time.setWall(time.clock.now() + 500 * DAY);
    expect(valueOf(ledger.prune())).toBe(0);
    ledger.learnOffset(0);
    expect(valueOf(ledger.prune())).toBe(1);
  });

  it('sends numbers that were pruned as pruned, so that a centre restored from a very old copy is not stuck', () => {
    const { ledger, tap, time } = setUp();
    for (let one = 0; one < 4; one += 1) tap(5);
    valueOf(ledger.takeBatch(4, 1e6));
    ledger.receive(4);
    time.setWall(time.clock.now() + 500 * DAY);
    ledger.learnOffset(0);
    valueOf(ledger.prune());
    ledger.receive(1);
    const batch = valueOf(ledger.takeBatch(10, 1e6));
    expect(batch.first).toBe(2);
    expect(batch.entries).toEqual([{ kind: 'pruned' }, { kind: 'pruned' }, expect.objectContaining({ kind: 'tap' })]);
  });

  it('keeps a batch within the bytes, but never sends an empty one', () => {
    const { ledger, tap } = setUp();
    for (let one = 0; one < 10; one += 1) tap(5);
    expect(valueOf(ledger.takeBatch(500, 1)).entries).toHaveLength(1);
    expect(valueOf(ledger.takeBatch(500, 1_000)).entries.length).toBeLessThan(10);
    expect(valueOf(ledger.takeBatch(500, 1e6)).entries).toHaveLength(10);
  });

  it('tells a full disk at once, and that it is over with the next entry that passes', () => {
    const { store, tap, faults, mended } = setUp();
    store.failNext('LEDGER_DISK_FULL');
    expect(tap(5)).toMatchObject({ ok: false, error: { code: 'LEDGER_DISK_FULL' } });
    expect(faults).toMatchObject([{ code: 'LEDGER_DISK_FULL' }]);
    expect(mended).toEqual([]);
    expect(tap(5).ok).toBe(true);
    expect(mended).toEqual(['LEDGER_DISK_FULL']);
  });

  it('after an I/O error closes, refuses, and opens again with growing pauses', async () => {
    const { store, tap, faults, mended, time } = setUp();
    store.failNext('LEDGER_UNAVAILABLE');
    expect(tap(5)).toMatchObject({ ok: false, error: { code: 'LEDGER_UNAVAILABLE' } });
    expect(tap(5)).toMatchObject({ ok: false, error: { code: 'LEDGER_UNAVAILABLE' } });
    expect(faults).toHaveLength(1);
    store.failNext('LEDGER_UNAVAILABLE');
    await time.pass(1_000);
    expect(mended).toEqual([]);
    await time.pass(2_000);
    expect(mended).toEqual(['LEDGER_UNAVAILABLE']);
    expect(valueOf(tap(5)).seq).toBe(1);
  });

  it('carries nothing over that was offered before it began: a centre that has more has that too', () => {
    const before = setUp();
    before.tap(5);
    before.tap(4);
    valueOf(before.ledger.takeBatch(10, 1e6));
    // The answer was lost, and so was what came after: a log that a bad disk has spoilt.
    const later = new Ledger({ store: before.store, clock: before.time.clock, timers: before.time.timers, log: before.log, timeZone: () => 'Asia/Ho_Chi_Minh', onFault: () => undefined, onMended: () => undefined });
    later.open();
    later.append({ kind: 'tap', score: 1, about: 'visit', from: 'attract' });
    later.receive(7);
    expect(valueOf(later.takeBatch(10, 1e6)).entries).toEqual([expect.objectContaining({ score: 1 })]);
  });

  it('carries over exactly what the centre has not, when it knows another history of this stream (promise 1)', () => {
    const { ledger, tap, faults } = setUp();
    for (const score of [5, 4, 3, 2]) tap(score);
    // Set back: the centre has the first two, and under the next three numbers taps that were lost here.
    valueOf(ledger.takeBatch(10, 1e6));
    valueOf(ledger.receive(5, { same: 2, last: 4 }));
    expect(faults).toMatchObject([{ code: 'LEDGER_SET_ASIDE' }]);
    expect(valueOf(ledger.takeBatch(10, 1e6))).toMatchObject({ first: 1, state: { stream: 'memory-stream-2' }, entries: [{ score: 3 }, { score: 2 }] });
  });

  it('takes nothing for received that was not compared: what comes after a batch may be another history', () => {
    const { ledger, tap } = setUp();
    for (const score of [5, 4, 3, 2]) tap(score);
    valueOf(ledger.takeBatch(2, 1e6));
    valueOf(ledger.hear(3));
    expect(valueOf(ledger.state())).toMatchObject({ mark: 0 });
    valueOf(ledger.receive(3, { same: 2, last: 2 }));
    expect(valueOf(ledger.state())).toMatchObject({ mark: 2, stream: 'memory-stream-1' });
    valueOf(ledger.receive(3, { same: 2, last: 4 }));
    expect(valueOf(ledger.takeBatch(10, 1e6)).entries).toMatchObject([{ score: 3 }, { score: 2 }]);
  });

  it('gives no number again that the centre has, though everything here is there', () => {
    const { ledger, tap } = setUp();
    tap(5);
    valueOf(ledger.takeBatch(10, 1e6));
    valueOf(ledger.receive(1, { same: 1, last: 1 }));
    valueOf(ledger.hear(4));
    expect(valueOf(tap(4))).toEqual({ stream: 'memory-stream-2', seq: 1 });
  });

  it('falls back with a restored centre, and sends again from there', () => {
    const { ledger, tap } = setUp();
    for (const score of [5, 4, 3]) tap(score);
    valueOf(ledger.takeBatch(10, 1e6));
    valueOf(ledger.receive(3, { same: 3, last: 3 }));
    valueOf(ledger.hear(1));
    expect(valueOf(ledger.takeBatch(10, 1e6))).toMatchObject({ first: 2, entries: [{ score: 4 }, { score: 3 }] });
  });

  it('begins a new stream when the centre has more than was ever offered: this disk is an old copy', () => {
    const { ledger, tap, faults } = setUp();
    for (let one = 0; one < 3; one += 1) tap(5);
    valueOf(ledger.takeBatch(2, 1e6));
    ledger.receive(2);
    tap(1);
    ledger.append({ kind: 'reasons', of: 4, reasons: ['slow'] });
    ledger.append({ kind: 'retract', of: 1 });
    valueOf(ledger.receive(40));
    expect(faults).toMatchObject([{ code: 'LEDGER_SET_ASIDE' }]);
    const batch = valueOf(ledger.takeBatch(10, 1e6));
    expect(batch).toMatchObject({ first: 1, state: { stream: 'memory-stream-2' } });
    expect(batch.entries).toMatchObject([{ kind: 'tap', score: 5 }, { kind: 'tap', score: 1 }, { kind: 'reasons', of: 2 }]);
  });
});
