import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPostgresRepositories } from '#server/repositories/postgres/postgres-repositories.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { inDatabase, makeDatabase, whyNoPostgres, type FreshDatabase } from '#tests/setup/fresh-database.ts';
import { findPostgres, startPostgres } from '#tests/setup/postgres.ts';
import { countTaps, pairKiosks, sendAll, sendBatch, sendUntil } from './kiosk-crowd.ts';
import { runCentre, runToEnd, type RunningCentre } from './run-centre.ts';

// Each test starts several processes, and the machine may be busy.
vi.setConfig({ testTimeout: 180_000 });

const why = whyNoPostgres();
const title = why === null ? 'several servers over one PostgreSQL are tested' : `COULD NOT RUN several servers over one PostgreSQL: ${why}`;
it(title, () => expect(typeof (why ?? '')).toBe('string'));

describe.each(why === null ? ['PostgreSQL'] : [])('several servers over %s', () => {
  let dataDir: string;
  let fresh: FreshDatabase;
  let repositories: Repositories;
  const running = new Set<RunningCentre>();
  const run = async (): Promise<RunningCentre> => {
    const centre = await runCentre(dataDir, { DATABASE_URL: fresh.url, DATABASE_CONNECTIONS: '4' });
    running.add(centre);
    return centre;
  };
  const end = (centre: RunningCentre, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
    running.delete(centre);
    return centre.end(signal);
  };
  const openRepositories = async (url: string): Promise<Repositories> => (await openPostgresRepositories({ url, readUrl: null, connections: 2, patienceMs: 0 }, Date.now())).repositories;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'mot-cham-several-'));
    fresh = await makeDatabase('empty');
  });
  afterEach(async () => {
    await Promise.all([...running].map((centre) => end(centre, 'SIGKILL')));
    await repositories.care.close();
    await fresh.drop();
    rmSync(dataDir, { recursive: true });
  });

  it('lose nothing and double nothing under load while one is killed and both are replaced one after the other', async () => {
    let [one, other] = await Promise.all([run(), run()]);
    repositories = await openRepositories(fresh.url);
    const kiosks = await pairKiosks(repositories, 6);
    let isEnough = false;
    const sending = Promise.all(kiosks.map((kiosk, index) => sendUntil(() => isEnough, () => [one.url, other.url], kiosk, 40 + index * 30)));
    await setTimeout(500);
    await end(one, 'SIGKILL');
    one = await run();
    expect(await end(other, 'SIGTERM')).toBe(0);
    other = await run();
    await setTimeout(500);
    isEnough = true;
    const sent = await sending;
    expect(sent.some(({ failures }) => failures > 0)).toBe(true);
    expect(await countTaps(repositories)).toBe(sent.reduce((sum, { mark }) => sum + mark, 0));
    expect((await repositories.devices.list('all')).map(({ received }) => received)).toEqual(sent.map(({ mark }) => mark));
    expect(runToEnd('manage', ['db', 'check', '--json'], { DATA_DIR: dataDir, DATABASE_URL: fresh.url })).toMatchObject({ status: 0, stdout: '{"ok":true,"findings":[]}\n' });
  });

  it('take a stream once when both are given every batch of it at the same moment', async () => {
    const [one, other] = await Promise.all([run(), run()]);
    repositories = await openRepositories(fresh.url);
    const [kiosk = { stream: '', token: '' }] = await pairKiosks(repositories, 1);
    for (let first = 1; first <= 1_000; first += 50) {
      // The second begins a little later in the stream: what both hold must be taken once all the same.
      const answers = await Promise.all([sendBatch(one.url, kiosk, first, 50), sendBatch(other.url, kiosk, first, 30), sendBatch(other.url, kiosk, first + 10, 40)]);
      expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
      expect(Math.max(...answers.map(({ received }) => received ?? 0))).toBe(first + 49);
    }
    expect(await countTaps(repositories)).toBe(1_000);
    expect(runToEnd('manage', ['db', 'check'], { DATA_DIR: dataDir, DATABASE_URL: fresh.url }).status).toBe(0);
  });

  it('share sessions, the key that signs content, and the first administrator\'s link', async () => {
    const one = await run();
    const other = await run();
    repositories = await openRepositories(fresh.url);
    const key = await repositories.keys.find('content');
    expect(key).toContain('PRIVATE KEY');
    const signIn = await fetch(`${one.url}/api/v1/sign-in/once`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token: other.staffLink.split('#')[1] }) });
    expect(signIn.status).toBe(204);
    const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await fetch(`${other.url}/api/v1/me`, { headers: { cookie } })).status).toBe(200);
    await inDatabase(fresh.url, async (client) => expect((await client.query('SELECT count(*) AS n FROM kept_key')).rows).toEqual([{ n: '1' }]));
  });
});

describe.each(why === null ? ['PostgreSQL'] : [])('a server whose %s is gone', () => {
  it('says so for as long as it lasts, stays alive, and goes on by itself with nothing lost', async () => {
    const { programs } = findPostgres();
    if (programs === null) throw new Error('PostgreSQL was here a moment ago');
    const postgres = await startPostgres(programs);
    const dataDir = mkdtempSync(join(tmpdir(), 'mot-cham-gone-'));
    await inDatabase(postgres.url('postgres'), (client) => client.query('CREATE DATABASE centre'));
    const centre = await runCentre(dataDir, { DATABASE_URL: postgres.url('centre'), LOG_LEVEL: 'fatal' });
    const repositories = (await openPostgresRepositories({ url: postgres.url('centre'), readUrl: null, connections: 2, patienceMs: 0 }, Date.now())).repositories;
    try {
      const [kiosk = { stream: '', token: '' }] = await pairKiosks(repositories, 1);
      expect(await sendBatch(centre.url, kiosk, 1, 100)).toMatchObject({ status: 200, received: 100 });
      const sending = sendAll(() => [centre.url], kiosk, 3_000, 100);
      await postgres.stop('crash');
      // An hour in small: asked without pause, by everybody who asks.
      for (const until = performance.now() + 4_000; performance.now() < until; ) {
        const [batch, ready, lives, page] = await Promise.all([
          sendBatch(centre.url, kiosk, 101, 100),
          fetch(`${centre.url}/readyz`),
          fetch(`${centre.url}/healthz`),
          fetch(`${centre.url}/api/v1/service-points`, { headers: { cookie: 'session=x' } }),
        ]);
        expect([batch.status, Number(batch.retryAfter) > 0, ready.status, lives.status, page.status, page.headers.get('retry-after')]).toEqual([503, true, 503, 200, 503, '2']);
      }
      await postgres.start();
      expect(await sending).toBeGreaterThan(0);
      expect((await fetch(`${centre.url}/readyz`)).status).toBe(200);
      expect(await countTaps(repositories)).toBe(3_000);
      expect(runToEnd('manage', ['db', 'check'], { DATA_DIR: dataDir, DATABASE_URL: postgres.url('centre') }).status).toBe(0);
      expect(await centre.end('SIGTERM')).toBe(0);
    } finally {
      await centre.end('SIGKILL');
      await repositories.care.close();
      await postgres.destroy();
      rmSync(dataDir, { recursive: true });
    }
  });
});
