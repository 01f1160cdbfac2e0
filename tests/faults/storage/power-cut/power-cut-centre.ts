import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { couldNot, type Fault, type FaultResult } from '../../fault.ts';
import { quickFolder } from '../../quick-folder.ts';
import { seeded } from '../../seeded.ts';
import { judgeCentre } from '../centre-contents.ts';
import type { Thanked } from '../citizens.ts';
import { cutEverywhere, withoutFlushes, type Cut } from './cut-everywhere.ts';
import type { DiskEvent } from './disk-event.ts';
import { nameOf, type CentrePromise } from './promises.ts';
import { recordTrace, whyNoTrace } from './record-trace.ts';

const STATES = 600;
const MOST_NAMED = 5;
/** Cuts on a disk that flushes nothing, to see that this test sees. */
const LEAST_LYING = 6;

export const powerCutCentre: Fault = {
  name: 'power-cut-centre',
  title: 'power cut below SQLite at any write of the centre\'s database: it opens again, what it acknowledged is there, its sums agree',
  run: async ({ tries, seed }) => {
    const why = whyNoTrace();
    if (why !== null) return couldNot(why);
    const states = tries ?? STATES;
    return tryCentreCuts(recordCentre(states < 200 ? 8 : 40), states, seed);
  },
};

export function recordCentre(rounds: number): readonly DiskEvent[] {
  const folder = quickFolder();
  try {
    return recordTrace('record-centre.ts', folder, [String(rounds)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function tryCentreCuts(events: readonly DiskEvent[], states: number, seed: number): Promise<FaultResult> {
  const real = await cutCentre(events, states, seed);
  const lying = await cutCentre(withoutFlushes(events), Math.max(LEAST_LYING, Math.ceil(states / 20)), seed);
  const found = [...real.found];
  if (lying.lost === 0 && lying.found.length === 0) found.push('on a disk that flushes nothing nothing was missed: this test is blind');
  return {
    tries: real.states,
    lost: real.lost,
    doubled: real.doubled,
    found,
    notes: [`${events.length} writes, flushes and names recorded; on a disk that flushes nothing ${lying.lost} taps would have been lost and ${lying.found.length} databases not opened in ${lying.states} cuts`],
    could: 'run',
  };
}

type Verdict = { readonly states: number; readonly lost: number; readonly doubled: number; readonly found: readonly string[] };

async function cutCentre(events: readonly DiskEvent[], states: number, seed: number): Promise<Verdict> {
  let [lost, doubled] = [0, 0];
  const found: string[] = [];
  const judge = async (folder: string, cut: Cut): Promise<void> => {
    const say = (what: string): void => void (found.length < MOST_NAMED && found.push(`cut before event ${cut.at}, unflushed: ${cut.fate}: ${what}`));
    const opened = await openSqliteRepositories(join(folder, 'centre.db'), Date.now()).catch((error: unknown) => String(error));
    if (typeof opened === 'string') return say(`the database does not open again: ${opened}`);
    const { repositories } = opened;
    try {
      const told = cut.told as readonly CentrePromise[];
      const verdict = await judgeCentre(repositories, acknowledged(told));
      lost += verdict.lost;
      doubled += verdict.doubled;
      for (const finding of verdict.found) say(finding);
      const known = new Set((await repositories.devices.list('all')).map(({ stream }) => stream));
      for (const promise of told) if (promise.kind === 'paired' && !known.has(promise.stream)) say('a kiosk that was paired is not known');
    } catch (error: unknown) {
      say(String(error));
    } finally {
      await repositories.care.close();
    }
  };
  const looked = await cutEverywhere({ events, states, random: seeded(seed), judge });
  return { states: looked, lost, doubled, found };
}

function acknowledged(told: readonly CentrePromise[]): ReadonlyMap<string, Thanked> {
  const all = new Map<string, Thanked>();
  const marks = new Map(told.flatMap((promise) => (promise.kind === 'received' ? [[promise.stream, promise.seq] as const] : [])));
  for (const [stream, mark] of marks) {
    for (let seq = 1; seq <= mark; seq += 1) all.set(nameOf(stream, seq), { stream, seq });
  }
  return all;
}
