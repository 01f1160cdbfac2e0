import { StoreBusy } from '../../store-busy.ts';
import { integerOf } from '../sql/read-row.ts';
import type { PostgresDatabase, PostgresQueries } from './database.ts';

/** A page of figures may be this old; then the database itself is asked, ms. */
export const MOST_LAG_MS = 120_000;
/** How long a look at the replica's age is believed, ms. */
const LOOK_MS = 5_000;
/** How long a replica that could not be asked is left alone, ms. */
const REST_MS = 15_000;

// A transaction of the primary reaches us at least with every heartbeat. Without kiosks nothing does: then the
// replica looks old, and the primary has time to answer.
const AGE = `SELECT CASE WHEN pg_is_in_recovery()
  THEN CAST(coalesce(extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000, ${Number.MAX_SAFE_INTEGER}) AS BIGINT)
  ELSE 0 END AS age`;

/**
 * Asks the replica while it is there and at most {@link MOST_LAG_MS} behind, else the primary.
 * `now`: milliseconds of any steady clock.
 */
export function replicaOrPrimary(replica: PostgresDatabase, primary: PostgresQueries, now: () => number): PostgresQueries {
  let lookAgainAt = 0;
  let isFresh = false;
  const look = async (): Promise<void> => {
    if (now() < lookAgainAt) return;
    lookAgainAt = now() + LOOK_MS;
    const [row = {}] = (await replica.query(AGE)).rows;
    isFresh = integerOf(row, 'age') <= MOST_LAG_MS;
  };
  const ask = async <T>(work: (database: PostgresQueries) => Promise<T>): Promise<T> => {
    try {
      await look();
      if (isFresh) return await work(replica);
    } catch (cause) {
      if (!(cause instanceof StoreBusy)) throw cause;
      isFresh = false;
      lookAgainAt = now() + REST_MS;
    }
    return work(primary);
  };
  return { query: (...asked) => ask((database) => database.query(...asked)), lists: (...asked) => ask((database) => database.lists(...asked)) };
}
