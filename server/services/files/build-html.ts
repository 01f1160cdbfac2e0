import { HIDDEN_NOTE } from './build-sheets.ts';
import { HIDDEN, type Audience, type Cell, type CellKind, type Lang, type Sheets, type Table } from './table.ts';

/** Pages to print load nothing and run nothing; their style is in them. */
export const PRINT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const STYLE = `
  @page { size: A4 landscape; margin: 15mm; }
  body { font: 11pt/1.4 "Noto Sans", "Segoe UI", sans-serif; color: #111; background: #fff; margin: 24px; }
  h1 { font-size: 16pt; margin: 0 0 4px; } p { margin: 4px 0 12px; }
  table { border-collapse: collapse; width: 100%; font-size: 9pt; } caption { text-align: left; font-weight: 600; padding: 8px 0; }
  th, td { border: 1px solid #777; padding: 2px 5px; text-align: right; vertical-align: top; } th { background: #eee; }
  .text, .day { text-align: left; } thead { display: table-header-group; } tr { break-inside: avoid; }`;

/** A page to print, in the language asked for. */
export function htmlOf({ title, from, to, tables }: Sheets, lang: Lang, audience: Audience): string {
  const span = `${dayText(from)} – ${dayText(to)}`;
  const body = `<h1>${escapeHtml(title[lang])}</h1><p>${span}</p>${tables.map((table) => tableHtml(table, lang)).join('')}<p>${escapeHtml(HIDDEN_NOTE[audience][lang])}</p>`;
  return pageOf(lang, `${title[lang]} ${span}`, STYLE, body);
}

export function pageOf(lang: Lang, title: string, style: string, body: string): string {
  return `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>${body}</body></html>\n`;
}

function tableHtml({ name, columns, rows }: Table, lang: Lang): string {
  const head = columns.map(({ title, kind }) => `<th scope="col" class="${kind}">${escapeHtml(title[lang])}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell, at) => `<td class="${columns[at]?.kind ?? 'text'}">${escapeHtml(cellText(cell, columns[at]?.kind ?? 'text', lang))}</td>`).join('')}</tr>`);
  return `<table><caption>${escapeHtml(name[lang])}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** A cell as people read it: 1.234,5 in Vietnamese, 1,234.5 in English. */
export function cellText(cell: Cell, kind: CellKind, lang: Lang): string {
  if (cell === null) return '';
  if (cell === HIDDEN) return '*';
  if (typeof cell === 'string') return kind === 'day' ? dayText(cell) : cell;
  if (typeof cell !== 'number') return '';
  if (kind === 'time') return timeText(cell);
  return kind === 'share' ? `${numberText(cell * 100, 1, lang)} %` : numberText(cell, 0, lang);
}

export function numberText(value: number, digits: number, lang: Lang): string {
  return new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** 23/11/2026. */
export function dayText(day: string): string {
  return day.split('-').reverse().join('/');
}

export function timeText(at: number): string {
  const local = new Date(at + 7 * 60 * 60_000).toISOString();
  return `${dayText(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
