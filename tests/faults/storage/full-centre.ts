import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresRepositories } from '#server/repositories/postgres/postgres-repositories.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { until } from '#tests/driver/until.ts';
import { pairKiosks } from '#tests/integration/server/kiosk-crowd.ts';
import { runCentre } from '#tests/integration/server/run-centre.ts';
import { inDatabase } from '#tests/setup/fresh-database.ts';
import { findPostgres, startPostgres } from '#tests/setup/postgres.ts';
import { couldNot, type Fault, type FaultResult } from '../fault.ts';
import { seeded } from '../seeded.ts';
import { judgeCentre } from './centre-contents.ts';
import { Crowd } from './crowd.ts';
import { mountSmallDisk, whyNoSmallDisk, type SmallDisk } from './small-disk.ts';

const KIOSKS = 4;
const TRIES = 3;
/** Batches fit into pages that are there for a while, ms. */
const PATIENCE = 60_000;

export const fullCentreSqlite: Fault = {
  name: 'full-centre-sqlite',
  title: 'the disk of the centre\'s SQLite full while kiosks send: 503 SERVER_DISK_FULL, alive, goes on when there is room, nothing lost',
  async run({ tries, seed }) {
    const why = whyNoSmallDisk();
    if (why !== null) return couldNot(why);
    const disk = mountSmallDisk(160);
    const dataDir = join(disk.path, 'centre');
    const { repositories } = await openSqliteRepositories(join(dataDir, 'centre.db'), Date.now());
    try {
      return await fillUnderLoad({ disk, dataDir, env: {}, repositories, tries: tries ?? TRIES, seed });
    } finally {
      await repositories.care.close();
      disk.remove();
    }
  },
};

export const fullCentrePostgres: Fault = {
  name: 'full-centre-postgres',
  title: 'the disk of PostgreSQL\'s tables full (53100) while kiosks send: 503 SERVER_DISK_FULL, alive, goes on, nothing lost',
  async run({ tries, seed }) {
    const why = whyNoSmallDisk();
    const { programs, why: whyNone } = findPostgres();
    if (why !== null || programs === null) return couldNot(why ?? `there is no PostgreSQL: ${whyNone}`);
    const disk = mountSmallDisk(48);
    const folder = mkdtempSync(join(tmpdir(), 'mot-cham-faults-'));
    const postgres = await startPostgres(programs);
    try {
      const tables = join(disk.path, 'tables');
      mkdirSync(tables);
      giveToPostgres(disk.path);
      giveToPostgres(tables);
      await inDatabase(postgres.url('postgres'), async (client) => {
        await client.query(`CREATE TABLESPACE small LOCATION '${tables}'`);
        await client.query('CREATE DATABASE centre TABLESPACE small');
      });
      const url = postgres.url('centre');
      const { repositories } = await openPostgresRepositories({ url, readUrl: null, connections: 2, patienceMs: 20_000 }, Date.now());
      try {
        return await fillUnderLoad({ disk, dataDir: folder, env: { DATABASE_URL: url, DATABASE_CONNECTIONS: '4' }, repositories, tries: tries ?? TRIES, seed });
      } finally {
        await repositories.care.close();
      }
    } finally {
      await postgres.destroy();
      disk.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

type Filling = { readonly disk: SmallDisk; readonly dataDir: string; readonly env: Readonly<Record<string, string>>; readonly repositories: Repositories; readonly tries: number; readonly seed: number };

async function fillUnderLoad({ disk, dataDir, env, repositories, tries, seed }: Filling): Promise<FaultResult> {
  const centre = await runCentre(dataDir, { LOG_LEVEL: 'error', ...env });
  const crowd = new Crowd(await pairKiosks(repositories, KIOSKS), seeded(seed));
  const found: string[] = [];
  let [isEnough, worstMs] = [false, 0];
  const sending = crowd.send(() => [centre.url], () => isEnough);
  const status = async (path: string): Promise<number> => (await fetch(centre.url + path).catch(() => ({ status: 0 }))).status;
  try {
    for (let turn = 0; turn < tries; turn += 1) {
      const before = crowd.lastReceiptAt;
      await untilReceipt(crowd, before, 'kiosks get receipts');
      const refused = crowd.codes.get('SERVER_DISK_FULL') ?? 0;
      disk.fill();
      await until(() => (crowd.codes.get('SERVER_DISK_FULL') ?? 0) > refused, 'kiosks are told that the disk is full', PATIENCE).catch((error: unknown) => found.push(`${String(error)} Kiosks were told: ${[...crowd.codes].join(' ')}`));
      if ((await status('/healthz')) !== 200) found.push('the centre does not live any more');
      if ((await status('/readyz')) !== 503) found.push('the centre says that it is ready');
      disk.free();
      const freed = performance.now();
      await untilReceipt(crowd, freed, 'kiosks get receipts again');
      worstMs = Math.max(worstMs, performance.now() - freed);
    }
    isEnough = true;
    await sending;
    const verdict = await judgeCentre(repositories, crowd.thanked());
    const odd = [...crowd.codes].filter(([code]) => code !== 'SERVER_DISK_FULL' && code !== 'SERVER_BUSY').map(([code, times]) => `kiosks were told ${code}, ${times} times`);
    const notes = [`${crowd.acknowledged()} taps acknowledged, ${crowd.codes.get('SERVER_DISK_FULL') ?? 0} batches refused with SERVER_DISK_FULL`];
    return { tries, lost: verdict.lost, doubled: verdict.doubled, worstMs, found: [...found, ...odd, ...verdict.found], notes, could: 'run' };
  } finally {
    isEnough = true;
    await centre.end('SIGKILL');
  }
}

async function untilReceipt(crowd: Crowd, after: number, what: string): Promise<void> {
  const told = new Map(crowd.codes);
  await until(() => crowd.lastReceiptAt > after, what, PATIENCE).catch((error: unknown) => {
    const since = [...crowd.codes].map(([code, times]) => `${code} ${times - (told.get(code) ?? 0)} times`).join(', ');
    throw new Error(`${String(error)} Told meanwhile: ${since}; without any answer: ${crowd.failures}`);
  });
}

/** It runs as a user of its own when we are root. */
function giveToPostgres(path: string): void {
  const idOf = (flag: '-u' | '-g'): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  chownSync(path, idOf('-u'), idOf('-g'));
}
