import { setTimeout } from 'node:timers/promises';
import { inDatabase } from '#tests/setup/fresh-database.ts';
import type { RunningPostgres } from '#tests/setup/postgres.ts';
import type { Seeded } from '../seeded.ts';

/** What remains of a killed PostgreSQL needs a moment to notice it, ms. */
const START_PATIENCE = 30_000;

/** kill -9 of one of its working processes, which takes all of them down, or of its head, which then has to be started again. */
export async function killPostgresOnce(postgres: RunningPostgres, random: Seeded): Promise<void> {
  if (random.fraction() < 0.5) await killHead(postgres, random.between(0, 500));
  else await killWorker(postgres, random);
}

async function killWorker(postgres: RunningPostgres, random: Seeded): Promise<void> {
  const pids = await inDatabase(postgres.url('centre'), async (client) => {
    const { rows } = await client.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE datname = 'centre' AND pid <> pg_backend_pid()");
    return rows.map(({ pid }) => pid);
  });
  const pid = pids[random.between(0, pids.length - 1)];
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
}

/** `away`: how long it stays down, ms. */
async function killHead(postgres: RunningPostgres, away: number): Promise<void> {
  await postgres.kill();
  await setTimeout(away);
  for (const started = performance.now(); ; await setTimeout(200)) {
    try {
      return await postgres.start();
    } catch (error: unknown) {
      if (performance.now() - started > START_PATIENCE) throw error;
    }
  }
}
