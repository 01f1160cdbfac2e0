import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { LedgerRepository } from '#server/repositories/ledger.ts';
import { ledgerIntake, type LedgerIntake } from '#server/services/ledger/ledger-intake.ts';
import { StoreBusy } from '#server/store-busy.ts';
import { memoryLedger } from '#tests/fakes/memory-ledger.ts';

const NOW = Date.UTC(2026, 10, 23, 3);

function send(intake: LedgerIntake, stream: string, first: number, count = 1): ReturnType<LedgerIntake> {
  const clock = { now: NOW, up: 1_000, boot: 'a' };
  const entries = Array.from({ length: count }, () => ({ kind: 'tap', score: 5, about: 'visit', at: NOW, up: 1_000, boot: 'a' }));
  const bytes = Buffer.from(JSON.stringify({ stream, first, clock, entries }));
  return intake({ stream, first, clock, entries, now: NOW, deviceId: 'd', point: { no: 1, timezone: 'UTC' }, body: { encoding: 'plain', bytes } });
}

/** A store that notes how many streams each transaction locked, and does with each what the test wants. */
function watched(parallel: number, before: (transaction: number, streams: readonly string[]) => Promise<void>): { readonly ledger: LedgerRepository; readonly groups: string[][] } {
  const store = memoryLedger();
  const groups: string[][] = [];
  const ledger: LedgerRepository = {
    ...store,
    parallel,
    transaction: (work) =>
      store.transaction((tx) =>
        work({
          ...tx,
          async lockStreams(ids) {
            groups.push([...ids]);
            await before(groups.length, ids);
            return tx.lockStreams(ids);
          },
        }),
      ),
  };
  return { ledger, groups };
}

test('batches that come together share a transaction, but never two of one stream', async () => {
  const { ledger, groups } = watched(1, async () => undefined);
  const intake = ledgerIntake(ledger);
  const receipts = await Promise.all([send(intake, 'a', 1), send(intake, 'b', 1), send(intake, 'a', 2), send(intake, 'a', 2), send(intake, 'c', 1)]);
  expect(receipts.map((receipt) => receipt.ok && receipt.value.received)).toEqual([1, 1, 2, 2, 1]);
  expect(groups).toEqual([['a', 'b', 'c'], ['a'], ['a']]);
});

test('a transaction that waits for somebody holds up only its own streams', async () => {
  const { ledger, groups } = watched(2, async (transaction) => (transaction === 1 ? setTimeout(400) : undefined));
  const intake = ledgerIntake(ledger);
  const order: string[] = [];
  const slow = send(intake, 'a', 1).then(() => order.push('a1'));
  await setTimeout(5);
  const others = [send(intake, 'a', 2).then(() => order.push('a2')), send(intake, 'b', 1).then(() => order.push('b1'))];
  await Promise.all([slow, ...others]);
  expect(order).toEqual(['b1', 'a1', 'a2']);
  expect(groups).toEqual([['a'], ['b'], ['a']]);
});

test('a batch that makes its group fail is refused alone; the others are taken', async () => {
  const { ledger } = watched(1, async (_transaction, streams) => {
    if (streams.includes('bad')) throw new Error('a bug');
  });
  const intake = ledgerIntake(ledger);
  const [good, bad, also] = await Promise.allSettled([send(intake, 'good', 1), send(intake, 'bad', 1), send(intake, 'also', 1)]);
  expect([good.status, bad.status, also.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a store that is away refuses the whole group at once', async () => {
  const { ledger, groups } = watched(1, async () => {
    throw new StoreBusy('away');
  });
  const intake = ledgerIntake(ledger);
  const ended = await Promise.allSettled([send(intake, 'a', 1), send(intake, 'b', 1)]);
  expect([ended.every(({ status }) => status === 'rejected'), groups.length]).toEqual([true, 1]);
});
