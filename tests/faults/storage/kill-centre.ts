import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openPostgresRepositories } from '#server/repositories/postgres/postgres-repositories.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { until } from '#tests/driver/until.ts';
import { pairKiosks } from '#tests/integration/server/kiosk-crowd.ts';
import { runCentre, type RunningCentre } from '#tests/integration/server/run-centre.ts';
import { findFreePort, type RunningPostgres } from '#tests/setup/postgres.ts';
import { couldNot, type Fault, type FaultOptions, type FaultResult } from '../fault.ts';
import { seeded, type Seeded } from '../seeded.ts';
import { judgeCentre } from './centre-contents.ts';
import { Crowd } from './crowd.ts';
import { killPostgresOnce } from './kill-postgres.ts';
import { openPostgresHere } from './postgres-here.ts';

const KIOSKS = 6;
const TRIES = 40;
/** The longest life of a centre, from its first answer, ms. */
const LONGEST_LIFE = 600;
/** Kiosks wait longer than this by themselves; an hour would be no loss, but a centre that needs it would be a fault, ms. */
const SLOWEST = 30_000;
const PATIENCE = 60_000;

export const killCentreSqlite: Fault = {
  name: 'kill-centre-sqlite',
  title: 'kill -9 of the centre on SQLite while kiosks send: what it said it has is there once, and the next life goes on',
  async run(options) {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cham-faults-'));
    const { repositories } = await openSqliteRepositories(join(folder, 'centre.db'), Date.now());
    try {
      const crowd = new Crowd(await pairKiosks(repositories, KIOSKS), seeded(options.seed));
      const lives = await killServers({ folder, env: {}, servers: 1, crowd }, options);
      return resultOf(lives, crowd, await judgeCentre(repositories, crowd.thanked()));
    } finally {
      await repositories.care.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

export const killCentrePostgres: Fault = {
  name: 'kill-centre-postgres',
  title: 'kill -9 of one of two centres over one PostgreSQL while kiosks send to both: nothing lost, nothing doubled',
  run: (options) => overPostgres(options, (setting) => killServers({ ...setting, servers: 2 }, options)),
};

export const killPostgres: Fault = {
  name: 'kill-postgres',
  title: 'kill -9 of PostgreSQL itself, a process of it or its head, under two centres: they answer 503, stay alive and go on',
  run: (options) => overPostgres(options, (setting, postgres) => killDatabase({ ...setting, servers: 2 }, postgres, options)),
};

type Setting = { readonly folder: string; readonly env: Readonly<Record<string, string>>; readonly servers: number; readonly crowd: Crowd };
type Lives = { readonly kills: number; readonly worstMs: number; readonly found: readonly string[] };

async function overPostgres(options: FaultOptions, break_: (setting: Omit<Setting, 'servers'>, postgres: RunningPostgres) => Promise<Lives>): Promise<FaultResult> {
  const { postgres, url, why } = await openPostgresHere();
  if (postgres === null) return couldNot(why);
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-faults-'));
  const open = async () => (await openPostgresRepositories({ url, readUrl: null, connections: 2, patienceMs: 20_000 }, Date.now())).repositories;
  try {
    const before = await open();
    const crowd = new Crowd(await pairKiosks(before, KIOSKS), seeded(options.seed));
    await before.care.close();
    const lives = await break_({ folder, env: { DATABASE_URL: url, DATABASE_CONNECTIONS: '4', LOG_LEVEL: 'fatal' }, crowd }, postgres);
    const after = await open();
    const verdict = await judgeCentre(after, crowd.thanked());
    await after.care.close();
    return resultOf(lives, crowd, verdict);
  } finally {
    await postgres.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

function resultOf(lives: Lives, crowd: Crowd, verdict: Awaited<ReturnType<typeof judgeCentre>>): FaultResult {
  const odd = [...crowd.unexpected].map(([status, times]) => `kiosks were answered ${status}, ${times} times`);
  const slow = lives.worstMs > SLOWEST ? [`back at work only after ${Math.round(lives.worstMs / 1_000)} s`] : [];
  return {
    tries: lives.kills,
    lost: verdict.lost,
    doubled: verdict.doubled,
    worstMs: lives.worstMs,
    found: [...lives.found, ...odd, ...slow, ...verdict.found],
    notes: [`${crowd.acknowledged()} taps acknowledged, ${crowd.failures} sends without a receipt`],
    could: 'run',
  };
}

/** Kills one of the servers at a random moment and starts it again, over and over, while the crowd sends. */
async function killServers({ folder, env, servers, crowd }: Setting, { tries, seed, say }: FaultOptions): Promise<Lives> {
  const random = seeded(seed + 1);
  const running = await startServers(folder, env, servers);
  let [isEnough, kills, worstMs] = [false, 0, 0];
  const sending = crowd.send(() => running.map(({ url }) => url), () => isEnough);
  try {
    for (; kills < (tries ?? TRIES); kills += 1) {
      await untilReceipt(crowd, performance.now());
      await setTimeout(random.between(0, LONGEST_LIFE));
      worstMs = Math.max(worstMs, await killOne({ folder, env, running, random, crowd }));
      if (kills % 10 === 9) say(`${kills + 1} kills, ${crowd.acknowledged()} taps acknowledged`);
    }
    isEnough = true;
    await sending;
    return { kills, worstMs, found: [] };
  } finally {
    isEnough = true;
    await Promise.all(running.map((centre) => centre.end('SIGKILL')));
  }
}

type Killing = { readonly folder: string; readonly env: Readonly<Record<string, string>>; readonly running: RunningCentre[]; readonly random: Seeded; readonly crowd: Crowd };

/** @returns how long kiosks were without any receipt, ms. */
async function killOne({ folder, env, running, random, crowd }: Killing): Promise<number> {
  const index = random.between(0, running.length - 1);
  const victim = running[index];
  if (victim === undefined) return 0;
  await victim.end('SIGKILL');
  const killedAt = performance.now();
  const back = untilReceipt(crowd, killedAt).then(() => performance.now() - killedAt);
  running[index] = await runCentre(folder, { LOG_LEVEL: 'fatal', ...env, PORT: new URL(victim.url).port });
  return back;
}

async function killDatabase({ folder, env, servers, crowd }: Setting, postgres: RunningPostgres, { tries, seed, say }: FaultOptions): Promise<Lives> {
  const random = seeded(seed + 1);
  const running = await startServers(folder, env, servers);
  const found: string[] = [];
  let [isEnough, kills, worstMs] = [false, 0, 0];
  const sending = crowd.send(() => running.map(({ url }) => url), () => isEnough);
  try {
    for (; kills < (tries ?? TRIES); kills += 1) {
      await untilReceipt(crowd, performance.now());
      await setTimeout(random.between(0, LONGEST_LIFE));
      const killedAt = performance.now();
      await killPostgresOnce(postgres, random);
      for (const { url } of running) {
        const { status } = await fetch(`${url}/healthz`).catch(() => ({ status: 0 }));
        if (status !== 200) found.push(`a centre answered ${status} to "do you live?" while its database was killed`);
      }
      await untilReceipt(crowd, performance.now());
      worstMs = Math.max(worstMs, crowd.lastReceiptAt - killedAt);
      if (kills % 10 === 9) say(`${kills + 1} kills, ${crowd.acknowledged()} taps acknowledged`);
    }
    isEnough = true;
    await sending;
    return { kills, worstMs, found };
  } finally {
    isEnough = true;
    await Promise.all(running.map((centre) => centre.end('SIGKILL')));
  }
}

async function startServers(folder: string, env: Readonly<Record<string, string>>, count: number): Promise<RunningCentre[]> {
  const running: RunningCentre[] = [];
  for (let one = 0; one < count; one += 1) running.push(await runCentre(folder, { LOG_LEVEL: 'fatal', ...env, PORT: String(await findFreePort()) }));
  return running;
}

function untilReceipt(crowd: Crowd, after: number): Promise<void> {
  return until(() => crowd.lastReceiptAt > after, 'kiosks get receipts', PATIENCE);
}
