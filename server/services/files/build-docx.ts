import { strToU8, zipSync } from 'fflate';
import type { Line, ReportDocument, Section } from './annex-document.ts';
import { paperCell } from './build-report-html.ts';
import { tableFor, type Table } from './table.ts';

// WordprocessingML (ECMA-376): the least that Word, LibreOffice and OnlyOffice open without a word of repair.
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Text width of an A4 page with margins of 30 and 15 mm, twentieths of a point. */
const WIDTH = 9_354;
/** Of two columns the left one. */
const LEFT = 3_400;
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('');
/** A file's moment would make the same report differ from itself. */
const MOMENT = new Date(Date.UTC(2026, 0, 1));

/** The report as a Word document, in Times New Roman 13 as the decree on records asks. */
export function reportDocx(report: ReportDocument): Uint8Array {
  const body = [
    pairOf(report.left, report.right, 'center'),
    paragraph([{ text: '' }]),
    ...report.title.map((line) => paragraph([line], 'center')),
    paragraph([{ text: '' }]),
    ...report.notes.map((text) => paragraph([{ text }], 'both')),
    ...report.sections.map(sectionOf),
    paragraph([{ text: '' }]),
    pairOf(report.recipients, report.signature, 'left'),
    `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>`,
  ];
  const parts = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `${XML}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>`,
    'word/document.xml': `${XML}<w:document xmlns:w="${MAIN}"><w:body>${body.join('')}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])), { mtime: MOMENT });
}

function pairOf(left: readonly Line[], right: readonly Line[], leftAlign: 'center' | 'left'): string {
  // The country's name stays on one line.
  const widths = [LEFT, WIDTH - LEFT];
  const cell = (lines: readonly Line[], width: number, align: 'center' | 'left'): string => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${lines.map((line) => paragraph([line], align)).join('') || paragraph([{ text: '' }])}</w:tc>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid><w:tr>${cell(left, widths[0] ?? 0, leftAlign)}${cell(right, widths[1] ?? 0, 'center')}</w:tr></w:tbl>`;
}

function sectionOf({ title, table, text }: Section): string {
  const heading = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run({ text: title })}</w:p>`;
  // Word joins two tables that touch, and wants a paragraph after the last.
  return `${heading}${table === null ? '' : tableOf(table)}${paragraph([{ text: text ?? '' }])}`;
}

function tableOf(table: Table): string {
  const { columns, rows } = tableFor(table, 'paper');
  const weights = columns.map(({ kind }) => (kind === 'text' ? 3 : 1.4));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map((weight) => Math.floor((WIDTH * weight) / all));
  const cell = (text: string, at: number, bold: boolean): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/></w:tcPr>${paragraph([{ text, bold }], columns[at]?.kind === 'text' ? 'left' : 'right', 22)}</w:tc>`;
  const head = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns.map(({ title }, at) => cell(title.vi, at, true)).join('')}</w:tr>`;
  const body = rows.map((row) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.map((value, at) => cell(paperCell(value, columns[at]?.kind ?? 'text'), at, false)).join('')}</w:tr>`);
  return `<w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${head}${body.join('')}</w:tbl>`;
}

type Align = 'left' | 'right' | 'center' | 'both';

/** `size` in half points. */
function paragraph(lines: readonly Line[], align: Align = 'left', size?: number): string {
  return `<w:p><w:pPr><w:jc w:val="${align}"/></w:pPr>${lines.map((line) => run(line, size)).join('')}</w:p>`;
}

function run({ text, bold, italic, underline }: Line, size?: number): string {
  const style = `${bold === true ? '<w:b/>' : ''}${italic === true ? '<w:i/>' : ''}${size === undefined ? '' : `<w:sz w:val="${size}"/>`}${underline === true ? '<w:u w:val="single"/>' : ''}`;
  return `<w:r>${style === '' ? '' : `<w:rPr>${style}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** XML has no way to write most control characters; texts of ours mean none of them. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
