import type { DatabaseCare, Finding } from '../repositories.ts';
import { textOf } from '../sql/read-row.ts';
import type { Database } from './database.ts';
import { isMigrated } from './migrate.ts';

export function databaseCare(database: Database): DatabaseCare {
  return {
    async ready() {
      return isMigrated(database);
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
    close: async () => database.close(),
  };
}
