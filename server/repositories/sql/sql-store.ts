import type { List, Row } from './read-row.ts';

export type SqlValue = string | number | null;

/** Statements in the SQL that SQLite and PostgreSQL share; each `?` stands for the next value. */
export type SqlQueries = {
  all(sql: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** The same rows as lists of what the columns hold, in their order: half the cost of many rows. */
  lists(sql: string, values?: readonly SqlValue[]): Promise<readonly List[]>;
  /**
   * The rows of a question without grouping, whose `sums` columns after the first are integers, summed by the first, in
   * no order: each as [key, sum, sum, …]. Each database does it where it is cheapest. @throws beyond ±2^53.
   */
  summed(sql: string, values: readonly SqlValue[], sums: number): Promise<readonly List[]>;
  /** The first row; undefined when there is none. */
  get(sql: string, values?: readonly SqlValue[]): Promise<Row | undefined>;
  /** How many rows were changed. */
  run(sql: string, values?: readonly SqlValue[]): Promise<number>;
};

/**
 * A database that the ordinary repositories keep their rows in. Everything fails as StoreBusy while
 * the database cannot be reached, and works again by itself afterwards.
 */
export type SqlStore = {
  /** What is committed, as of now. */
  readonly read: SqlQueries;
  /** For pages of figures: may be answered by a replica, and then lags behind what is committed. */
  readonly figures: SqlQueries;
  /**
   * Whether many rows are grouped soonest when they are read in the order of their groups (SQLite sorts what is not),
   * or in the order in which they lie on fewest pages (PostgreSQL hashes).
   */
  readonly groupsInOrder: boolean;
  /**
   * All of `work` is kept, or, when it throws, nothing. It acts as if it were alone in the database:
   * what it has read stays so until it ends. It may run more than once before it is kept, so it must
   * do nothing but ask the database.
   */
  write<T>(work: (tx: SqlQueries) => Promise<T>): Promise<T>;
  /**
   * The same for much-used writes whose statements are each right on their own: in PostgreSQL every
   * statement sees what others have committed meanwhile.
   */
  writeBeside<T>(work: (tx: SqlQueries) => Promise<T>): Promise<T>;
};
