import type { LedgerReader } from '../ledger.ts';
import { ledgerReader } from '../sql/ledger-reader.ts';
import type { Database } from './database.ts';
import { queriesOf } from './sqlite-store.ts';

/** Reads the ledger as it stood at one moment; taking goes on beside it. */
export function readLedger<T>(database: Database, work: (reader: LedgerReader) => Promise<T>): Promise<T> {
  return database.snapshot((read) => work(ledgerReader(queriesOf(read))));
}
