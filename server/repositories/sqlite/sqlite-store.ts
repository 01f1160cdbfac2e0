import type { SqlQueries, SqlStore } from '../sql/sql-store.ts';
import { inColumns, sumColumns } from './column-sums.ts';
import type { Database, Statements } from './database.ts';

/** The shared SQL over one SQLite file: its transactions take turns, so each is alone by itself. */
export function sqliteStore(database: Database): SqlStore {
  const read = queriesOf(database.read);
  const write: SqlStore['write'] = (work) => database.write((prepare) => work(queriesOf(prepare)));
  return { read, figures: read, groupsInOrder: true, write, writeBeside: write };
}

export function queriesOf(prepare: Statements): SqlQueries {
  return {
    all: async (sql, values = []) => prepare(sql).all(...values),
    lists: async (sql, values = []) => {
      const statement = prepare(sql);
      statement.setReturnArrays(true);
      const rows: unknown = statement.all(...values);
      statement.setReturnArrays(false);
      return Array.isArray(rows) ? rows : [];
    },
    summed: async (sql, values, sums) => sumColumns(prepare(inColumns(sql, sums)).get(...values) ?? {}),
    get: async (sql, values = []) => prepare(sql).get(...values),
    run: async (sql, values = []) => Number(prepare(sql).run(...values).changes),
  };
}
