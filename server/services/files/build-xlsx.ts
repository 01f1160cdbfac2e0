import writeXlsxFile, { type Cell as XlsxCell, type Sheet } from 'write-excel-file/node';
import { headLine, ruleOf } from './build-html.ts';
import { HIDDEN, HIDDEN_NOTE, tableFor, type Audience, type Cell, type CellKind, type Lang, type Sheets, type Table } from './table.ts';

const FORMATS: Readonly<Record<CellKind, string | null>> = { text: null, interval: null, count: '#,##0', share: '0.0%', number: '0', decimal: '#,##0.0', day: 'dd/mm/yyyy', time: 'dd/mm/yyyy hh:mm' };
/** What Excel forbids in the name of a sheet. */
const FORBIDDEN = /[:\\/?*[\]]/g;
const LONGEST_NAME = 31;
/** Viet Nam's clocks; a spreadsheet knows no time zones. */
const ZONE_MS = 7 * 60 * 60_000;

/** A workbook: a sheet a table, with lines that say what it is and its head frozen, and one that explains. Texts are texts: nothing runs as a formula. */
export async function xlsxOf(sheets: Sheets, lang: Lang, audience: Audience): Promise<Uint8Array> {
  return writeXlsxFile([...sheets.tables.map((table) => sheetOf(sheets, tableFor(table, 'sheet'), lang)), aboutSheet(sheets, lang, audience)]).toBuffer();
}

/** Title, place with days and moment, a gap, and the columns' heads. */
const HEAD_ROWS = 4;

function sheetOf(sheets: Sheets, { name, columns, rows }: Table, lang: Lang): Sheet<never> {
  const head = columns.map(({ title, kind }): XlsxCell => ({ value: title[lang], type: String, fontWeight: 'bold', wrap: true, align: kind === 'text' ? 'left' : 'center', alignVertical: 'center', backgroundColor: '#e8ecef', bottomBorderStyle: 'thin' }));
  const title: XlsxCell = { value: sheets.tables.length === 1 ? sheets.title[lang] : `${sheets.title[lang]}: ${name[lang]}`, type: String, fontWeight: 'bold', fontSize: 14 };
  const about: XlsxCell = { value: headLine(sheets, lang), type: String };
  return {
    sheet: name[lang].replaceAll(FORBIDDEN, ' ').slice(0, LONGEST_NAME),
    data: [[title], [about], [], head, ...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]?.kind ?? 'text')))],
    columns: columns.map(({ kind }, at) => ({ width: kind === 'text' ? textWidth(rows.map((row) => row[at])) : 13 })),
    orientation: 'landscape',
    stickyRowsCount: HEAD_ROWS,
  };
}

/** As wide as the longest text, within what a screen bears; longer ones break. In characters. */
const NARROWEST = 14;
const WIDEST = 48;

function textWidth(cells: readonly (Cell | undefined)[]): number {
  const longest = cells.reduce<number>((most, cell) => (typeof cell === 'string' ? Math.max(most, cell.length + 1) : most), NARROWEST);
  return Math.min(WIDEST, longest);
}

function cellOf(cell: Cell, kind: CellKind): XlsxCell {
  if (cell === null) return null;
  if (cell === HIDDEN) return { value: '*', type: String, align: 'right' };
  if (typeof cell === 'string') return kind === 'day' ? dateOf(Date.parse(cell), kind) : { value: cell, type: String, alignVertical: 'top', wrap: cell.length >= WIDEST };
  if (typeof cell !== 'number') return null;
  return kind === 'time' ? dateOf(cell + ZONE_MS, kind) : { value: cell, type: Number, format: FORMATS[kind] ?? '0' };
}

function dateOf(at: number, kind: 'day' | 'time'): XlsxCell {
  return { value: new Date(at), type: Date, format: FORMATS[kind] ?? 'dd/mm/yyyy', align: 'left', alignVertical: 'top' };
}

function aboutSheet(sheets: Sheets, lang: Lang, audience: Audience): Sheet<never> {
  const { title, place, from, to, madeAt } = sheets;
  const words = { vi: { name: 'Về bảng này', place: 'Nơi', from: 'Từ ngày', to: 'Đến hết ngày', made: 'Lập lúc' }, en: { name: 'About', place: 'Place', from: 'From', to: 'To the end of', made: 'Made' } }[lang];
  return {
    sheet: words.name,
    data: [
      [{ value: title[lang], type: String, fontWeight: 'bold' }],
      [{ value: words.place, type: String }, { value: place[lang], type: String, wrap: true }],
      [{ value: words.from, type: String }, dateOf(Date.parse(from), 'day')],
      [{ value: words.to, type: String }, dateOf(Date.parse(to), 'day')],
      [{ value: words.made, type: String }, dateOf(madeAt + ZONE_MS, 'time')],
      [{ value: ruleOf(sheets, lang), type: String, wrap: true, columnSpan: 2 }],
      [{ value: HIDDEN_NOTE[audience][lang], type: String, wrap: true, columnSpan: 2 }],
    ],
    columns: [{ width: 22 }, { width: 70 }],
  };
}
