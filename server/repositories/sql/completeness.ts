import type { CompletenessRow } from '../summaries.ts';
import { integerOf, integerOrNull, type Row } from './read-row.ts';
import { sums } from './summary-where.ts';

// A kiosk whose clock was wrong counts its taps on another day than the centre: only what is missing
// by both counts is missing.
const RECEIVED = 'CASE WHEN received > received_own THEN received ELSE received_own END';

/** Columns over stream_day: made, received, missing. */
export const COMPLETENESS = `${sums(['made'])}, CAST(coalesce(sum(received), 0) AS BIGINT) AS received,
  CAST(sum(CASE WHEN made IS NULL THEN NULL WHEN made > ${RECEIVED} THEN made - ${RECEIVED} ELSE 0 END) AS BIGINT) AS missing`;

export function completenessOf(row: Row): Omit<CompletenessRow, 'day' | 'pointNo'> {
  return { made: integerOrNull(row, 'made'), received: integerOf(row, 'received'), missing: integerOrNull(row, 'missing') };
}
