import type { ClaimRepository } from '../claims.ts';
import type { SqlStore } from './sql-store.ts';

export function claimRepository({ writeBeside }: SqlStore): ClaimRepository {
  return {
    async claim(name, owner, { now, until }) {
      const changed = await writeBeside((tx) =>
        tx.run(
          `INSERT INTO claimed_work (name, owner, until) VALUES (?, ?, ?)
           ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
           WHERE claimed_work.until <= ? OR claimed_work.owner = excluded.owner`,
          [name, owner, until, now],
        ),
      );
      return changed === 1;
    },
    async release(name, owner) {
      await writeBeside((tx) => tx.run('UPDATE claimed_work SET until = 0 WHERE name = ? AND owner = ?', [name, owner]));
    },
  };
}
