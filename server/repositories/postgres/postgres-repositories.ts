import { setTimeout } from 'node:timers/promises';
import { StoreBusy } from '../../store-busy.ts';
import type { OpenedRepositories } from '../repositories.ts';
import { sqlRepositories } from '../sql/sql-repositories.ts';
import { postgresCare } from './care.ts';
import { inLongTransaction, openPostgres } from './database.ts';
import { ledgerRepository } from './ledger.ts';
import { migrate } from './migrate.ts';
import { postgresStore } from './postgres-store.ts';
import { replicaOrPrimary } from './replica.ts';
import { tryToMakeParts } from './segment-parts.ts';

export type PostgresPlace = {
  readonly url: string;
  /** A replica that answers pages of figures; null: none. */
  readonly readUrl: string | null;
  /** Most connections of this process at once, to each of the two. */
  readonly connections: number;
  /** How long a start waits for a database that is away, ms. */
  readonly patienceMs: number;
  /** Called once when it has to wait. */
  readonly onWait?: () => void;
};

const RETRY_MS = 500;

/**
 * Runs waiting migrations in a database that is there already, and opens it. `now` in ms.
 * @throws StoreBusy when it stays away; otherwise what the driver said.
 */
export async function openPostgresRepositories(place: PostgresPlace, now: number): Promise<OpenedRepositories> {
  const { url, readUrl, connections } = place;
  const migrated = await patiently(place, () => inLongTransaction(url, (tx) => migrate(tx, now)));
  await tryToMakeParts(url, now);
  const database = openPostgres(url, connections);
  const replica = readUrl === null ? null : openPostgres(readUrl, connections);
  const figures = replica === null ? database : replicaOrPrimary(replica, database, () => performance.now());
  const close = async (): Promise<void> => void (await Promise.all([database.close(), replica?.close()]));
  return {
    migrated,
    repositories: {
      ...sqlRepositories(postgresStore(database, figures)),
      ledger: ledgerRepository(database, url),
      care: postgresCare(database, url, close),
    },
  };
}

async function patiently<T>({ patienceMs, onWait }: PostgresPlace, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof StoreBusy) || performance.now() - started >= patienceMs) throw cause;
    }
    if (attempt === 0) onWait?.();
    await setTimeout(RETRY_MS);
  }
}
