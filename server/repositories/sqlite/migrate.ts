import { findWaiting, loadMigrations } from '../sql/migrations.ts';
import { integerOf } from '../sql/read-row.ts';
import type { Database, Statements } from './database.ts';

const TABLE = 'CREATE TABLE IF NOT EXISTS migration (no INTEGER PRIMARY KEY, name TEXT NOT NULL, ran_at INTEGER NOT NULL) STRICT';

/**
 * Runs what the file has not seen yet, forward only, each number once even when two processes start
 * together. Returns the names that ran.
 * @throws when the file was written by a newer program.
 */
export async function migrate(database: Database, now: number): Promise<readonly string[]> {
  const known = loadMigrations('sqlite');
  return database.write((prepare) => {
    prepare(TABLE).run();
    const waiting = findWaiting(known, doneIn(prepare));
    for (const migration of waiting) {
      database.exec(migration.sql);
      prepare('INSERT INTO migration (no, name, ran_at) VALUES (?, ?, ?)').run(migration.no, migration.name, now);
    }
    return waiting.map((migration) => migration.name);
  });
}

/** True when all of these have run in this file; one of a newer program beside us does no harm. */
export function haveRun(database: Database, numbers: readonly number[]): boolean {
  const done = doneIn(database.read);
  return numbers.every((no) => done.includes(no));
}

function doneIn(prepare: Statements): readonly number[] {
  return prepare('SELECT no FROM migration ORDER BY no')
    .all()
    .map((row) => integerOf(row, 'no'));
}
