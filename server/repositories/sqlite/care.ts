import type { DatabaseCare, Finding } from '../care.ts';
import { loadMigrations } from '../sql/migrations.ts';
import { textOf } from '../sql/read-row.ts';
import { backUpSqlite } from './backup.ts';
import type { Database } from './database.ts';
import { haveRun } from './migrate.ts';

/** `source`: the file that the database is in. */
export function databaseCare(database: Database, source: string): DatabaseCare {
  // Read once: a load balancer asks every second.
  const numbers = loadMigrations('sqlite').map(({ no }) => no);
  return {
    async ready() {
      return !database.isFull() && haveRun(database, numbers);
    },
    async check() {
      return database.snapshot(async (read) =>
        read('PRAGMA integrity_check')
          .all()
          .map((row) => textOf(row, 'integrity_check'))
          .filter((text) => text !== 'ok')
          .map((detail): Finding => ({ check: 'integrity', detail })),
      );
    },
    copyFrom: async () => ({ ok: false, why: 'This centre keeps its data in SQLite: set DATABASE_URL to the PostgreSQL database that is to take the file over.' }),
    backUp: async (file) => backUpSqlite(source, file),
    close: async () => database.close(),
  };
}
