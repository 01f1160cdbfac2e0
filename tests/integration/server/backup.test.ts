import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRepositories } from '#server/adapters/open-repositories.ts';
import { parseDatabaseConfig } from '#server/database-config.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { inDatabase, makeDatabase, whyNoPostgres } from '#tests/setup/fresh-database.ts';
import { PASSWORD } from '#tests/setup/postgres.ts';
import { countTaps, pairKiosks, sendAll, sendBatch, sendUntil } from './kiosk-crowd.ts';
import { runBeside, runCentre, runToEnd, type Ended, type RunningCentre } from './run-centre.ts';

// Each test starts several processes, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

let dataDir: string;
let running: RunningCentre | null = null;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mot-cham-backup-'));
});
afterEach(async () => {
  await running?.end('SIGKILL');
  running = null;
  rmSync(dataDir, { recursive: true });
});

async function withRepositories<T>(url: string, work: (repositories: Repositories) => Promise<T>): Promise<T> {
  const { database } = parseDatabaseConfig((name) => (name === 'DATABASE_URL' && url !== '' ? url : undefined));
  const opened = await openRepositories({ dataDir, database }, Date.now(), { patienceMs: 0, onWait: () => undefined });
  if (typeof opened === 'string') throw new Error(opened);
  try {
    return await work(opened.repositories);
  } finally {
    await opened.repositories.care.close();
  }
}

type Restore = {
  /** For DATABASE_URL; empty for SQLite. */
  readonly url: string;
  /** As docs/operations.md says it, step by step, with the server stopped. Returns the new DATABASE_URL. */
  restore(backup: string): Promise<string>;
};

/** A backup taken while a kiosk sends; more taps; then the centre is set back to the backup. */
async function setBack({ url, restore }: Restore): Promise<void> {
  const manage = (words: readonly string[], databaseUrl = url): Ended => runToEnd('manage', words, { DATA_DIR: dataDir, DATABASE_URL: databaseUrl });
  running = await runCentre(dataDir, { DATABASE_URL: url });
  const [kiosk = { stream: '', token: '' }] = await withRepositories(url, (repositories) => pairKiosks(repositories, 1));
  const key = await withRepositories(url, (repositories) => repositories.keys.find('content'));
  const { url: server } = running;
  let isEnough = false;
  const sending = sendUntil(() => isEnough, () => [server], kiosk, 20);
  await setTimeout(300);
  const backedUp = await runBeside('manage', ['backup', '--to', dataDir, '--json'], { DATA_DIR: dataDir, DATABASE_URL: url });
  expect(backedUp).toMatchObject({ status: 0, stderr: '' });
  const { file, bytes } = JSON.parse(backedUp.stdout);
  expect([statSync(file).size, statSync(file).mode & 0o777]).toEqual([bytes, 0o600]);
  isEnough = true;
  const { mark } = await sending;
  await running.end('SIGTERM');

  const restored = await restore(file);
  expect(manage(['db', 'migrate', '--json'], restored)).toMatchObject({ status: 0, stdout: '{"migrated":[]}\n' });
  expect(manage(['db', 'check', '--json'], restored)).toMatchObject({ status: 0, stdout: '{"ok":true,"findings":[]}\n' });
  const kept = await withRepositories(restored, countTaps);
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(mark);

  running = await runCentre(dataDir, { DATABASE_URL: restored });
  // The kiosk goes on from its own mark; the centre's answer tells it from where to send again.
  const answer = await sendBatch(running.url, kiosk, mark + 1, 10);
  expect(answer).toMatchObject({ status: 409, received: kept });
  const again = running.url;
  await sendAll(() => [again], kiosk, mark + 20, 20);
  expect(await withRepositories(restored, countTaps)).toBe(mark + 20);
  expect(await withRepositories(restored, (repositories) => repositories.keys.find('content'))).toBe(key);
  expect(manage(['db', 'check'], restored).status).toBe(0);
}

describe('a backup of SQLite', () => {
  it('is whole although taps come in meanwhile, and a kiosk sends a restored centre what it lost, once', async () => {
    await setBack({
      url: '',
      async restore(backup) {
        renameSync(join(dataDir, 'centre.db'), join(dataDir, 'centre.db.aside'));
        for (const beside of ['-wal', '-shm']) rmSync(join(dataDir, `centre.db${beside}`), { force: true });
        copyFileSync(backup, join(dataDir, 'centre.db'));
        chmodSync(join(dataDir, 'centre.db'), 0o600);
        return '';
      },
    });
  });

  it('names the media to be copied, writes over nothing, and leaves no half file behind', () => {
    const manage = (...words: readonly string[]): Ended => runToEnd('manage', words, { DATA_DIR: dataDir });
    mkdirSync(join(dataDir, 'blobs'));
    const file = join(dataDir, 'a.backup');
    expect(JSON.parse(manage('backup', '--to', file, '--json').stdout)).toMatchObject({ file, alsoCopy: [join(dataDir, 'blobs')] });
    expect(manage('backup', '--to', file)).toMatchObject({ status: 1, stdout: '', stderr: `${file} is there already: name a file that is not.\n` });
    expect(manage('backup', '--to', join(dataDir, 'nowhere', 'a.backup'))).toMatchObject({ status: 1, stdout: '' });
    writeFileSync(join(dataDir, 'c.backup.part'), 'half');
    expect(manage('backup', '--to', join(dataDir, 'c.backup')).status).toBe(0);
    expect(existsSync(join(dataDir, 'c.backup.part'))).toBe(false);
  });
});

const hasPrograms = ['pg_dump', 'pg_restore'].every((program) => spawnSync(program, ['--version']).status === 0);
const why = whyNoPostgres() ?? (hasPrograms ? null : 'pg_dump and pg_restore are not on the path');
const title = why === null ? 'a backup of PostgreSQL is tested' : `COULD NOT RUN a backup of PostgreSQL: ${why}`;
it(title, () => expect(typeof (why ?? '')).toBe('string'));

describe.each(why === null ? ['PostgreSQL'] : [])('a backup of %s', () => {
  it('is whole although taps come in meanwhile, and a kiosk sends a restored centre what it lost, once', async () => {
    const [fresh, other] = [await makeDatabase('empty'), await makeDatabase('empty')];
    try {
      await setBack({
        url: fresh.url,
        async restore(backup) {
          const words = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction', `--dbname=${other.url}`, backup];
          expect(spawnSync('pg_restore', words, { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
          return other.url;
        },
      });
    } finally {
      await running?.end('SIGKILL');
      await fresh.drop();
      await other.drop();
    }
  });

  it('says which command to run where pg_dump is not, without the password', async () => {
    const fresh = await makeDatabase('empty');
    const ended = runToEnd('manage', ['backup', '--to', join(dataDir, 'a.backup')], { DATA_DIR: dataDir, DATABASE_URL: fresh.url, PATH: '/nowhere' });
    expect(ended).toMatchObject({ status: 1, stdout: '' });
    expect(ended.stderr).toMatch(/pg_dump is not on this machine.*pg_dump --format=custom.*postgres:\/\/motcham@127/);
    expect(decodeURIComponent(ended.stderr)).not.toContain(PASSWORD);
    await inDatabase(fresh.url, async (client) => expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]));
    await fresh.drop();
  });
});
