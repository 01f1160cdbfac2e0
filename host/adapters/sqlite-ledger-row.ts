import type { LedgerState, StoredEntry } from '../ports.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows of our own file are unknown until read here; a wrong one means a damaged file. */
export class DamagedRow extends Error {}

function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new DamagedRow(`${column} is not text`);
  return value;
}

function count(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new DamagedRow(`${column} is not a count`);
  return value;
}

export function parseEntryRow(row: Row): StoredEntry {
  return {
    seq: count(row, 'seq'),
    kind: text(row, 'kind'),
    up: count(row, 'up'),
    boot: text(row, 'boot'),
    day: text(row, 'day'),
    hour: count(row, 'hour'),
    body: text(row, 'body'),
  };
}

export function parseStateRow(row: Row | undefined): LedgerState {
  if (row === undefined) throw new DamagedRow('the ledger has no head row');
  return { stream: text(row, 'stream'), head: count(row, 'head'), mark: count(row, 'mark'), offered: count(row, 'offered') };
}

export function parseTapsRow(row: Row): readonly [string, number] {
  return [text(row, 'day'), count(row, 'taps')];
}

export function parseUpRow(row: Row): { readonly seq: number; readonly up: number } {
  return { seq: count(row, 'seq'), up: count(row, 'up') };
}
