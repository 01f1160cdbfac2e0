import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { databaseCare } from '#server/repositories/sqlite/care.ts';
import { openDatabase } from '#server/repositories/sqlite/database.ts';
import { ledgerRepository } from '#server/repositories/sqlite/ledger.ts';
import { migrate } from '#server/repositories/sqlite/migrate.ts';
import { sqliteStore } from '#server/repositories/sqlite/sqlite-store.ts';
import { sqlRepositories } from '#server/repositories/sql/sql-repositories.ts';
import { openCentre, TEN_O_CLOCK } from './open-centre.ts';

test('a full disk is said by its own code, kiosks are told to come back, /readyz says no, and everything goes on once there is room', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-full-'));
  const file = join(folder, 'centre.db');
  const database = openDatabase(file);
  await migrate(database, TEN_O_CLOCK);
  const repositories = { ...sqlRepositories(sqliteStore(database)), ledger: ledgerRepository(database), care: databaseCare(database, file) };
  const centre = await openCentre({}, folder, { repositories });
  await centre.addPoint('p1');
  const kiosk = await centre.enrol('p1');
  const batch = { first: 1, entries: Array.from({ length: 2_000 }, (_, at) => ({ seq: at + 1, noise: `${at}`.repeat(40) })) };
  const ready = async (): Promise<number> => (await centre.app.inject('/readyz')).statusCode;
  expect(await ready()).toBe(200);

  database.exec('PRAGMA max_page_count = 1');
  const refused = await centre.send(kiosk, batch);
  expect([refused.statusCode, refused.json().error.code]).toEqual([503, 'SERVER_DISK_FULL']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(await ready()).toBe(503);
  expect((await centre.app.inject('/healthz')).statusCode).toBe(200);

  database.exec('PRAGMA max_page_count = 1000000');
  expect((await centre.send(kiosk, batch)).statusCode).toBe(200);
  expect(await ready()).toBe(200);
  await centre.close();
});
