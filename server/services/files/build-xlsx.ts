import writeXlsxFile, { type Cell as XlsxCell, type Sheet } from 'write-excel-file/node';
import { HIDDEN_NOTE } from './build-sheets.ts';
import { HIDDEN, type Audience, type Cell, type CellKind, type Lang, type Sheets, type Table } from './table.ts';

const FORMATS: Readonly<Record<CellKind, string | null>> = { text: null, count: '#,##0', share: '0.0%', number: '0', day: 'dd/mm/yyyy', time: 'dd/mm/yyyy hh:mm' };
/** What Excel forbids in the name of a sheet. */
const FORBIDDEN = /[:\\/?*[\]]/g;
const LONGEST_NAME = 31;
/** Viet Nam's clocks; a spreadsheet knows no time zones. */
const ZONE_MS = 7 * 60 * 60_000;

/** A workbook: a sheet a table with its head frozen, and one that says what it is. Texts are texts: nothing runs as a formula. */
export async function xlsxOf(sheets: Sheets, lang: Lang, audience: Audience): Promise<Uint8Array> {
  return writeXlsxFile([...sheets.tables.map((table) => sheetOf(table, lang)), aboutSheet(sheets, lang, audience)]).toBuffer();
}

function sheetOf({ name, columns, rows }: Table, lang: Lang): Sheet<never> {
  const head = columns.map(({ title }): XlsxCell => ({ value: title[lang], type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top' }));
  return {
    sheet: name[lang].replaceAll(FORBIDDEN, ' ').slice(0, LONGEST_NAME),
    data: [head, ...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]?.kind ?? 'text')))],
    columns: columns.map(({ kind, title }) => ({ width: kind === 'text' ? Math.max(18, title[lang].length) : 14 })),
    stickyRowsCount: 1,
  };
}

function cellOf(cell: Cell, kind: CellKind): XlsxCell {
  if (cell === null) return null;
  if (cell === HIDDEN) return { value: '*', type: String, align: 'right' };
  if (typeof cell === 'string') return kind === 'day' ? dateOf(Date.parse(cell), kind) : { value: cell, type: String };
  if (typeof cell !== 'number') return null;
  return kind === 'time' ? dateOf(cell + ZONE_MS, kind) : { value: cell, type: Number, format: FORMATS[kind] ?? '0' };
}

function dateOf(at: number, kind: 'day' | 'time'): XlsxCell {
  return { value: new Date(at), type: Date, format: FORMATS[kind] ?? 'dd/mm/yyyy' };
}

function aboutSheet({ title, from, to }: Sheets, lang: Lang, audience: Audience): Sheet<never> {
  const words = {
    vi: { name: 'Về bảng này', from: 'Từ ngày', to: 'Đến ngày', rule: 'Hài lòng: tỷ lệ mức 4 và 5 trên các lượt không bị đánh dấu, khoảng tin cậy Wilson 95 %; dưới 10 lượt không tính. Khảo sát nhanh tại quầy: tự nguyện, không đại diện.' },
    en: { name: 'About', from: 'From', to: 'To', rule: 'Satisfied: share of scores 4 and 5 among unflagged ratings with its 95 % Wilson interval; none under 10. A quick survey at the desk: voluntary, not representative.' },
  }[lang];
  return {
    sheet: words.name,
    data: [
      [{ value: title[lang], type: String, fontWeight: 'bold' }],
      [{ value: words.from, type: String }, dateOf(Date.parse(from), 'day')],
      [{ value: words.to, type: String }, dateOf(Date.parse(to), 'day')],
      [{ value: words.rule, type: String, wrap: true }],
      [{ value: HIDDEN_NOTE[audience][lang], type: String, wrap: true }],
    ],
    columns: [{ width: 70 }, { width: 14 }],
  };
}
