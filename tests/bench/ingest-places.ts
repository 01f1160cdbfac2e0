import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { nodeSecrets } from '#server/adapters/node-secrets.ts';
import { openPostgresRepositories } from '#server/repositories/postgres/postgres-repositories.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { findPostgres, startPostgres, type RunningPostgres } from '#tests/setup/postgres.ts';
import type { Stream } from './ingest-load.ts';

/** Where a server of the bench finds a fresh database that knows every kiosk. */
export type Place = { readonly dataDir: string; readonly databaseUrl: string; remove(): Promise<void> };

export type Places = {
  readonly streams: readonly Stream[];
  /** Why there is no PostgreSQL; null when there is one. */
  readonly whyNoPostgres: string | null;
  sqlite(): Promise<Place>;
  postgres(): Promise<Place>;
  remove(): Promise<void>;
};

/** Enrols so many kiosks, each of its own service point, in one database of each kind, to be copied for every run. */
export async function preparePlaces(kiosks: number, databases: 'both' | 'sqlite only' = 'both'): Promise<Places> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-ingest-'));
  const streams = Array.from({ length: kiosks }, () => ({ id: nodeSecrets.makeId(), token: nodeSecrets.make() }));
  const original = join(folder, 'original.db');
  const { repositories } = await openSqliteRepositories(original, Date.now());
  await enrolAll(repositories, streams);
  await repositories.care.close();
  const { programs, why } = findPostgres();
  const running = programs === null || databases === 'sqlite only' ? null : await startPostgres(programs);
  if (running !== null) await preparePostgres(running, streams);
  let count = 0;
  const makeFolder = (): string => mkdtempSync(join(folder, 'run-'));
  return {
    streams,
    whyNoPostgres: why,
    async sqlite() {
      const dataDir = makeFolder();
      copyFileSync(original, join(dataDir, 'centre.db'));
      return { dataDir, databaseUrl: '', remove: async () => rmSync(dataDir, { recursive: true }) };
    },
    async postgres() {
      if (running === null) throw new Error('there is no PostgreSQL');
      const name = `run_${(count += 1)}`;
      const dataDir = makeFolder();
      await ask(running, `CREATE DATABASE ${name} TEMPLATE original`);
      return {
        dataDir,
        databaseUrl: running.url(name),
        async remove() {
          await ask(running, `DROP DATABASE ${name} WITH (FORCE)`);
          rmSync(dataDir, { recursive: true });
        },
      };
    },
    async remove() {
      await running?.destroy();
      rmSync(folder, { recursive: true });
    },
  };
}

async function enrolAll({ points, devices }: Repositories, streams: readonly Stream[]): Promise<void> {
  const now = Date.now();
  for (const [index, { id, token }] of streams.entries()) {
    const point = `point-${index}`;
    await points.add({ id: point, name: point, kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit: null }, now);
    const no = (await points.find(point))?.no ?? 0;
    await devices.addPairingCode(point, no, now + 60_000);
    const device = { id: nodeSecrets.makeId(), tokenHash: nodeSecrets.hash(token), name: point, platform: 'bench', appVersion: '0', shell: 'bench' };
    const enrolled = await devices.enrol(point, device, id, now);
    if (typeof enrolled === 'string') throw new Error(enrolled);
  }
}

async function preparePostgres(running: RunningPostgres, streams: readonly Stream[]): Promise<void> {
  await ask(running, 'CREATE DATABASE original');
  const { repositories } = await openPostgresRepositories({ url: running.url('original'), readUrl: null, connections: 2, patienceMs: 0 }, Date.now());
  await enrolAll(repositories, streams);
  await repositories.care.close();
}

async function ask(running: RunningPostgres, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: running.url('postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
