import type { SqlQueries, SqlStore, SqlValue } from '../sql/sql-store.ts';
import type { Planning, PostgresDatabase, PostgresQueries, PostgresValue } from './database.ts';

/** The shared SQL over PostgreSQL. `figures` answers pages of figures: a replica, or the database itself. */
export function postgresStore(database: PostgresDatabase, figures: PostgresQueries): SqlStore {
  return {
    read: queriesOf(database, 'each time'),
    figures: queriesOf(figures, 'each time'),
    groupsInOrder: false,
    write: (work) => database.transaction('SERIALIZABLE', (queries) => work(queriesOf(queries))),
    writeBeside: (work) => database.transaction('READ COMMITTED', (queries) => work(queriesOf(queries))),
  };
}

/** `long`: how statements with a long list are planned. */
export function queriesOf(queries: PostgresQueries, long: Planning = 'once'): SqlQueries {
  const asked = (sql: string, values: readonly SqlValue[] = []): readonly [string, readonly PostgresValue[], Planning] => {
    const { text, lists } = translated(sql);
    return [text, packed(values, lists), lists.length > 0 ? long : 'once'];
  };
  return {
    all: async (sql, values) => (await queries.query(...asked(sql, values))).rows,
    lists: (sql, values) => queries.lists(...asked(sql, values)),
    summed: (sql, values, sums) => queries.lists(...asked(groupedBy(sql, sums), values)),
    get: async (sql, values) => (await queries.query(...asked(sql, values))).rows[0],
    run: async (sql, values) => (await queries.query(...asked(sql, values))).changed,
  };
}

function groupedBy(sql: string, sums: number): string {
  const columns = Array.from({ length: sums }, (_, at) => `n${at}`);
  return `SELECT key, ${columns.map((column) => `CAST(sum(${column}) AS BIGINT)`).join(', ')} FROM (${sql}) AS counted (key, ${columns.join(', ')}) GROUP BY key`;
}

/** A list of more than eight values, as in-list.ts writes it, or one value that is none of such a list. */
const LIST_OR_VALUE = /(NOT )?IN \((\?(?:, \?){8,})\)|\?/g;
/** Where among the values of a statement a list begins, and its length. */
type Place = { readonly from: number; readonly length: number };
type Translated = { readonly text: string; readonly lists: readonly Place[] };

const known = new Map<string, Translated>();

/**
 * `?` becomes $1, $2, …; no statement of ours has a question mark within a text. A long list becomes one value: each
 * row would be compared with one of its values after another (measured: a second for a province's month, not 20 ms).
 */
function translated(sql: string): Translated {
  const remembered = known.get(sql);
  if (remembered !== undefined) return remembered;
  const lists: Place[] = [];
  let [count, taken] = [0, 0];
  const text = sql.replaceAll(LIST_OR_VALUE, (_, not?: string, list?: string) => {
    count += 1;
    const length = list === undefined ? 1 : list.split(',').length;
    if (list !== undefined) lists.push({ from: taken, length });
    taken += length;
    if (list === undefined) return `$${count}`;
    return not === undefined ? `= ANY ($${count})` : `<> ALL ($${count})`;
  });
  const made = { text, lists };
  known.set(sql, made);
  return made;
}

/** The values with each of the lists as one. */
function packed(values: readonly SqlValue[], lists: readonly Place[]): readonly PostgresValue[] {
  if (lists.length === 0) return values;
  const together: PostgresValue[] = [];
  let next = 0;
  for (const { from, length } of lists) {
    together.push(...values.slice(next, from), values.slice(from, from + length));
    next = from + length;
  }
  return [...together, ...values.slice(next)];
}
