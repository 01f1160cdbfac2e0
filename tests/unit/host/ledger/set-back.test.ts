import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Result } from '#domain/result.ts';
import { SqliteLedgerStore } from '#host/adapters/sqlite-ledger-store.ts';
import { Ledger } from '#host/ledger/ledger.ts';
import { readBatch } from '#server/services/ledger/batch-body.ts';
import { ledgerIntake } from '#server/services/ledger/ledger-intake.ts';
import { ManualTime } from '#tests/fakes/manual-time.ts';
import { memoryLedger } from '#tests/fakes/memory-ledger.ts';
import { QuietLog } from '#tests/fakes/quiet-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'mot-cham-set-back-'));
let close = (): void => undefined;
afterEach(() => {
  close();
  rmSync(folder, { recursive: true, force: true });
});

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** A centre that takes batches as the real one does, and the names of the taps it has. */
function openCentre() {
  const store = memoryLedger();
  const intake = ledgerIntake(store);
  const streams = new Set<string>();
  const names = async (): Promise<readonly unknown[]> =>
    store.read(async (reader) => {
      const segments = (await Promise.all([...streams].map((_, index) => reader.segments(index + 1, 0, 1_000)))).flat();
      const bodies = await Promise.all(segments.map(async ({ first, last, body }) => ({ first, last, batch: await readBatch(body) })));
      return bodies.flatMap(({ first, last, batch }) => batch.entries.slice(first - batch.first, last - batch.first + 1)).flatMap((entry) => (entry as { step?: unknown }).step ?? []);
    });
  return { intake, streams, names };
}

/** A kiosk's ledger in a file, through as many lives as the test wants. */
function openKiosk(time: ManualTime, { intake, streams }: ReturnType<typeof openCentre>) {
  const path = join(folder, 'ledger.sqlite');
  let made = 0;
  const start = (): Ledger => {
    let named = 0;
    const store = new SqliteLedgerStore({ path, newStream: () => `stream-${made}-${(named += 1)}`, stamp: () => String(made) });
    const next = new Ledger({ store, clock: time.clock, timers: time.timers, log: new QuietLog(), timeZone: () => 'Asia/Ho_Chi_Minh', onFault: () => undefined, onMended: () => undefined });
    valueOf(next.open());
    close = () => next.close();
    return next;
  };
  let ledger = start();
  const tap = async (times: number): Promise<readonly string[]> => {
    const names = Array.from({ length: times }, () => `t${(made += 1)}`);
    for (const step of names) {
      await time.pass(1_000);
      valueOf(ledger.append({ kind: 'tap', score: 5, about: 'visit', step }));
    }
    return names;
  };
  const restart = (): void => {
    ledger.close();
    ledger = start();
  };
  const send = async (count: number): Promise<void> => {
    const { state, first, entries } = valueOf(ledger.takeBatch(count, 1e6));
    const envelope = { stream: state.stream, first, clock: { now: time.clock.now(), up: time.clock.up(), boot: time.clock.boot }, compare: true, entries: [...entries] };
    streams.add(state.stream);
    const receipt = valueOf(await intake({ ...envelope, now: time.clock.now(), deviceId: 'd', point: { no: 1, timezone: 'UTC' }, body: { encoding: 'plain', bytes: Buffer.from(JSON.stringify(envelope)) } }));
    valueOf(ledger.receive(receipt.received, { same: receipt.same ?? 0, last: first + entries.length - 1 }));
  };
  const drain = async (count: number): Promise<void> => {
    for (let { head, mark } = valueOf(ledger.state()); head > mark; { head, mark } = valueOf(ledger.state())) await send(count);
  };
  /** Without an answer: the line is dead. */
  const offer = (): void => void valueOf(ledger.takeBatch(500, 1e6));
  const setBackTo = (copy: string): void => {
    ledger.close();
    for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
    copyFileSync(copy, path);
    ledger = start();
  };
  const copy = (): string => {
    restart();
    copyFileSync(path, `${path}.copy`);
    return `${path}.copy`;
  };
  return { tap, drain, offer, restart, setBackTo, copy };
}

// The new taps are fewer and more than those that were lost, and a batch holds all of them or some.
it.each([[3, 500], [30, 4]])('a ledger set back by a lost log brings each tap to the centre once, after %i taps and two restarts without a line (promises 1 and 2)', async (offline, batch) => {
  const centre = openCentre();
  const kiosk = openKiosk(new ManualTime(), centre);
  const thanked = [...(await kiosk.tap(10))];
  await kiosk.drain(batch);
  // Stored when the copy is made, and sent only afterwards.
  thanked.push(...(await kiosk.tap(5)));
  const copy = kiosk.copy();
  thanked.push(...(await kiosk.tap(12)));
  await kiosk.drain(batch);

  kiosk.setBackTo(copy);
  for (let life = 0; life < 3; life += 1) {
    thanked.push(...(await kiosk.tap(offline / 3)));
    kiosk.offer();
    kiosk.restart();
  }
  await kiosk.drain(batch);
  thanked.push(...(await kiosk.tap(2)));
  await kiosk.drain(batch);
  expect((await centre.names()).toSorted()).toEqual(thanked.toSorted());
});
