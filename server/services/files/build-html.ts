import { HIDDEN, HIDDEN_NOTE, tableFor, type Audience, type Cell, type CellKind, type Lang, type Sheets, type Table } from './table.ts';


const STYLE = `
  @page { size: A4 landscape; margin: 15mm; }
  @media print { body { margin: 0 !important; } }
  body { font: 11pt/1.4 "Noto Sans", "Segoe UI", sans-serif; color: #111; background: #fff; margin: 24px; }
  h1 { font-size: 16pt; margin: 0 0 4px; } p { margin: 4px 0 12px; }
  table { border-collapse: collapse; width: 100%; font-size: 9pt; } caption { text-align: left; font-weight: 600; padding: 8px 0; }
  th, td { border: 1px solid #777; padding: 2px 5px; text-align: right; vertical-align: top; } th { background: #eee; }
  th { text-align: center; vertical-align: middle; overflow-wrap: break-word; } .text, .day { text-align: left; } td { font-variant-numeric: tabular-nums; } .day, .share, .count, .time, .interval { white-space: nowrap; } .long { min-width: 34mm; } th { white-space: normal !important; }
  .note { font-size: 9pt; color: #444; } caption { font-size: 10pt; } thead { display: table-header-group; } tr { break-inside: avoid; }`;

/** A page to print, in the language asked for. */
export function htmlOf(sheets: Sheets, lang: Lang, audience: Audience): string {
  const title = sheets.title[lang];
  const note = `${ruleOf(sheets, lang)} ${HIDDEN_NOTE[audience][lang]}`.trim();
  const body = `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(headLine(sheets, lang))}</p>${sheets.tables.map((table) => tableHtml(tableFor(table, 'paper'), lang)).join('')}<p class="note">${escapeHtml(note)}</p>`;
  return pageOf(lang, `${title} – ${sheets.place[lang]} – ${spanText(sheets)}`, STYLE, body);
}

/** What a share of satisfied means. */
const RULE = {
  vi: 'Tỷ lệ hài lòng: phần mức 4 và 5 trên các lượt không bị đánh dấu bấm nhầm, khoảng tin cậy Wilson 95%; dưới 10 lượt không tính. Khảo sát nhanh tại quầy: tự nguyện, không đại diện.',
  en: 'Satisfied: share of scores 4 and 5 among unflagged ratings with its 95% Wilson interval; none under 10. A quick survey at the desk: voluntary, not representative.',
} as const;

/** The rule behind the shares of these tables; empty where they have none. */
export function ruleOf({ tables }: Sheets, lang: Lang): string {
  return tables.some(({ columns }) => columns.some(({ id }) => id === 'satisfied' || id === 'taps')) ? RULE[lang] : '';
}

function spanText({ from, to }: Pick<Sheets, 'from' | 'to'>): string {
  return from === to ? dayText(from) : `${dayText(from)} – ${dayText(to)}`;
}

/** Where, which days, and when it was made. */
export function headLine({ place, madeAt, ...span }: Sheets, lang: Lang): string {
  const made = lang === 'vi' ? `Lập lúc ${timeText(madeAt)}` : `Made ${timeText(madeAt)}`;
  return `${place[lang]} · ${spanText(span)} · ${made}`;
}

export function pageOf(lang: Lang, title: string, style: string, body: string): string {
  return `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>${body}</body></html>\n`;
}

function tableHtml({ name, columns, rows }: Table, lang: Lang): string {
  const classes = columns.map(({ kind }, at) => (rows.some((row) => isLong(row[at])) ? `${kind} long` : kind));
  const head = columns.map(({ title }, at) => `<th scope="col" class="${classes[at] ?? ''}">${escapeHtml(title[lang])}</th>`).join('');
  if (rows.length === 0) return `<p>${lang === 'vi' ? 'Chưa có số liệu trong những ngày này.' : 'No figures for these days yet.'}</p>`;
  const body = rows.map((row) => `<tr>${row.map((cell, at) => `<td class="${classes[at] ?? ''}">${escapeHtml(cellText(cell, columns[at]?.kind ?? 'text', lang))}</td>`).join('')}</tr>`);
  return `<table aria-label="${escapeHtml(name[lang])}"><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** A name that would become a tower of words beside columns of figures. */
function isLong(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell.length > 16;
}

/** A cell as people read it: 1.234,5 in Vietnamese, 1,234.5 in English. */
export function cellText(cell: Cell, kind: CellKind, lang: Lang): string {
  if (cell === null) return '';
  if (cell === HIDDEN) return '*';
  if (typeof cell === 'string') return kind === 'day' ? dayText(cell) : cell;
  if (typeof cell !== 'number') return '';
  if (kind === 'time') return timeText(cell);
  return kind === 'share' ? percentText(cell, lang) : numberText(cell, kind === 'decimal' ? 1 : 0, lang);
}

/** 95,0% in Vietnamese, 95.0% in English. */
export function percentText(share: number, lang: Lang): string {
  return `${numberText(share * 100, 1, lang)}%`;
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
