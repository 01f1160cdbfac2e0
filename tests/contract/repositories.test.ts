import { describe, expect, it } from 'vitest';
import { whyNoPostgres } from '#tests/setup/fresh-database.ts';
import { ledgerContract } from './repositories-ledger.ts';
import { repositoriesContract } from './repositories.ts';
import { POSTGRES_TITLE, STORES } from './stores.ts';

describe.each(STORES)('the repositories over $name', ({ open }) => {
  repositoriesContract(open);
});

describe.each(STORES)('the ledger over $name', ({ open }) => {
  ledgerContract(open);
});

it(POSTGRES_TITLE, () => {
  expect(STORES).toHaveLength(whyNoPostgres() === null ? 2 : 1);
});
