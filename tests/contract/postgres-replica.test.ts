import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresRepositories } from '#server/repositories/postgres/postgres-repositories.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { inDatabase, whyNoPostgres } from '#tests/setup/fresh-database.ts';
import { findPostgres, startPostgres, type RunningPostgres } from '#tests/setup/postgres.ts';
import { DAY, NOW } from './repositories-given.ts';

const { programs } = findPostgres();
const why = whyNoPostgres() ?? (programs?.basebackup ? null : 'pg_basebackup is not beside the other programs');
const title = why === null ? 'a replica of PostgreSQL is tested' : `COULD NOT RUN a replica of PostgreSQL: ${why}`;
it(title, () => expect(typeof (why ?? '')).toBe('string'));

describe.each(why === null ? ['PostgreSQL'] : [])('a replica of %s', () => {
  let primary: RunningPostgres;
  let replica: RunningPostgres;
  let repositories: Repositories;
  const endings: (() => Promise<void>)[] = [];
  const open = async (readUrl: string | null): Promise<Repositories> =>
    (await openPostgresRepositories({ url: primary.url('centre'), readUrl, connections: 3, patienceMs: 0 }, NOW)).repositories;
  beforeAll(async () => {
    if (programs === null) throw new Error('PostgreSQL was here a moment ago');
    primary = await startPostgres(programs);
    endings.push(primary.destroy);
    await inDatabase(primary.url('postgres'), (client) => client.query('CREATE DATABASE centre'));
    const alone = await open(null);
    await alone.care.close();
    replica = await primary.follow();
    endings.push(replica.destroy);
    repositories = await open(replica.url('centre'));
    endings.push(repositories.care.close);
  });
  afterAll(async () => {
    for (const end of endings.toReversed()) await end();
  });
  const addTap = (): Promise<unknown> =>
    inDatabase(primary.url('centre'), (client) =>
      client.query(`INSERT INTO rollup_day VALUES ('${DAY}', 1, '', 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
        ON CONFLICT (day, point_no, field) DO UPDATE SET s5 = rollup_day.s5 + 1`),
    );
  const replayed = (): Promise<unknown> =>
    inDatabase(replica.url('postgres'), async (client) => (await client.query('SELECT pg_last_xact_replay_timestamp() IS NOT NULL AS replayed')).rows[0]?.replayed);
  const shown = async (): Promise<number | undefined> => (await repositories.summaries.days({ from: DAY, to: DAY, pointNos: [1], field: null }))[0]?.scores[4];

  it('answers pages of figures, which may lag; everything else sees what is committed; without it the primary answers', async () => {
    await addTap();
    // A replica that has replayed nothing yet is not believed to be fresh.
    await expect.poll(replayed).toBe(true);
    await expect.poll(shown).toBe(1);
    await inDatabase(replica.url('postgres'), (client) => client.query('SELECT pg_wal_replay_pause()'));
    await addTap();
    await repositories.points.addUnit({ id: 'new', name: 'Mới', parent: null });
    expect([await shown(), (await repositories.points.listUnits()).length]).toEqual([1, 1]);
    await inDatabase(replica.url('postgres'), (client) => client.query('SELECT pg_wal_replay_resume()'));
    await expect.poll(shown).toBe(2);
    await replica.stop('crash');
    await addTap();
    expect(await shown()).toBe(3);
  });
});
