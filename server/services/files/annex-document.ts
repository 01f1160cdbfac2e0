import type { Annex } from '#contract/day.ts';
import { addDays, dayOf, DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import { dayText, numberText, percentText, timeText } from './build-html.ts';
import { FACTORS } from './file-words.ts';
import { FILES, satisfiedCells } from './sheet-columns.ts';
import { column, HIDDEN, type Cell, type Table } from './table.ts';

/** A line of a document; `style` as the decree on records has it. */
export type Line = { readonly text: string; readonly bold?: boolean; readonly italic?: boolean; readonly underline?: boolean };
export type Section = { readonly title: string; readonly table: Table | null; readonly text: string | null };

/** A report as it is printed: two columns at its head, its parts, and two columns at its foot. */
export type ReportDocument = {
  readonly left: readonly Line[];
  readonly right: readonly Line[];
  readonly title: readonly Line[];
  readonly notes: readonly string[];
  readonly sections: readonly Section[];
  readonly recipients: readonly Line[];
  readonly signature: readonly Line[];
};

const LEVELS = ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng'];
const VERDICTS = { reached: 'Đạt', 'not-reached': 'Chưa đạt', 'too-few': 'Chưa đủ dữ liệu' } as const;
const NO_FIELD = '(không nêu lĩnh vực)';
const NOTHING = 'Chưa có.';

/**
 * The annex in the form of an administrative document (NĐ 30/2020/NĐ-CP): agency left, country and motto right,
 * number, place and date to be completed by hand, recipients and signature at its foot. No emblem, no seal.
 * `madeAt`, ms: a span that is not over yet is said to end then.
 */
export function annexDocument(annex: Annex, madeAt: number): ReportDocument {
  const { heading } = annex;
  const place = heading.place === '' ? '……………' : heading.place;
  return {
    left: [
      ...(heading.parentAgency === '' ? [] : [{ text: heading.parentAgency }]),
      { text: heading.agency === '' ? '……………………' : heading.agency, bold: true, underline: true },
      { text: `Số: ${heading.numberSign === '' ? '…/BC-…' : heading.numberSign}` },
    ],
    right: [
      { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true },
      { text: 'Độc lập - Tự do - Hạnh phúc', bold: true, underline: true },
      { text: `${place}, ngày … tháng … năm ${annex.to.slice(0, 4)}`, italic: true },
    ],
    title: [
      { text: 'PHỤ LỤC', bold: true },
      { text: 'Kết quả khảo sát nhanh và tuyên truyền tại quầy', bold: true },
      { text: `${periodName(annex.from, annex.to)}${annex.unit === null ? '' : ` · ${annex.unit.name}`}`, italic: true },
    ],
    notes: [
      `Số liệu từ ngày ${dayText(annex.from)} đến ${untilText(annex.to, madeAt)}, ${numberText(annex.servicePoints, 0, 'vi')} điểm phục vụ.`,
      'Khảo sát nhanh tại quầy: tự nguyện, ẩn danh, không đại diện; không thay cho Chỉ số theo Quyết định 766/QĐ-TTg, SIPAS hay số liệu hồ sơ tại Biểu số II.06a/VPCP/KSTT.',
      'Tỷ lệ hài lòng = (mức 4 + mức 5) ÷ các lượt không bị đánh dấu bấm nhầm, kèm khoảng tin cậy Wilson 95%; dưới 10 lượt không tính. Dấu * là số không hiện vì quá ít hoặc để không ai suy ra được.',
    ],
    sections: sectionsOf(annex),
    recipients: [{ text: 'Nơi nhận:', bold: true, italic: true }, ...(heading.recipients.length === 0 ? ['……………'] : heading.recipients).map((text) => ({ text: `- ${text}` }))],
    signature: [
      { text: heading.signerTitle === '' ? '……………………' : heading.signerTitle, bold: true },
      { text: '(Ký, ghi rõ họ tên)', italic: true },
      ...['', '', ''].map((text) => ({ text })),
      { text: heading.signer, bold: true },
    ],
  };
}

function sectionsOf(annex: Annex): readonly Section[] {
  return [guideSection(annex), clipSection(annex), ratingSection(annex), fieldSection(annex), reasonSection(annex), kioskSection(annex), { title: '7. Góp ý đã công khai', table: null, text: 'Số góp ý đã công khai: …… (cán bộ ghi).' }];
}

function guideSection({ guides, opened, handoffs }: Annex): Section {
  const columns = [column('field', 'Lĩnh vực', 'Field', 'text'), column('procedure', 'Mã thủ tục', 'Procedure', 'text'), column('title', 'Hướng dẫn', 'Guide', 'text'), column('opened', 'Lượt xem', 'Views', 'count'), column('handoffs', 'Lượt hiện mã QR', 'QR shown', 'count')];
  const rows = guides.map((row): readonly Cell[] => [row.field ?? NO_FIELD, row.procedure, row.title, row.opened ?? HIDDEN, row.handoffs ?? HIDDEN]);
  return section('1. Lượt xem hướng dẫn và lượt hiển thị mã QR', 'Hướng dẫn', columns, rows, ['Tổng', '', '', opened, handoffs]);
}

function clipSection({ clips }: Annex): Section {
  const title = '2. Lượt phát đoạn phim và giờ phát';
  if (clips === null) return { title, table: null, text: NOTHING };
  const columns = [column('title', 'Đoạn phim', 'Title', 'text'), column('clip', 'Mã', 'Clip', 'text', undefined, FILES), column('plays', 'Lượt phát', 'Plays', 'count'), column('hours', 'Giờ phát', 'Hours', 'decimal')];
  return section(title, 'Đoạn phim', columns, clips.map((row): readonly Cell[] => [row.title, row.clip, row.plays, row.hours]));
}

function ratingSection({ ratings }: Annex): Section {
  const columns = [column('level', 'Mức', 'Level', 'text'), column('taps', 'Lượt', 'Ratings', 'count')];
  const rows = LEVELS.map((level, index): readonly Cell[] => [`${index + 1}. ${level}`, ratings.scores[index] ?? HIDDEN]).toReversed();
  const { satisfied, target, verdict, responseRate } = ratings;
  const share = satisfied === null ? 'Tỷ lệ hài lòng: chưa đủ dữ liệu.' : `Tỷ lệ hài lòng: ${percent(satisfied.rate)} (khoảng tin cậy 95%: ${percent(satisfied.low)}–${percent(satisfied.high)}).`;
  const goal = target === null || verdict === null ? '' : ` Chỉ tiêu ${percent(target)}: ${VERDICTS[verdict].toLowerCase()}.`;
  const response = responseRate === null ? '' : ` Tỷ lệ trả lời: ${percent(responseRate)} số lần được hỏi.`;
  return { ...section('3. Lượt đánh giá theo 5 mức', 'Đánh giá', columns, rows, ['Tổng', ratings.scores.every((count) => count === null) ? HIDDEN : ratings.taps]), text: `${share}${goal}${response} Lượt nghi bấm nhầm: ${ratings.flagged === null ? '*' : numberText(ratings.flagged, 0, 'vi')}.` };
}

function fieldSection({ fields }: Annex): Section {
  const columns = [
    column('field', 'Lĩnh vực', 'Field', 'text'), column('taps', 'Lượt đánh giá', 'Ratings', 'count'), column('satisfied', 'Tỷ lệ hài lòng', 'Satisfied', 'share'),
    column('low', 'Khoảng tin cậy 95%, từ', 'From', 'share', undefined, FILES), column('high', 'Khoảng tin cậy 95%, đến', 'To', 'share', undefined, FILES), column('interval', 'Khoảng tin cậy 95%', '95% interval', 'interval', undefined, ['paper']), column('target', 'Chỉ tiêu', 'Target', 'share'), column('verdict', 'So với chỉ tiêu', 'Against target', 'text'),
  ];
  const rows = fields.map((row): readonly Cell[] => [
    row.field ?? NO_FIELD, row.taps ?? HIDDEN, ...satisfiedCells(row.satisfied, 'vi'), row.target, row.verdict === null ? HIDDEN : VERDICTS[row.verdict],
  ]);
  return section('4. Tỷ lệ hài lòng theo lĩnh vực so với chỉ tiêu (đất đai, xây dựng, đầu tư: từ 85%)', 'Lĩnh vực', columns, rows);
}

function reasonSection({ reasons }: Annex): Section {
  const columns = [column('reason', 'Lý do', 'Reason', 'text'), column('factor', 'Yếu tố', 'Factor', 'text'), column('taps', 'Lượt chọn', 'Times', 'count')];
  const rows = reasons.map((row): readonly Cell[] => [row.text, row.factor === null ? '' : (FACTORS[row.factor]?.vi ?? ''), row.taps ?? HIDDEN]);
  return section('5. Lý do chưa hài lòng', 'Lý do', columns, rows);
}

function kioskSection({ kiosks }: Annex): Section {
  const columns = [
    column('servicePoint', 'Điểm phục vụ', 'Service point', 'text'), column('name', 'Kiosk', 'Kiosk', 'text'), column('lastSeenAt', 'Lần liên hệ cuối', 'Last contact', 'time'),
    column('waiting', 'Chờ gửi', 'Waiting', 'number'), column('missing', 'Lượt còn thiếu', 'Missing', 'number'), column('contentVersion', 'Bản nội dung', 'Content', 'text'),
  ];
  const rows = kiosks.map((row): readonly Cell[] => [row.servicePoint, row.name, row.lastSeenAt, row.waiting, row.missing, row.contentVersion]);
  return section('6. Tình trạng thiết bị (đến lúc lập báo cáo)', 'Thiết bị', columns, rows);
}

function section(title: string, name: string, columns: Table['columns'], rows: Table['rows'], total?: readonly Cell[]): Section {
  if (rows.length === 0) return { title, table: null, text: NOTHING };
  return { title, table: { name: { vi: name, en: name }, columns, rows: total === undefined ? rows : [...rows, total] }, text: null };
}

function percent(share: number): string {
  return percentText(share, 'vi');
}

function untilText(to: string, madeAt: number): string {
  const made = timeText(madeAt);
  return dayOf(madeAt, DEFAULT_TIME_ZONE) > to ? `hết ngày ${dayText(to)}` : `lúc lập (${made.slice(11)} ngày ${made.slice(0, 10)})`;
}

const QUARTERS = ['I', 'II', 'III', 'IV'];

/** "Tháng 11/2026", "Quý III/2026", "Năm 2026", or the days themselves. */
export function periodName(from: string, to: string): string {
  const [year = '', month = '', day = ''] = from.split('-');
  const next = addDays(to, 1);
  if (day === '01' && next.endsWith('-01')) {
    const months = (Number(next.slice(0, 4)) - Number(year)) * 12 + Number(next.slice(5, 7)) - Number(month);
    if (months === 1) return `Tháng ${month}/${year}`;
    if (months === 3 && Number(month) % 3 === 1) return `Quý ${QUARTERS[(Number(month) - 1) / 3] ?? ''}/${year}`;
    if (months === 12 && month === '01') return `Năm ${year}`;
  }
  return `Từ ngày ${dayText(from)} đến ngày ${dayText(to)}`;
}
