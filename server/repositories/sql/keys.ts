import type { KeyRepository } from '../keys.ts';
import { textOf } from './read-row.ts';
import type { SqlQueries, SqlStore } from './sql-store.ts';

export function keyRepository(store: SqlStore): KeyRepository {
  return {
    find: (name) => find(store.read, name),
    async keep(name, made, now) {
      return store.writeBeside(async (tx) => {
        await tx.run('INSERT INTO kept_key (name, value, made_at) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING', [name, made, now]);
        return (await find(tx, name)) ?? made;
      });
    },
  };
}

async function find(queries: SqlQueries, name: string): Promise<string | null> {
  const row = await queries.get('SELECT value FROM kept_key WHERE name = ?', [name]);
  return row === undefined ? null : textOf(row, 'value');
}
