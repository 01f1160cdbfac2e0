import { expect, it } from 'vitest';
import { Ledger } from '#host/ledger/ledger.ts';
import { ManualTime } from '#tests/fakes/manual-time.ts';
import { MemoryLedgerStore } from '#tests/fakes/memory-ledger-store.ts';
import { QuietLog } from '#tests/fakes/quiet-log.ts';

/** Half past eleven in the evening in Viet Nam, half past one in the morning in Tokyo. */
const LATE = Date.UTC(2026, 10, 23, 16, 30);

function setUp() {
  const time = new ManualTime(LATE);
  let zone = 'Asia/Ho_Chi_Minh';
  const ledger = new Ledger({ store: new MemoryLedgerStore(), clock: time.clock, timers: time.timers, log: new QuietLog(), timeZone: () => zone, onFault: () => undefined, onMended: () => undefined });
  ledger.open();
  ledger.append({ kind: 'tap', score: 5, about: 'visit', from: 'attract' });
  const counted = (): Record<string, number> => {
    const made = ledger.madeByDay(3);
    return made.ok ? Object.fromEntries([...made.value].filter(([, taps]) => taps > 0)) : {};
  };
  return { ledger, counted, moveTo: (to: string) => void (zone = to) };
}

it('counts taps that were made before the pairing by the days of the service point it is paired with', () => {
  const { counted, moveTo } = setUp();
  expect(counted()).toEqual({ '2026-11-23': 1 });
  moveTo('Asia/Tokyo');
  expect(counted()).toEqual({ '2026-11-24': 1 });
});

it('leaves what was sent on the day that the centre counted it when a kiosk moves to another time zone', () => {
  const { ledger, counted, moveTo } = setUp();
  ledger.takeBatch(1, 1e6);
  ledger.receive(1);
  moveTo('Asia/Tokyo');
  expect(counted()).toEqual({ '2026-11-23': 1 });
});
