import type { SqlQueries, SqlValue } from './sql-store.ts';

/** Most rows of one statement. */
const MOST_TOGETHER = 64;

export type Insertion = {
  readonly into: string;
  readonly columns: readonly string[];
  /** What follows the values, such as ON CONFLICT …; no row may meet another one of the same call there. */
  readonly ending: string;
};

/**
 * Inserts rows in their order, many a statement: in PostgreSQL a round trip costs more than a row. Their
 * numbers are powers of two, so that seven prepared statements do for any count.
 */
export async function insertRows(tx: SqlQueries, { into, columns, ending }: Insertion, rows: readonly (readonly SqlValue[])[]): Promise<void> {
  const row = `(${columns.map(() => '?').join(', ')})`;
  let start = 0;
  while (start < rows.length) {
    const left = rows.length - start;
    const count = Math.min(MOST_TOGETHER, 2 ** Math.floor(Math.log2(left)));
    const values = Array<string>(count).fill(row).join(', ');
    await tx.run(`INSERT INTO ${into} (${columns.join(', ')}) VALUES ${values} ${ending}`, rows.slice(start, start + count).flat());
    start += count;
  }
}
