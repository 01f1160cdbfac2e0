import { integerOf, textOf } from '../sql/read-row.ts';
import { inLongTransaction, type PostgresQueries } from './database.ts';

/** Any number will do, as long as every version of this program takes the same. */
const LOCK = 6_682_427;
/** Months that have their part before they begin. */
const AHEAD = 2;

/** Longest wait for those who read the ledger: whoever comes after us would wait too, ms. */
const LOCK_MS = 2_000;
/** When the parts could not be made, this long nobody tries again, ms. */
const REST_MS = 3_600_000;

/** Says when something was received, ms: a new month asks for the parts of those to come, beside the taking. */
export type NoteReceipt = (receivedAt: number) => void;

export function segmentParts(url: string): NoteReceipt {
  let madeFor = -1;
  let restUntil = 0;
  const make = async (receivedAt: number): Promise<void> => {
    if (await tryToMakeParts(url, receivedAt)) return;
    // The month itself may have to stay without one; those to come shall not.
    madeFor = -1;
    restUntil = receivedAt + REST_MS;
  };
  return (receivedAt) => {
    if (monthOf(receivedAt) <= madeFor || receivedAt < restUntil) return;
    madeFor = monthOf(receivedAt);
    void make(receivedAt);
  };
}

/**
 * Makes the parts from this month on that are missing, each once even when several servers want to;
 * `now` in ms. False when one could not be made: while somebody reads the ledger for long, or because
 * entries of that month lie in segment_other already. There they stay: nobody who reads meanwhile may
 * miss them. What finds no part is kept all the same.
 */
export async function tryToMakeParts(url: string, now: number): Promise<boolean> {
  try {
    const there = new Set((await inLongTransaction(url, listParts)).map((part) => part.from));
    let areAll = true;
    for (let month = monthOf(now); month <= monthOf(now) + AHEAD; month += 1) {
      if (!there.has(startOf(month)) && !(await tryToMakePart(url, month))) areAll = false;
    }
    return areAll;
  } catch {
    return false;
  }
}

async function tryToMakePart(url: string, month: number): Promise<boolean> {
  const [from, to] = [startOf(month), startOf(month + 1)];
  const name = `segment_${new Date(from).toISOString().slice(0, 7).replace('-', '_')}`;
  try {
    await inLongTransaction(url, async (tx) => {
      await tx.script(`SET LOCAL lock_timeout = ${LOCK_MS}`);
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      await tx.script(`CREATE TABLE IF NOT EXISTS ${name} PARTITION OF segment FOR VALUES FROM (${from}) TO (${to})`);
    });
    return true;
  } catch {
    return false;
  }
}

/** The months' parts; `from` and `to` in ms, `to` excluded. */
export async function listParts(queries: PostgresQueries): Promise<readonly { readonly name: string; readonly from: number; readonly to: number }[]> {
  const { rows } = await queries.query(PARTS);
  return rows.map((row) => ({ name: textOf(row, 'name'), from: integerOf(row, 'lower'), to: integerOf(row, 'upper') }));
}

const PARTS = `SELECT name, CAST(bounds[1] AS BIGINT) AS lower, CAST(bounds[2] AS BIGINT) AS upper FROM (
    SELECT relname AS name, regexp_match(pg_get_expr(relpartbound, oid), '\\((?:'')?(-?\\d+)(?:'')?\\) TO \\((?:'')?(-?\\d+)(?:'')?\\)') AS bounds
    FROM pg_class WHERE oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = 'segment'::regclass)) AS part
  WHERE bounds IS NOT NULL ORDER BY lower`;

function monthOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function startOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1);
}
