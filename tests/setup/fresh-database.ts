import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export type FreshDatabase = {
  readonly url: string;
  /** Also ends every connection to it. */
  drop(): Promise<void>;
};

/** Why there is no PostgreSQL for this run; null when there is one. */
export function whyNoPostgres(): string | null {
  const offer = inject('postgres');
  return offer.here ? null : offer.why;
}

/** A migrated, empty database of its own, on the PostgreSQL of this test run; `empty`: not even migrated. */
export async function makeDatabase(empty: 'empty' | 'migrated' = 'migrated'): Promise<FreshDatabase> {
  const offer = inject('postgres');
  if (!offer.here) throw new Error(`there is no PostgreSQL: ${offer.why}`);
  const name = `test_${randomBytes(6).toString('hex')}`;
  const { admin, template } = offer;
  await inDatabase(admin, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${empty === 'empty' ? 'template0' : template}`));
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, drop: async () => void (await inDatabase(admin, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))) };
}

/** One connection for one piece of work. */
export async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
