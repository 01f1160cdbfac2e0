type Cell = string | number | null;
/** Excel reads UTF-8 only behind this mark. */
const BYTE_ORDER_MARK = '\uFEFF';
/** A spreadsheet would run a text that begins like this as a formula (OWASP, CSV injection; ASVS 5.0, 1.2.10); wide signs count as narrow ones. */
// oxlint-disable-next-line no-control-regex -- NUL is among them
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

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
