import type { DailySummary, HourSummary } from '#contract/summaries.ts';

type Cell = string | number | null;
/** Excel reads UTF-8 only behind this mark. */
const BYTE_ORDER_MARK = '\uFEFF';
/** A spreadsheet would run a text that begins like this as a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** A table as CSV after RFC 4180, for Excel: with a byte order mark, and no text that runs as a formula. */
export function buildCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + [header, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const SCORES = ['score1', 'score2', 'score3', 'score4', 'score5'];

export function buildDailyCsv({ days }: DailySummary): string {
  const header = [
    'day', 'servicePoint', 'taps', ...SCORES, 'flagged', 'asked',
    'satisfied', 'satisfiedLow', 'satisfiedHigh', 'satisfiedRaw',
    'made', 'received', 'missing', 'corrected', 'unplaceable', 'reasons',
  ];
  return buildCsv(
    header,
    days.map((row) => [
      row.day, row.servicePoint, row.taps, ...row.scores, row.flagged, row.asked,
      row.satisfied?.rate ?? null, row.satisfied?.low ?? null, row.satisfied?.high ?? null, row.satisfiedRaw?.rate ?? null,
      row.completeness.made, row.completeness.received, row.completeness.missing, row.corrected, row.unplaceable,
      Object.entries(row.reasons).map(([reason, taps]) => `${reason}=${taps}`).join('; '),
    ]),
  );
}

export function buildHourlyCsv({ hours }: HourSummary): string {
  return buildCsv(
    ['day', 'hour', 'servicePoint', 'taps', ...SCORES],
    hours.map((row) => [row.day, row.hour, row.servicePoint, row.taps, ...row.scores]),
  );
}
