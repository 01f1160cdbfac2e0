import { expect, it } from 'vitest';
import { readEnvironment } from '#host/adapters/read-environment.ts';

it('leaves room for the ledger on the disk, whatever content may take', () => {
  const reserve = (megabytes: string): number | null => {
    const read = readEnvironment({ CONTENT_FREE_MB: megabytes }, '.');
    return read.ok ? read.value.contentLimits.reserveBytes : null;
  };
  expect(['0', '127', '2000', 'much'].map(reserve)).toEqual([128_000_000, 128_000_000, 2_000_000_000, null]);
});
