import type { Line, ReportDocument, Section } from './annex-document.ts';
import { cellText, escapeHtml, pageOf } from './build-html.ts';
import { tableFor, type Cell, type CellKind } from './table.ts';

const STYLE = `
  @page { size: A4; margin: 20mm 15mm 20mm 30mm; }
  body { font: 13pt/1.35 "Times New Roman", "Tinos", serif; color: #000; background: #fff; max-width: 190mm; margin: 24px auto; padding: 0 12px; }
  .pair { display: grid; grid-template-columns: 4fr 6fr; gap: 8px; text-align: center; } .pair p, .title p { margin: 0; }
  .foot { margin-top: 24px; break-inside: avoid; } .foot .left { text-align: left; font-size: 11pt; }
  .title { text-align: center; margin: 24px 0 12px; } h1 { font-size: inherit; font-weight: inherit; } .line { display: block; } h2 { font-size: 13pt; margin: 16px 0 6px; }
  .note { font-size: 11pt; margin: 2px 0; } .b { font-weight: 700; } .i { font-style: italic; } .u { text-decoration: underline; text-underline-offset: 4px; }
  table { border-collapse: collapse; width: 100%; font-size: 11pt; } th, td { border: 1px solid #000; padding: 2px 5px; text-align: right; } .text { text-align: left; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  .share, .count, .time, .decimal, .interval { white-space: nowrap; } th { white-space: normal; text-align: center; } h2 { break-after: avoid; }
  @media print { body { max-width: none; margin: 0; padding: 0 1px; } }
  @media (min-width: 480px) { header .b { white-space: nowrap; } header div:first-child .b { white-space: normal; } }
  @media screen and (max-width: 600px) { .pair { grid-template-columns: 1fr; } table { display: block; overflow-x: auto; } }`;

/** The report as a page to print. */
export function reportHtml(report: ReportDocument): string {
  const title = report.title.map(({ text }) => text).join(' – ');
  const body = [
    `<header class="pair"><div>${linesHtml(report.left)}</div><div>${linesHtml(report.right)}</div></header>`,
    `<main><h1 class="title">${linesHtml(report.title)}</h1>`,
    ...report.notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`),
    ...report.sections.map(sectionHtml),
    `</main><footer class="pair foot"><div class="left">${linesHtml(report.recipients)}</div><div>${linesHtml(report.signature)}</div></footer>`,
  ];
  return pageOf('vi', title, STYLE, body.join(''));
}

function linesHtml(lines: readonly Line[]): string {
  return lines.map((line) => `<span class="${classOf(line)}">${escapeHtml(line.text) || '&nbsp;'}</span>`).join('');
}

function classOf({ bold, italic, underline }: Line): string {
  return ['line', bold === true ? 'b' : '', italic === true ? 'i' : '', underline === true ? 'u' : ''].filter((name) => name !== '').join(' ');
}

/** On paper what is not known is a dash and no gap. */
export function paperCell(cell: Cell, kind: CellKind): string {
  return cell === null ? '–' : cellText(cell, kind, 'vi');
}

function sectionHtml({ title, table: whole, text }: Section): string {
  const table = whole === null ? null : tableFor(whole, 'paper');
  const head = table?.columns.map(({ title: name, kind }) => `<th scope="col" class="${kind}">${escapeHtml(name.vi)}</th>`).join('') ?? '';
  const rows = table?.rows.map((row) => `<tr>${row.map((cell, at) => `<td class="${table.columns[at]?.kind ?? 'text'}">${escapeHtml(paperCell(cell, table.columns[at]?.kind ?? 'text'))}</td>`).join('')}</tr>`) ?? [];
  const body = table === null ? '' : `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<h2>${escapeHtml(title)}</h2>${body}${text === null ? '' : `<p>${escapeHtml(text)}</p>`}`;
}
