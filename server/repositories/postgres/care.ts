import { StoreBusy } from '../../store-busy.ts';
import type { DatabaseCare, Finding } from '../care.ts';
import { loadMigrations } from '../sql/migrations.ts';
import { textOf } from '../sql/read-row.ts';
import { backUpPostgres } from './backup.ts';
import { copyFromSqlite } from './copy-from-sqlite.ts';
import type { PostgresDatabase } from './database.ts';
import { haveRun } from './migrate.ts';

// What a power cut or a careless hand can leave behind: an index or a constraint that does not hold.
const INVALID = `SELECT 'index ' || CAST(indexrelid AS regclass) AS what FROM pg_index
    WHERE NOT (indisvalid AND indisready) AND indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = CAST(current_schema() AS regnamespace))
  UNION ALL SELECT 'constraint ' || conname FROM pg_constraint WHERE NOT convalidated AND connamespace = CAST(current_schema() AS regnamespace)
  ORDER BY 1`;

/** `close`: everything that the repositories hold open. */
export function postgresCare(database: PostgresDatabase, url: string, close: () => Promise<void>): DatabaseCare {
  // Read once: a load balancer asks every second.
  const numbers = loadMigrations('postgres').map(({ no }) => no);
  return {
    async ready() {
      try {
        return !database.isFull() && (await haveRun(database, numbers));
      } catch (cause) {
        if (cause instanceof StoreBusy) return false;
        throw cause;
      }
    },
    async check() {
      const { rows } = await database.query(INVALID);
      return rows.map((row): Finding => ({ check: 'integrity', detail: `${textOf(row, 'what')} does not hold` }));
    },
    copyFrom: (file) => copyFromSqlite(url, file),
    backUp: (file) => backUpPostgres(url, file),
    close,
  };
}
