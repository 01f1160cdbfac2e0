import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPostgresRepositories } from '#server/repositories/postgres/postgres-repositories.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { makeDatabase, whyNoPostgres, type FreshDatabase } from '#tests/setup/fresh-database.ts';
import { countTaps, pairKiosks, sendAll, sendBatch } from './kiosk-crowd.ts';
import { runCentre, runToEnd, type Ended, type RunningCentre } from './run-centre.ts';

// Each test starts several processes, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

const why = whyNoPostgres();
const title = why === null ? 'a move from SQLite to PostgreSQL is tested' : `COULD NOT RUN a move from SQLite to PostgreSQL: ${why}`;
it(title, () => expect(typeof (why ?? '')).toBe('string'));

describe.each(why === null ? ['PostgreSQL'] : [])('a centre that outgrows SQLite moves to %s', () => {
  let dataDir: string;
  let fresh: FreshDatabase;
  let running: RunningCentre | null = null;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'mot-cham-move-'));
    fresh = await makeDatabase('empty');
  });
  afterEach(async () => {
    await running?.end('SIGKILL');
    running = null;
    await fresh.drop();
    rmSync(dataDir, { recursive: true });
  });
  const manage = (url: string, ...words: readonly string[]): Ended => runToEnd('manage', words, { DATA_DIR: dataDir, DATABASE_URL: url });

  it('with all it has, and its kiosks go on where they were', async () => {
    running = await runCentre(dataDir);
    const { repositories } = await openSqliteRepositories(join(dataDir, 'centre.db'), Date.now());
    await repositories.points.addUnit({ id: 'z-tinh', name: 'Tỉnh', parent: null });
    await repositories.points.addUnit({ id: 'a-xa', name: 'Xã', parent: 'z-tinh' });
    const kiosks = await pairKiosks(repositories, 2);
    const { url } = running;
    await Promise.all(kiosks.map((kiosk) => sendAll(() => [url], kiosk, 700, 50)));
    const [key, devices] = [await repositories.keys.find('content'), await repositories.devices.list('all')];
    await running.end('SIGTERM');
    await repositories.care.close();

    const copied = manage(fresh.url, 'db', 'copy', '--from', join(dataDir, 'centre.db'), '--json');
    expect(copied).toMatchObject({ status: 0, stderr: '' });
    expect(manage(fresh.url, 'db', 'check', '--json')).toMatchObject({ status: 0, stdout: '{"ok":true,"findings":[]}\n' });
    expect(manage(fresh.url, 'db', 'copy', '--from', join(dataDir, 'centre.db'))).toMatchObject({ status: 1, stderr: 'This database is in use already: make a new, empty one.\n' });

    running = await runCentre(dataDir, { DATABASE_URL: fresh.url });
    const moved = (await openPostgresRepositories({ url: fresh.url, readUrl: null, connections: 2, patienceMs: 0 }, Date.now())).repositories;
    expect([await moved.keys.find('content'), await moved.devices.list('all')]).toEqual([key, devices]);
    const [kiosk = { stream: '', token: '' }] = kiosks;
    expect(await sendBatch(running.url, kiosk, 701, 10)).toMatchObject({ status: 200, received: 710 });
    expect(await countTaps(moved)).toBe(1_410);
    // New rows get new numbers.
    expect(await moved.points.add({ id: 'later', name: 'Sau', kind: 'one-stop', timezone: 'UTC', unit: 'a-xa' }, 0)).toBe(true);
    await moved.care.close();
    expect(manage(fresh.url, 'db', 'check').status).toBe(0);
  });

  it('and is told what is in the way', () => {
    expect(manage('', 'db', 'copy', '--from', 'x').stderr).toMatch(/set DATABASE_URL/);
    expect(manage(fresh.url, 'db', 'copy', '--from', join(dataDir, 'nowhere')).stderr).toMatch(/^There is no file /);
  });
});
