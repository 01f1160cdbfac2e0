import type { SqlQueries, SqlStore } from '../sql/sql-store.ts';
import type { PostgresDatabase, PostgresQueries } from './database.ts';

/** The shared SQL over PostgreSQL. `figures` answers pages of figures: a replica, or the database itself. */
export function postgresStore(database: PostgresDatabase, figures: PostgresQueries): SqlStore {
  return {
    read: queriesOf(database),
    figures: queriesOf(figures),
    write: (work) => database.transaction('SERIALIZABLE', (queries) => work(queriesOf(queries))),
    writeBeside: (work) => database.transaction('READ COMMITTED', (queries) => work(queriesOf(queries))),
  };
}

export function queriesOf(queries: PostgresQueries): SqlQueries {
  return {
    all: async (sql, values) => (await queries.query(numbered(sql), values)).rows,
    lists: (sql, values) => queries.lists(numbered(sql), values),
    get: async (sql, values) => (await queries.query(numbered(sql), values)).rows[0],
    run: async (sql, values) => (await queries.query(numbered(sql), values)).changed,
  };
}

const known = new Map<string, string>();

/** `?` becomes $1, $2, …; no statement of ours has a question mark within a text. */
export function numbered(sql: string): string {
  const remembered = known.get(sql);
  if (remembered !== undefined) return remembered;
  let count = 0;
  const text = sql.replaceAll('?', () => `$${(count += 1)}`);
  known.set(sql, text);
  return text;
}
