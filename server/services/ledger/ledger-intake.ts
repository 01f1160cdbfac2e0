import type { LedgerRepository } from '../../repositories/ledger.ts';
import { dayAndHourCache } from './day-and-hour-cache.ts';
import type { ParsedBatch } from './parsed-batch.ts';
import { takeBatch, type Receipt } from './take-batch.ts';

/** Most entries that share one transaction, so that no kiosk waits long for the others' commit. */
const GROUP_ENTRIES = 10_000;

/** Takes a batch; the promise ends when its transaction is on disk. */
export type LedgerIntake = (batch: ParsedBatch) => Promise<Receipt>;

type Waiting = {
  readonly batch: ParsedBatch;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (cause: unknown) => void;
};

/**
 * Batches that arrive while a transaction runs share the next one: one flush to disk for all of
 * them. When such a group fails, each batch is tried alone, so that one cannot spoil the others.
 */
export function ledgerIntake(ledger: LedgerRepository): LedgerIntake {
  const dayAndHourOf = dayAndHourCache();
  const queue: Waiting[] = [];
  let isRunning = false;

  const take = (group: readonly Waiting[]): Promise<readonly Receipt[]> =>
    ledger.transaction(async (tx) => {
      const receipts: Receipt[] = [];
      for (const { batch } of group) receipts.push(await takeBatch(tx, batch, dayAndHourOf));
      return receipts;
    });

  const takeAlone = async (waiting: Waiting): Promise<void> => {
    try {
      for (const receipt of await take([waiting])) waiting.resolve(receipt);
    } catch (cause) {
      waiting.reject(cause);
    }
  };

  const run = async (): Promise<void> => {
    isRunning = true;
    while (queue.length > 0) {
      const group = nextGroup(queue);
      try {
        const receipts = await take(group);
        receipts.forEach((receipt, index) => group[index]?.resolve(receipt));
      } catch (cause) {
        if (group.length === 1) group[0]?.reject(cause);
        else for (const waiting of group) await takeAlone(waiting);
      }
    }
    isRunning = false;
  };

  return (batch) =>
    new Promise((resolve, reject) => {
      queue.push({ batch, resolve, reject });
      // A turn of the event loop later, so that requests read in the same turn go together.
      if (!isRunning) {
        isRunning = true;
        setImmediate(() => void run());
      }
    });
}

function nextGroup(queue: Waiting[]): readonly Waiting[] {
  let entries = 0;
  let count = 0;
  for (const { batch } of queue) {
    entries += batch.entries.length;
    if (count > 0 && entries > GROUP_ENTRIES) break;
    count += 1;
  }
  return queue.splice(0, count);
}
