import { isScore } from '#domain/score.ts';
import type { EarlyReference, EntryRow, LedgerRepository, LedgerTransaction, Placing, StoredTap, Stream } from '../ledger.ts';
import type { Database, Statements } from './database.ts';
import { flagOf, integerOf, integerOrNull, textOf, textOrNull, type Row } from './read-row.ts';
import { addToRollups } from './rollups.ts';

const PLACING: Readonly<Record<Placing, number>> = { 'as-sent': 0, corrected: 1, unplaceable: 2 };
const TAP = 'seq, point_no, at, day, hour, own_day, score, field, procedure, flags, retracted, reasons';

export function ledgerRepository(database: Database): LedgerRepository {
  return { transaction: (work) => database.write((prepare) => work(ledgerTransaction(prepare))) };
}

function ledgerTransaction(prepare: Statements): LedgerTransaction {
  return {
    // The transaction holds the file's only write lock, so reading the row is enough to lock it.
    async lockStream(id) {
      const row = prepare('SELECT no, device_id, mark, forward_to FROM stream WHERE id = ?').get(id);
      return row === undefined ? null : streamOf(row);
    },
    async openStream(id, deviceId, now) {
      const { lastInsertRowid } = prepare('INSERT INTO stream (id, device_id, started_at, last_used_at) VALUES (?, ?, ?, ?)').run(id, deviceId, now, now);
      return { no: Number(lastInsertRowid), deviceId, mark: 0, forwardTo: 0 };
    },
    async tailOfTaps(streamNo, window) {
      const tail: StoredTap[] = [];
      for (const row of prepare(`SELECT ${TAP} FROM entry WHERE stream_no = ? AND kind = 'tap' ORDER BY seq DESC`).iterate(streamNo)) {
        const tap = storedTapOf(row);
        if (tap.at <= window.after || tap.at > window.lastAt || tail.length === window.most) break;
        tail.push(tap);
      }
      return tail.reverse();
    },
    async taps(streamNo, seqs) {
      if (seqs.length === 0) return [];
      return prepare(`SELECT ${TAP} FROM entry WHERE stream_no = ? AND kind = 'tap' AND seq IN (SELECT value FROM json_each(?))`)
        .all(streamNo, JSON.stringify(seqs))
        .map(storedTapOf);
    },
    async earlyReferences(streamNo, from) {
      return prepare(`SELECT seq, kind, of_seq, body ->> 'reasons' AS reasons FROM entry WHERE stream_no = ? AND of_seq >= ? AND of_seq > seq ORDER BY seq`)
        .all(streamNo, from)
        .map(earlyReferenceOf);
    },
    async insertEntries(streamNo, rows) {
      insertEntries(prepare, streamNo, rows);
    },
    async quarantine(streamNo, rows, now) {
      const insert = prepare('INSERT INTO quarantine (stream_no, seq, received_at, detail, raw) VALUES (?, ?, ?, ?, ?)');
      for (const row of rows) insert.run(streamNo, row.seq, now, row.detail, row.raw);
    },
    async changeTaps(streamNo, changes) {
      const change = prepare('UPDATE entry SET flags = ?, retracted = ?, reasons = ? WHERE stream_no = ? AND seq = ?');
      for (const { seq, flags, retracted, reasons } of changes) {
        change.run(flags, retracted ? 1 : 0, reasonsText(reasons), streamNo, seq);
      }
    },
    async addToRollups(streamNo, delta) {
      addToRollups(prepare, streamNo, delta);
    },
    async advance(streamNo, deviceId, { mark, forwardTo, quarantined, unplaceable }, now) {
      prepare(
        `UPDATE stream SET mark = ?, forward_to = ?, quarantined = quarantined + ?, unplaceable = unplaceable + ?, last_used_at = ? WHERE no = ?`,
      ).run(mark, forwardTo, quarantined, unplaceable, now, streamNo);
      prepare('UPDATE device SET last_seen_at = ? WHERE id = ?').run(now, deviceId);
    },
  };
}

/** Rows a statement: binding many at once is a quarter cheaper than one by one (measured). */
const TOGETHER = 20;
const COLUMNS = 'stream_no, seq, point_no, kind, at, day, hour, placing, own_day, of_seq, score, field, procedure, flags, retracted, reasons, body';
const ONE_ROW = `(${COLUMNS.replaceAll(/[a-z_]+/g, '?')})`;

/** By number of rows. */
const INSERT_ROWS = Array.from({ length: TOGETHER + 1 }, (_, count) => `INSERT INTO entry (${COLUMNS}) VALUES ${Array(count).fill(ONE_ROW).join(', ')}`);

function insertEntries(prepare: Statements, streamNo: number, rows: readonly EntryRow[]): void {
  for (let start = 0; start < rows.length; start += TOGETHER) {
    const some = rows.slice(start, start + TOGETHER);
    const insert = prepare(INSERT_ROWS[some.length] ?? '');
    const values: (string | number | null)[] = [];
    for (const row of some) pushEntry(values, streamNo, row);
    insert.run(...values);
  }
}

/** In the order of {@link COLUMNS}. */
function pushEntry(values: (string | number | null)[], streamNo: number, row: EntryRow): void {
  const { tap } = row;
  values.push(streamNo, row.seq, row.pointNo, row.kind, row.at, row.day, row.hour, PLACING[row.placing], row.ownDay, row.of);
  if (tap === null) values.push(null, null, null, 0, 0, null, row.body);
  else values.push(tap.score, tap.field, tap.procedure, tap.flags, tap.retracted ? 1 : 0, reasonsText(tap.reasons), row.body);
}

function reasonsText(reasons: readonly string[]): string | null {
  return reasons.length === 0 ? null : JSON.stringify(reasons);
}

function reasonsOf(text: string | null): readonly string[] {
  if (text === null) return [];
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) throw new TypeError('entry.reasons should hold a JSON array');
  return value.map(String);
}

function streamOf(row: Row): Stream {
  return { no: integerOf(row, 'no'), deviceId: textOf(row, 'device_id'), mark: integerOf(row, 'mark'), forwardTo: integerOf(row, 'forward_to') };
}

function storedTapOf(row: Row): StoredTap {
  const score = row['score'];
  if (!isScore(score)) throw new TypeError('entry.score of a tap should be 1 to 5');
  return {
    seq: integerOf(row, 'seq'),
    pointNo: integerOf(row, 'point_no'),
    at: integerOf(row, 'at'),
    day: textOf(row, 'day'),
    hour: integerOf(row, 'hour'),
    ownDay: textOrNull(row, 'own_day'),
    score,
    field: textOrNull(row, 'field'),
    procedure: textOrNull(row, 'procedure'),
    flags: integerOf(row, 'flags'),
    retracted: flagOf(row, 'retracted'),
    reasons: reasonsOf(textOrNull(row, 'reasons')),
  };
}

function earlyReferenceOf(row: Row): EarlyReference {
  const seq = integerOf(row, 'seq');
  const of = integerOrNull(row, 'of_seq') ?? 0;
  return textOf(row, 'kind') === 'retract' ? { kind: 'retract', of, seq } : { kind: 'reasons', of, seq, reasons: reasonsOf(textOrNull(row, 'reasons')) };
}
