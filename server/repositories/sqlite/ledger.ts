import type { LedgerRepository, LedgerTransaction, Segment, StreamAdvance, StreamState } from '../ledger.ts';
import { CHANGE, SEGMENT } from '../sql/ledger-reader.ts';
import { changeOf, ENCODING_CODE, reasonsText, segmentOf, streamStateOf } from '../sql/ledger-rows.ts';
import type { Database, Statements } from './database.ts';
import { readLedger } from './ledger-reader.ts';
import { pruneLedger } from './prune-ledger.ts';
import { addToRollups } from './rollups.ts';

/** The file has one write lock, so two transactions at once would only wait for each other. */
const PARALLEL = 1;

export function ledgerRepository(database: Database): LedgerRepository {
  return {
    parallel: PARALLEL,
    transaction: (work) => database.write((prepare) => work(ledgerTransaction(prepare))),
    read: (work) => readLedger(database, work),
    prune: (before) => pruneLedger(database, before),
  };
}

const FIND_STREAM = `SELECT stream.no, stream.device_id, stream.mark, stream.forward_to, stream.tail, device.revoked_at IS NOT NULL AS revoked
  FROM stream JOIN device ON device.id = stream.device_id WHERE stream.id = ?`;

function ledgerTransaction(prepare: Statements): LedgerTransaction {
  return {
    // The transaction holds the file's only write lock, so reading the rows is enough to lock them.
    async lockStreams(ids) {
      return findStreams(prepare, ids);
    },
    async openStreams(streams) {
      const open = prepare('INSERT INTO stream (id, device_id, started_at, last_used_at) VALUES (?, ?, ?, ?)');
      for (const { id, deviceId, now } of streams) open.run(id, deviceId, now, now);
      return findStreams(prepare, streams.map(({ id }) => id));
    },
    async changesOf(streamNo, seqs) {
      return prepare(`SELECT ${CHANGE} FROM tap_change WHERE stream_no = ? AND seq IN (SELECT value FROM json_each(?))`).all(streamNo, JSON.stringify(seqs)).map(changeOf);
    },
    async changesBetween(streamNo, from, to) {
      return prepare(`SELECT ${CHANGE} FROM tap_change WHERE stream_no = ? AND seq BETWEEN ? AND ?`).all(streamNo, from, to).map(changeOf);
    },
    async segmentWith(streamNo, seq) {
      const row = prepare(`SELECT ${SEGMENT} FROM segment WHERE stream_no = ? AND first <= ? ORDER BY first DESC LIMIT 1`).get(streamNo, seq);
      const segment = row === undefined ? null : segmentOf(row);
      return segment === null || segment.last < seq ? null : segment;
    },
    async keep({ segments, changes, quarantined, rollups, streams }) {
      for (const segment of segments) insertSegment(prepare, segment);
      const change = prepare(
        `INSERT INTO tap_change (stream_no, seq, flags, retracted, reasons) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (stream_no, seq) DO UPDATE SET flags = excluded.flags, retracted = excluded.retracted, reasons = excluded.reasons`,
      );
      for (const { streamNo, seq, flags, retracted, reasons } of changes) change.run(streamNo, seq, flags, retracted ? 1 : 0, reasonsText(reasons));
      const quarantine = prepare('INSERT INTO quarantine (stream_no, seq, received_at, detail, raw) VALUES (?, ?, ?, ?, ?)');
      for (const { streamNo, seq, now, detail, raw } of quarantined) quarantine.run(streamNo, seq, now, detail, raw);
      addToRollups(prepare, rollups);
      for (const stream of streams) advance(prepare, stream);
    },
  };
}

function findStreams(prepare: Statements, ids: readonly string[]): ReadonlyMap<string, StreamState> {
  const find = prepare(FIND_STREAM);
  return new Map(
    ids.flatMap((id) => {
      const row = find.get(id);
      return row === undefined ? [] : [[id, streamStateOf(row)]];
    }),
  );
}

function insertSegment(prepare: Statements, segment: Segment): void {
  const { streamNo, first, last, pointNo, timezone, receivedAt, firstDay, lastDay, body } = segment;
  prepare(`INSERT INTO segment (${SEGMENT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    streamNo, first, last, pointNo, timezone, receivedAt, firstDay, lastDay, ENCODING_CODE[body.encoding], body.bytes,
  );
}

function advance(prepare: Statements, { streamNo, deviceId, mark, forwardTo, tail, quarantined, unplaceable, now }: StreamAdvance): void {
  prepare(
    'UPDATE stream SET mark = ?, forward_to = ?, tail = ?, quarantined = quarantined + ?, unplaceable = unplaceable + ?, last_used_at = ? WHERE no = ?',
  ).run(mark, forwardTo, tail, quarantined, unplaceable, now, streamNo);
  prepare('UPDATE device SET last_seen_at = ? WHERE id = ?').run(now, deviceId);
}
