import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteLedgerStore } from '#host/adapters/sqlite-ledger-store.ts';
import { couldNot, type Fault, type FaultResult } from '../../fault.ts';
import { quickFolder } from '../../quick-folder.ts';
import { seeded } from '../../seeded.ts';
import { findHole, readLedger, type KeptTap } from '../read-ledger.ts';
import { cutEverywhere, withoutFlushes, type Cut } from './cut-everywhere.ts';
import type { DiskEvent } from './disk-event.ts';
import type { LedgerPromise } from './promises.ts';
import { recordTrace, whyNoTrace } from './record-trace.ts';

const STATES = 3_000;
const MOST_NAMED = 5;
/** Cuts on a disk that flushes nothing, to see that this test sees. */
const LEAST_LYING = 10;

export const powerCutKiosk: Fault = {
  name: 'power-cut-kiosk',
  title: 'power cut below SQLite at any write of the kiosk\'s ledger, unflushed writes dropped and torn: thanked taps are there, no hole',
  run: async ({ tries, seed }) => {
    const why = whyNoTrace();
    if (why !== null) return couldNot(why);
    const states = tries ?? STATES;
    return tryLedgerCuts(recordLedger(states < 1_000 ? 120 : 450), states, seed);
  },
};

export function recordLedger(taps: number): readonly DiskEvent[] {
  const folder = quickFolder();
  try {
    return recordTrace('record-ledger.ts', folder, [String(taps)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Also tries a disk that flushes nothing: when nothing is lost there, this test sees nothing. */
export async function tryLedgerCuts(events: readonly DiskEvent[], states: number, seed: number): Promise<FaultResult> {
  const real = await cutLedger(events, states, seed);
  const lying = await cutLedger(withoutFlushes(events), Math.max(LEAST_LYING, Math.ceil(states / 20)), seed);
  const found = [...real.found];
  if (lying.lost === 0) found.push('on a disk that flushes nothing not one tap was missed: this test is blind');
  return {
    tries: real.states,
    lost: real.lost,
    doubled: real.doubled,
    found,
    notes: [`${events.length} writes, flushes and names recorded; on a disk that flushes nothing ${lying.lost} taps would have been lost in ${lying.states} cuts`],
    could: 'run',
  };
}

type Verdict = { readonly states: number; readonly lost: number; readonly doubled: number; readonly found: readonly string[] };

async function cutLedger(events: readonly DiskEvent[], states: number, seed: number): Promise<Verdict> {
  let [lost, doubled] = [0, 0];
  const found: string[] = [];
  const judge = (folder: string, cut: Cut): void => {
    const say = (what: string): void => void (found.length < MOST_NAMED && found.push(`cut before event ${cut.at}, unflushed: ${cut.fate}: ${what}`));
    const told = cut.told as readonly LedgerPromise[];
    const store = new SqliteLedgerStore({ path: join(folder, 'ledger.sqlite'), newStream: () => 'stream-new', stamp: () => 'after-cut' });
    const opened = store.open();
    const next = store.append({ kind: 'asked', up: 1, boot: 'b2', day: '2026-11-23', hour: 9, body: '{"kind":"asked"}' });
    store.close();
    if (!opened.ok || !next.ok) return say(`the ledger does not open again: ${JSON.stringify([opened, next])}`);
    if (opened.value.setAside !== null) say(`the ledger was taken for damaged: ${opened.value.setAside}`);
    const now = readLedger(join(folder, 'ledger.sqlite'));
    if (now.integrity !== 'ok') say(`integrity_check: ${now.integrity}`);
    const hole = findHole(now.seqs);
    if (hole !== null) say(`number ${hole} is missing`);
    for (const promise of told) {
      if (promise.kind === 'offered' && promise.stream === now.stream && opened.value.offered < promise.seq) say(`${promise.seq} was offered, the ledger remembers ${opened.value.offered}`);
    }
    const aside = readdirSync(folder).filter((name) => /\.(outdated|damaged)-[^-]+-[^-]+$/.test(name)).flatMap((name) => readWhatCanBe(join(folder, name)));
    lost += countLost(told, [...now.taps, ...aside]);
    doubled += now.taps.length - new Set(now.taps.map(({ name }) => name)).size;
  };
  const looked = await cutEverywhere({ events, states, random: seeded(seed), judge });
  return { states: looked, lost, doubled, found };
}

function readWhatCanBe(file: string): readonly KeptTap[] {
  try {
    return readLedger(file).taps;
  } catch {
    // Set aside because it cannot be read: what it holds counts as lost.
    return [];
  }
}

function countLost(told: readonly LedgerPromise[], kept: readonly KeptTap[]): number {
  const there = new Set(kept.map(({ stream, seq, name }) => `${stream}/${seq}/${name}`));
  const mayGo = new Map(told.flatMap((promise) => (promise.kind === 'may-go' ? [[promise.stream, promise.seq] as const] : [])));
  return told.filter((promise) => promise.kind === 'thanked' && promise.seq > (mayGo.get(promise.stream) ?? 0) && !there.has(`${promise.stream}/${promise.seq}/${promise.name}`)).length;
}
