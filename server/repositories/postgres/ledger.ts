import type { LedgerRepository, LedgerTransaction, StreamState } from '../ledger.ts';
import { CHANGE, ledgerReader, SEGMENT } from '../sql/ledger-reader.ts';
import { changeOf, segmentOf, streamStateOf } from '../sql/ledger-rows.ts';
import { textOf } from '../sql/read-row.ts';
import { inLongTransaction, type PostgresDatabase, type ShortTransaction } from './database.ts';
import { keeping } from './keep-group.ts';
import { segmentParts, type NoteReceipt } from './segment-parts.ts';
import { pruneLedger } from './prune-ledger.ts';
import { queriesOf } from './postgres-store.ts';

/** So that one that waits for a lock does not hold up all others. */
const PARALLEL = 4;

// In the order of their numbers, so that two servers that want the same streams never wait for each other.
const LOCK_STREAMS = `SELECT stream.no, stream.id, stream.device_id, stream.mark, stream.forward_to, stream.tail, device.revoked_at IS NOT NULL AS revoked
  FROM stream JOIN device ON device.id = stream.device_id WHERE stream.id = ANY($1::text[]) ORDER BY stream.no FOR NO KEY UPDATE OF stream`;
const OPEN_STREAMS = `INSERT INTO stream (id, device_id, started_at, last_used_at)
  SELECT id, device_id, now, now FROM unnest($1::text[], $2::text[], $3::bigint[]) AS opened (id, device_id, now) ORDER BY id
  ON CONFLICT (id) DO NOTHING`;
const CHANGES_OF = `SELECT ${CHANGE} FROM tap_change WHERE stream_no = $1 AND seq = ANY($2::bigint[]) ORDER BY seq`;
const CHANGES_BETWEEN = `SELECT ${CHANGE} FROM tap_change WHERE stream_no = $1 AND seq BETWEEN $2 AND $3 ORDER BY seq`;
const SEGMENT_WITH = `SELECT ${SEGMENT} FROM segment WHERE stream_no = $1 AND first <= $2 ORDER BY first DESC LIMIT 1`;

/** The ledger over PostgreSQL; `url` for the long reading of checks, outside the pool and its time-outs. */
export function ledgerRepository(database: PostgresDatabase, url: string): LedgerRepository {
  const note = segmentParts(url);
  return {
    parallel: PARALLEL,
    transaction: (work) => database.shortTransaction((queries) => work(ledgerTransaction(queries, note))),
    read: (work) =>
      inLongTransaction(url, async (tx) => {
        await tx.script('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
        return work(ledgerReader(queriesOf(tx)));
      }),
    prune: (before) => pruneLedger(database, url, before),
  };
}

function ledgerTransaction({ query, atEnd }: ShortTransaction, note: NoteReceipt): LedgerTransaction {
  const lockStreams = async (ids: readonly string[]): Promise<ReadonlyMap<string, StreamState>> => {
    const { rows } = await query(LOCK_STREAMS, [ids]);
    return new Map(rows.map((row) => [textOf(row, 'id'), streamStateOf(row)]));
  };
  return {
    lockStreams,
    async openStreams(streams) {
      await query(OPEN_STREAMS, [streams.map(({ id }) => id), streams.map(({ deviceId }) => deviceId), streams.map(({ now }) => now)]);
      return lockStreams(streams.map(({ id }) => id));
    },
    async changesOf(streamNo, seqs) {
      return (await query(CHANGES_OF, [streamNo, seqs])).rows.map(changeOf);
    },
    async changesBetween(streamNo, from, to) {
      return (await query(CHANGES_BETWEEN, [streamNo, from, to])).rows.map(changeOf);
    },
    async segmentWith(streamNo, seq) {
      const [row] = (await query(SEGMENT_WITH, [streamNo, seq])).rows;
      const segment = row === undefined ? null : segmentOf(row);
      return segment === null || segment.last < seq ? null : segment;
    },
    async keep(write) {
      for (const segment of write.segments) note(segment.receivedAt);
      const { sql, values } = keeping(write);
      atEnd(sql, values);
    },
  };
}
