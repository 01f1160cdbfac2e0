import type { TryRepository } from '../tries.ts';
import { integerOf } from './read-row.ts';
import type { SqlStore } from './sql-store.ts';

/** One row a bucket, changed in one statement, so that any number of processes count together. */
export function tryRepository(store: SqlStore): TryRepository {
  return {
    async take(bucket, { tries, refillMs }, now) {
      // A bucket is full again at `free_at`; a try moves that time on, as far as the rule lets it.
      const latest = now + (tries - 1) * refillMs;
      const row = await store.writeBeside((tx) =>
        tx.get(
          `INSERT INTO try_bucket (bucket, free_at) VALUES (?, ?)
           ON CONFLICT (bucket) DO UPDATE SET free_at = (CASE WHEN try_bucket.free_at > ? THEN try_bucket.free_at ELSE CAST(? AS BIGINT) END) + CAST(? AS BIGINT)
           WHERE try_bucket.free_at <= ?
           RETURNING free_at`,
          [bucket, now + refillMs, now, now, refillMs, latest],
        ),
      );
      if (row !== undefined) return 0;
      const full = await store.read.get('SELECT free_at FROM try_bucket WHERE bucket = ?', [bucket]);
      return full === undefined ? 1 : Math.max(1, integerOf(full, 'free_at') - latest);
    },
    async giveBack(bucket, { refillMs }) {
      await store.writeBeside((tx) => tx.run('UPDATE try_bucket SET free_at = free_at - CAST(? AS BIGINT) WHERE bucket = ?', [refillMs, bucket]));
    },
    async forget(now) {
      await store.writeBeside((tx) => tx.run('DELETE FROM try_bucket WHERE free_at <= ?', [now]));
    },
  };
}
