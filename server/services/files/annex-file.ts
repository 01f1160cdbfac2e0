import type { Annex } from '#contract/day.ts';
import { assertNever } from '#domain/assert-never.ts';
import { buildCsv } from '../csv.ts';
import { annexDocument } from './annex-document.ts';
import { reportDocx } from './build-docx.ts';
import { reportHtml } from './build-report-html.ts';
import { xlsxOf } from './build-xlsx.ts';
import type { SummaryFile } from './summary-file.ts';
import { HIDDEN, tableFor, type Audience } from './table.ts';

export type AnnexFormat = 'csv' | 'xlsx' | 'html' | 'docx';

/** The annex as a file; as a document it speaks Vietnamese. */
export async function buildAnnexFile(annex: Annex, format: AnnexFormat, audience: Audience, madeAt: number): Promise<SummaryFile> {
  const name = `mot-cham-phu-luc-${annex.from}-${annex.to}${audience === 'public' ? '-public' : ''}.${format}`;
  const report = annexDocument(annex, madeAt);
  switch (format) {
    case 'html':
      return { name, type: 'text/html; charset=utf-8', body: reportHtml(report) };
    case 'docx':
      return { name, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', body: reportDocx(report) };
    case 'xlsx': {
      const tables = report.sections.flatMap(({ table }) => (table === null ? [] : [table]));
      const place = annex.unit?.name ?? 'Tất cả điểm phục vụ';
      const title = 'Kết quả khảo sát nhanh và tuyên truyền tại quầy';
      const body = await xlsxOf({ stem: 'phu-luc', title: { vi: title, en: title }, place: { vi: place, en: place }, madeAt, from: annex.from, to: annex.to, tables }, 'vi', audience);
      return { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body };
    }
    case 'csv':
      return { name, type: 'text/csv; charset=utf-8', body: csvOfSections(report.sections) };
    default:
      return assertNever(format, 'a file format that nobody builds');
  }
}

/** Tables of different columns in one: a line a cell. */
function csvOfSections(sections: ReturnType<typeof annexDocument>['sections']): string {
  const lines = sections.flatMap(({ title, table: whole }) => {
    const table = whole === null ? null : tableFor(whole, 'programs');
    return (table?.rows ?? []).flatMap((row, at) => (table?.columns ?? []).map(({ id }, index) => [title, at + 1, id, row[index] ?? null] as const));
  });
  return buildCsv(['section', 'row', 'column', 'value'], lines.map(([section, row, id, cell]) => [section, row, id, cell === HIDDEN ? '*' : typeof cell === 'object' ? null : cell]));
}
