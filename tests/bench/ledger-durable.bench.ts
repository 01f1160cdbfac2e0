import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { SqliteLedgerStore } from '#host/adapters/sqlite-ledger-store.ts';
import { hostCaller } from '#tests/driver/call-host.ts';
import { Stack } from '#tests/driver/stack.ts';
import { percentile, reportFigures, type Figure } from './figure.ts';

const APPENDS = 2_000;
const CALLS = 500;

/** How long until a tap is on the disk: in the store alone, and as the page waits for it through the door. */
const folder = mkdtempSync(join(tmpdir(), 'mot-cham-bench-'));
try {
  reportFigures([...inTheStore(), ...(await throughTheDoor())]);
} finally {
  rmSync(folder, { recursive: true });
}

function inTheStore(): readonly Figure[] {
  const store = new SqliteLedgerStore({ path: join(folder, 'ledger.db'), newStream: () => crypto.randomUUID(), stamp: () => 'aside' });
  store.open();
  const body = JSON.stringify({ kind: 'tap', score: 5, about: 'visit', at: 1_764_000_000_000, up: 86_400_123, boot: '9f2c', lang: 'vi', from: 'attract', scale: 'five-v1' });
  const times = Array.from({ length: APPENDS }, () => {
    const began = performance.now();
    const done = store.append({ kind: 'tap', up: 86_400_123, boot: '9f2c', day: '2026-11-23', hour: 8, body });
    if (!done.ok) throw new Error(done.error.message);
    return performance.now() - began;
  });
  store.close();
  return figures('tap → durable, store alone', times);
}

async function throughTheDoor(): Promise<readonly Figure[]> {
  const stack = await Stack.start();
  try {
    const record = await hostCaller(stack.kioskUrl);
    const times: number[] = [];
    for (let call = 0; call < CALLS; call += 1) {
      const began = performance.now();
      await record('record', { kind: 'tap', score: (call % 5) + 1, about: 'visit', scale: 'five-v1', lang: 'vi', from: 'attract' });
      times.push(performance.now() - began);
    }
    return figures('tap → durable, through the door', times);
  } finally {
    await stack.close();
  }
}

/** A citizen waits for the thanks: 100 ms is felt as at once (E010). */
function figures(name: string, times: readonly number[]): readonly Figure[] {
  return [
    { name: `${name}, p50`, value: percentile(times, 0.5), unit: 'ms' },
    { name: `${name}, p99`, value: percentile(times, 0.99), unit: 'ms', most: 100 },
  ];
}
