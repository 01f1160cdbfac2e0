import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Thanked } from './citizens.ts';

export type KeptTap = { readonly stream: string; readonly seq: number; readonly name: string };

/** What lies in one ledger file. */
export type KeptLedger = { readonly stream: string; readonly mark: number; readonly seqs: readonly number[]; readonly taps: readonly KeptTap[]; readonly integrity: string };

/** Reads a ledger with nothing of the product: plain SQLite over the file. */
export function readLedger(file: string): KeptLedger {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    const integrity = String(database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']);
    const head = database.prepare('SELECT stream, mark FROM ledger').get();
    const stream = String(head?.['stream']);
    const rows = database.prepare('SELECT seq, kind, body FROM entries ORDER BY seq').all();
    const taps = rows.filter((row) => row['kind'] === 'tap').map((row) => ({ stream, seq: Number(row['seq']), name: String((JSON.parse(String(row['body'])) as { readonly step?: unknown }).step) }));
    return { stream, mark: Number(head?.['mark']), seqs: rows.map((row) => Number(row['seq'])), taps, integrity };
  } finally {
    database.close();
  }
}

/** The ledger of a kiosk that is not running. */
export function ledgerFile(dataDir: string): string {
  return join(dataDir, 'kiosk', 'ledger.sqlite');
}

/** Ledgers that were set aside, with their whole path. */
export function ledgersAside(dataDir: string): readonly string[] {
  const folder = join(dataDir, 'kiosk');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => /^ledger\.sqlite\.(damaged|outdated)-[^-]+-[^-]+$/.test(name)).map((name) => join(folder, name));
}

export type Tally = { readonly lost: number; readonly doubled: number };

/** Thanked taps that are missing or lie under another number, and names that are there twice. */
export function tally(thanked: ReadonlyMap<string, Thanked>, kept: readonly KeptTap[]): Tally {
  const places = new Map<string, KeptTap[]>();
  for (const tap of kept) places.set(tap.name, [...(places.get(tap.name) ?? []), tap]);
  let [lost, doubled] = [0, 0];
  for (const [name, { stream, seq }] of thanked) {
    if (!(places.get(name) ?? []).some((tap) => tap.stream === stream && tap.seq === seq)) lost += 1;
  }
  for (const all of places.values()) doubled += all.length - 1;
  return { lost, doubled };
}

/** The first number that is missing between the first and the last; null: there is no hole. */
export function findHole(seqs: readonly number[]): number | null {
  const at = seqs.findIndex((seq, index) => seq !== (seqs[0] ?? 1) + index);
  return at === -1 ? null : (seqs[0] ?? 1) + at;
}
