import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import type { Repositories } from '#server/repositories/repositories.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { repositoriesContract, type OpenedStore } from './repositories.ts';

async function openSqlite(): Promise<OpenedStore> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-store-'));
  const open = async (): Promise<Repositories> => (await openSqliteRepositories(join(folder, 'centre.db'), 0)).repositories;
  const repositories = await open();
  return {
    repositories,
    openAgain: open,
    async destroy() {
      await repositories.care.close();
      rmSync(folder, { recursive: true });
    },
  };
}

describe('SQLite', () => {
  repositoriesContract(openSqlite);
});
