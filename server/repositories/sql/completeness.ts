import type { CompletenessRow } from '../summaries.ts';
import { integerOf, integerOrNull, type Row } from './read-row.ts';

// A kiosk whose clock was wrong counts its taps on another day than the centre: only what is missing
// by both counts is missing.
const RECEIVED = 'CASE WHEN received > received_own THEN received ELSE received_own END';

// The rule of domain/completeness.ts: beside taps of a kiosk that has not said its count, no sum of what others made, and no zero.
const UNTOLD = 'sum(CASE WHEN made IS NULL AND received > 0 THEN 1 ELSE 0 END) > 0';
const MISSING = `sum(CASE WHEN made IS NULL THEN NULL WHEN made > ${RECEIVED} THEN made - ${RECEIVED} ELSE 0 END)`;

/** Columns over stream_day: made, received, missing. */
export const COMPLETENESS = `CAST(CASE WHEN ${UNTOLD} THEN NULL ELSE sum(made) END AS BIGINT) AS made, CAST(coalesce(sum(received), 0) AS BIGINT) AS received,
  CAST(CASE WHEN ${UNTOLD} THEN nullif(${MISSING}, 0) ELSE ${MISSING} END AS BIGINT) AS missing`;

export function completenessOf(row: Row): Omit<CompletenessRow, 'day' | 'pointNo'> {
  return { made: integerOrNull(row, 'made'), received: integerOf(row, 'received'), missing: integerOrNull(row, 'missing') };
}
