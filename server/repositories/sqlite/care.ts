import type { DatabaseCare, Finding } from '../repositories.ts';
import { findRollupDifferences } from './check-rollups.ts';
import type { Database } from './database.ts';
import { isMigrated } from './migrate.ts';
import { integerOf, textOf } from './read-row.ts';

export function databaseCare(database: Database): DatabaseCare {
  return {
    async ready() {
      return isMigrated(database);
    },
    // In one writing transaction, so that the server beside it changes nothing meanwhile.
    async check() {
      return database.write((prepare) => [
        ...prepare('PRAGMA integrity_check').all().map((row) => textOf(row, 'integrity_check')).filter((text) => text !== 'ok')
          .map((detail): Finding => ({ check: 'integrity', detail })),
        ...prepare(MARKS).all().map((row): Finding => ({
          check: 'marks',
          detail: `stream ${textOf(row, 'id')}: mark ${integerOf(row, 'mark')}, but ${integerOf(row, 'kept')} entries up to number ${integerOf(row, 'highest')}`,
        })),
        ...findRollupDifferences(prepare),
      ]);
    },
    close: async () => database.close(),
  };
}

// A stream without holes has as many entries as its highest number says, and its mark is that number.
const MARKS = `SELECT stream.id, stream.mark, count(numbers.seq) AS kept, coalesce(max(numbers.seq), 0) AS highest
  FROM stream LEFT JOIN (SELECT stream_no, seq FROM entry UNION ALL SELECT stream_no, seq FROM quarantine) AS numbers
    ON numbers.stream_no = stream.no
  GROUP BY stream.no HAVING stream.mark <> count(numbers.seq) OR stream.mark <> coalesce(max(numbers.seq), 0)`;
