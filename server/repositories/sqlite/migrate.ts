import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';
import { integerOf } from './read-row.ts';

const FOLDER = fileURLToPath(new URL('../../migrations/sqlite/', import.meta.url));

export type Migration = { readonly no: number; readonly name: string; readonly sql: string };

/** The migrations this program knows, in order. */
export function loadMigrations(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => ({ no: Number(name.slice(0, 4)), name, sql: readFileSync(`${FOLDER}${name}`, 'utf8') }));
}

/**
 * Runs what the file has not seen yet, forward only, each number once even when two processes start
 * together. Returns the names that ran.
 * @throws when the file was written by a newer program.
 */
export async function migrate(database: Database, now: number): Promise<readonly string[]> {
  const known = loadMigrations();
  return database.write((prepare) => {
    prepare('CREATE TABLE IF NOT EXISTS migration (no INTEGER PRIMARY KEY, name TEXT NOT NULL, ran_at INTEGER NOT NULL) STRICT').run();
    const done = integerOf(prepare('SELECT coalesce(max(no), 0) AS no FROM migration').get() ?? {}, 'no');
    const newest = known.at(-1)?.no ?? 0;
    if (done > newest) {
      throw new Error(`the database has migration ${done}, this program knows ${newest}: start the newer program`);
    }
    const waiting = known.filter((migration) => migration.no > done);
    for (const migration of waiting) {
      database.exec(migration.sql);
      prepare('INSERT INTO migration (no, name, ran_at) VALUES (?, ?, ?)').run(migration.no, migration.name, now);
    }
    return waiting.map((migration) => migration.name);
  });
}

/** True when every known migration has run in this file. */
export function isMigrated(database: Database): boolean {
  const row = database.read('SELECT coalesce(max(no), 0) AS no FROM migration').get() ?? {};
  return integerOf(row, 'no') === (loadMigrations().at(-1)?.no ?? 0);
}
