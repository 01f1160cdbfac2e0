import type { LedgerRepository } from '../../repositories/ledger.ts';
import { StoreBusy } from '../../store-busy.ts';
import { dayAndHourCache } from './day-and-hour-cache.ts';
import type { ParsedBatch } from './parsed-batch.ts';
import type { Receipt } from './plan-batch.ts';
import { takeGroup } from './take-group.ts';

/** Most entries that share one transaction, so that no kiosk waits long for the others' commit. */
const GROUP_ENTRIES = 10_000;

/** A transaction that takes longer waits for somebody: another one is begun beside it, ms. */
const SLOW_MS = 50;

/** Takes a batch; the promise ends when its transaction is on disk. */
export type LedgerIntake = (batch: ParsedBatch) => Promise<Receipt>;

type Waiting = {
  readonly batch: ParsedBatch;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (cause: unknown) => void;
};

/**
 * Batches that arrive while a transaction runs share the next one: one flush to disk for all of them.
 * Larger groups cost less than more transactions at once, so another begins only beside a slow one.
 * Two batches of one stream never are under way at once, so each is held against the mark that the
 * one before it left. When a group fails, each batch is tried alone, so that one cannot spoil the
 * others.
 */
export function ledgerIntake(ledger: LedgerRepository): LedgerIntake {
  const whenIn = dayAndHourCache();
  const busy = new Set<string>();
  let queue: Waiting[] = [];
  let running = 0;
  let slow = 0;
  let isWoken = false;

  const take = (group: readonly Waiting[]): Promise<readonly Receipt[]> => ledger.transaction((tx) => takeGroup(tx, group.map(({ batch }) => batch), whenIn));
  const takeAlone = async (waiting: Waiting): Promise<void> => {
    try {
      for (const receipt of await take([waiting])) waiting.resolve(receipt);
    } catch (cause) {
      waiting.reject(cause);
    }
  };
  const run = async (group: readonly Waiting[]): Promise<void> => {
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      slow += 1;
      wake();
    }, SLOW_MS);
    try {
      const receipts = await take(group);
      receipts.forEach((receipt, index) => group[index]?.resolve(receipt));
    } catch (cause) {
      // A store that cannot take anything just now would make each of them wait for it in turn.
      if (group.length === 1 || cause instanceof StoreBusy) for (const waiting of group) waiting.reject(cause);
      else for (const waiting of group) await takeAlone(waiting);
    }
    clearTimeout(timer);
    for (const { batch } of group) busy.delete(batch.stream);
    running -= 1;
    if (isSlow) slow -= 1;
    wake();
  };
  const start = (): void => {
    isWoken = false;
    while (running < ledger.parallel && running === slow && queue.length > 0) {
      const { group, rest } = nextGroup(queue, busy);
      queue = rest;
      if (group.length === 0) return;
      for (const { batch } of group) busy.add(batch.stream);
      running += 1;
      void run(group);
    }
  };
  // A turn of the event loop later, so that requests read in the same turn go together.
  const wake = (): void => {
    if (isWoken || queue.length === 0) return;
    isWoken = true;
    setImmediate(start);
  };

  return (batch) =>
    new Promise((resolve, reject) => {
      queue.push({ batch, resolve, reject });
      wake();
    });
}

/** The batches that have waited longest, one of a stream, none of a stream that is under way. */
function nextGroup(queue: readonly Waiting[], busy: ReadonlySet<string>): { readonly group: readonly Waiting[]; readonly rest: Waiting[] } {
  const group: Waiting[] = [];
  const rest: Waiting[] = [];
  const taken = new Set(busy);
  let entries = 0;
  for (const waiting of queue) {
    const { batch } = waiting;
    entries += batch.entries.length;
    if (taken.has(batch.stream) || (group.length > 0 && entries > GROUP_ENTRIES)) rest.push(waiting);
    else group.push(waiting);
    // Also of one that stays: those behind it must not overtake it.
    taken.add(batch.stream);
  }
  return { group, rest };
}
