import type { LocalText } from '#contract/content-pack.ts';
import type { Figures } from '#contract/day.ts';
import { percentText } from './build-html.ts';
import type { FileWords } from './file-words.ts';
import { column, hideForPublic, type Audience, type Cell, type Column, type Lang, type Reader, type Sheets, type Table } from './table.ts';

export type Span = { readonly from: string; readonly to: string };
export type SheetOptions = { readonly audience: Audience; readonly lang: Lang; readonly words: FileWords };

export const PEOPLE: readonly Reader[] = ['sheet', 'paper'];
export const PROGRAMS: readonly Reader[] = ['programs'];
/** Too wide for paper. */
export const FILES: readonly Reader[] = ['programs', 'sheet'];
const PAPER: readonly Reader[] = ['paper'];

export const SCORES: readonly Column[] = [
  column('score1', 'Rất không hài lòng', 'Very dissatisfied', 'count', 'score'),
  column('score2', 'Không hài lòng', 'Dissatisfied', 'count', 'score'),
  column('score3', 'Bình thường', 'Neutral', 'count', 'score'),
  column('score4', 'Hài lòng', 'Satisfied', 'count', 'score'),
  column('score5', 'Rất hài lòng', 'Very satisfied', 'count', 'score'),
];
export const DAY = column('day', 'Ngày', 'Day', 'day');
/** A service point's name for people, with its id beside it in files; programs read the id alone. */
export const POINT: readonly Column[] = [
  column('servicePointName', 'Điểm phục vụ', 'Service point', 'text', undefined, PEOPLE),
  column('servicePoint', 'Mã điểm phục vụ', 'Service point id', 'text', undefined, FILES),
];
export const TAPS = column('taps', 'Lượt đánh giá', 'Ratings', 'count', 'total');
const FLAGGED = column('flagged', 'Nghi bấm nhầm', 'Flagged', 'count');
const ASKED = column('asked', 'Được hỏi, không trả lời', 'Asked, no answer', 'count', undefined, FILES);
export const SATISFIED: readonly Column[] = [
  column('satisfied', 'Tỷ lệ hài lòng', 'Share satisfied', 'share', 'derived'),
  column('satisfiedLow', 'Khoảng tin cậy 95%, từ', '95% interval, from', 'share', 'derived', FILES),
  column('satisfiedHigh', 'Khoảng tin cậy 95%, đến', '95% interval, to', 'share', 'derived', FILES),
  column('satisfiedInterval', 'Khoảng tin cậy 95%', '95% interval', 'interval', 'derived', PAPER),
];
const RAW = column('satisfiedRaw', 'Tỷ lệ hài lòng, chưa lọc', 'Share satisfied, unfiltered', 'share', 'derived', FILES);
/** What stands behind a day's figures of one row: flags, those who did not answer, and the shares. */
export const ANSWERS: readonly Column[] = [FLAGGED, ASKED, ...SATISFIED, RAW];
export const USE: readonly Column[] = [
  column('opened', 'Lượt mở hướng dẫn', 'Guides opened', 'count'),
  column('finished', 'Xem đến hết', 'Finished', 'count'),
  column('left', 'Dừng giữa chừng', 'Left', 'count'),
  column('problems', 'Báo vướng mắc', 'Problems', 'count'),
  column('handoffs', 'Chuyển sang điện thoại', 'Hand-offs', 'count'),
];
export const FIGURES: readonly Column[] = [
  TAPS, ...SCORES, FLAGGED, ASKED,
  column('responseRate', 'Tỷ lệ trả lời (tự nguyện, không đại diện)', 'Response rate (voluntary, not representative)', 'share', 'derived', FILES),
  ...SATISFIED, RAW,
  column('target', 'Chỉ tiêu', 'Target', 'share'),
  column('verdict', 'So với chỉ tiêu', 'Against the target', 'text', 'derived'),
  column('change', 'Thay đổi so với cùng thứ trước đó, điểm %', 'Change from the same weekdays before, % points', 'share', 'derived'),
  column('changeLow', 'Thay đổi, khoảng tin cậy từ', 'Change, interval from', 'share', 'derived', FILES),
  column('changeHigh', 'Thay đổi, khoảng tin cậy đến', 'Change, interval to', 'share', 'derived', FILES),
];

const VERDICTS = {
  reached: { vi: 'Đạt', en: 'Reached' },
  'not-reached': { vi: 'Chưa đạt', en: 'Not reached' },
  'too-few': { vi: 'Chưa đủ dữ liệu', en: 'Too few answers to say' },
} as const;

/** The cells of FIGURES. */
export function figureCells(row: Figures, lang: Lang): readonly Cell[] {
  return [
    row.taps, ...row.scores, row.flagged, row.asked, row.responseRate, ...satisfiedCells(row.satisfied, lang), row.satisfiedRaw?.rate ?? null,
    row.target, row.verdict === null ? null : VERDICTS[row.verdict][lang], row.trend?.change ?? null, row.trend?.low ?? null, row.trend?.high ?? null,
  ];
}

/** The cells of SATISFIED. */
export function satisfiedCells(satisfied: Figures['satisfied'], lang: Lang): readonly Cell[] {
  if (satisfied === null) return [null, null, null, null];
  return [satisfied.rate, satisfied.low, satisfied.high, `${percentText(satisfied.low, lang)}–${percentText(satisfied.high, lang)}`];
}

/** The cells of POINT; a merged row is everything that was asked for. */
export function pointCells(id: string, { lang, words }: SheetOptions): readonly Cell[] {
  return [id === '' ? words.place[lang] : (words.points.get(id) ?? id), id];
}

export type Named = { readonly stem: string; readonly title: LocalText; readonly span: Span };

/** One table as a file, small counts hidden where it is published; `margins` as {@link hideForPublic} takes them. */
export function sheetsOf({ stem, title, span }: Named, table: Table, { audience, words }: SheetOptions, margins: readonly (readonly string[])[] = []): Sheets {
  return { stem, title, place: words.place, madeAt: words.madeAt, from: span.from, to: span.to, tables: [audience === 'public' ? hideForPublic(table, margins) : table] };
}
