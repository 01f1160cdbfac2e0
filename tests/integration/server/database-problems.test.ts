import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inDatabase, makeDatabase, whyNoPostgres, type FreshDatabase } from '#tests/setup/fresh-database.ts';
import { findFreePort, PASSWORD } from '#tests/setup/postgres.ts';
import { runToEnd } from './run-centre.ts';

// Each test starts a process, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

const why = whyNoPostgres();
const title = why === null ? 'what is wrong with a PostgreSQL is tested' : `COULD NOT RUN what is wrong with a PostgreSQL: ${why}`;
it(title, () => expect(typeof (why ?? '')).toBe('string'));

type Problem = { readonly what: string; readonly change: (url: URL) => Promise<void> | void; readonly said: RegExp };
const set = async (url: URL, sql: string): Promise<void> => void (await inDatabase(url.href, (client) => client.query(sql)));

const PROBLEMS: readonly Problem[] = [
  { what: 'a wrong password', change: (url) => void (url.password = 'geheim'), said: /^PostgreSQL \(test_\w+ at 127\.0\.0\.1:\d+\) refuses the user of DATABASE_URL \(28P01\): .*\n$/ },
  { what: 'a database that is not there', change: (url) => void (url.pathname = '/nowhere'), said: /^PostgreSQL has no database nowhere at .*createdb.*\n$/ },
  { what: 'a port where nobody is', change: async (url) => void (url.port = String(await findFreePort())), said: /^PostgreSQL .* does not answer \(ECONNREFUSED\): start it, or .*\n$/ },
  { what: 'TLS that the server has not', change: (url) => void (url.search = '?sslmode=verify-full'), said: /^PostgreSQL .* was asked for TLS and has none: .*\n$/ },
  { what: 'a database of a newer program', change: (url) => set(url, "CREATE TABLE migration (no BIGINT PRIMARY KEY, name TEXT NOT NULL, ran_at BIGINT NOT NULL); INSERT INTO migration VALUES (9999, 'later', 0)"), said: /^The database has migration 9999.*newer program.*\n$/ },
  {
    what: 'a user who may make nothing',
    async change(url) {
      await set(url, `REVOKE CREATE ON SCHEMA public FROM PUBLIC; CREATE ROLE ${url.pathname.slice(1)}_guest LOGIN PASSWORD 'gast'`);
      url.username = `${url.pathname.slice(1)}_guest`;
      url.password = 'gast';
    },
    said: /^The user of DATABASE_URL may not make tables in .*: make it the owner.*\n$/,
  },
];

describe.each(why === null ? ['PostgreSQL'] : [])('%s that cannot be used', () => {
  let dataDir: string;
  let fresh: FreshDatabase;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'mot-cham-problem-'));
    fresh = await makeDatabase('empty');
  });
  afterEach(async () => {
    await fresh.drop();
    rmSync(dataDir, { recursive: true });
  });

  it.each(PROBLEMS)('$what is one clear line with the remedy, and no password', async ({ change, said }) => {
    const url = new URL(fresh.url);
    await change(url);
    const ended = runToEnd('manage', ['point', 'list', '--json'], { DATA_DIR: dataDir, DATABASE_URL: url.href });
    expect(ended).toMatchObject({ status: 1, stdout: '' });
    expect(ended.stderr).toMatch(said);
    for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), 'geheim', 'gast@']) expect(ended.stderr).not.toContain(secret);
  });
});
