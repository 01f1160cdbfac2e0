import type { BodyEncoding, Segment, StreamState, StreamSummary, TapChange } from '../ledger.ts';
import { flagOf, integerOf, textOf, textOrNull, type Row } from './read-row.ts';

export const ENCODING_CODE: Readonly<Record<BodyEncoding, number>> = { plain: 0, gzip: 1 };

export function streamStateOf(row: Row): StreamState {
  return {
    no: integerOf(row, 'no'),
    deviceId: textOf(row, 'device_id'),
    isRevoked: flagOf(row, 'revoked'),
    mark: integerOf(row, 'mark'),
    forwardTo: integerOf(row, 'forward_to'),
    tail: textOf(row, 'tail'),
  };
}

export function streamSummaryOf(row: Row): StreamSummary {
  return {
    no: integerOf(row, 'no'),
    id: textOf(row, 'id'),
    mark: integerOf(row, 'mark'),
    tail: textOf(row, 'tail'),
    quarantined: integerOf(row, 'quarantined'),
    unplaceable: integerOf(row, 'unplaceable'),
    prunedTo: integerOf(row, 'pruned_to'),
  };
}

export function changeOf(row: Row): TapChange {
  return { seq: integerOf(row, 'seq'), flags: integerOf(row, 'flags'), retracted: flagOf(row, 'retracted'), reasons: reasonsOf(textOrNull(row, 'reasons')) };
}

/** @throws TypeError for a row that this program never wrote. */
export function segmentOf(row: Row): Segment {
  const bytes = row['body'];
  if (!(bytes instanceof Uint8Array)) throw new TypeError('segment.body should hold bytes');
  const code = integerOf(row, 'body_encoding');
  if (code !== ENCODING_CODE.plain && code !== ENCODING_CODE.gzip) throw new TypeError('segment.body_encoding should be 0 or 1');
  return {
    streamNo: integerOf(row, 'stream_no'),
    first: integerOf(row, 'first'),
    last: integerOf(row, 'last'),
    pointNo: integerOf(row, 'point_no'),
    timezone: textOf(row, 'timezone'),
    receivedAt: integerOf(row, 'received_at'),
    firstDay: textOf(row, 'first_day'),
    lastDay: textOf(row, 'last_day'),
    body: { encoding: code === ENCODING_CODE.gzip ? 'gzip' : 'plain', bytes },
  };
}

export function reasonsText(reasons: readonly string[]): string | null {
  return reasons.length === 0 ? null : JSON.stringify(reasons);
}

function reasonsOf(text: string | null): readonly string[] {
  if (text === null) return [];
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) throw new TypeError('tap_change.reasons should hold a JSON array');
  return value.map(String);
}
