import { addDays } from '#domain/calendar-day.ts';

/** A province: service points, each with one kiosk, over days that end with `to`. */
export type Province = { readonly points: number; readonly days: number; readonly to: string; readonly taps: number };

/** Fields by how often a tap names them; most taps of a visit name none. */
const FIELDS = ['', 'Hộ tịch', 'Đất đai', 'Chứng thực', 'Đăng ký, quản lý cư trú', 'Bảo trợ xã hội', 'Hoạt động xây dựng', 'Cấp, quản lý căn cước', 'Việc làm', 'Giảm nghèo', 'Bảo hiểm y tế', 'Lý lịch tư pháp'];
const FIELD_SHARES = [0.6, 0.12, 0.08, 0.06, 0.04, 0.03, 0.02, 0.015, 0.012, 0.01, 0.008, 0.005];
const SCORE_SHARES = [0.04, 0.05, 0.1, 0.31, 0.5];
const REASONS = ['phai-cho-lau', 'giay-to-kho-hieu', 'huong-dan-chua-ro', 'tra-ket-qua-tre', 'cong-vneid-loi', 'ly-do-khac', 'it-phai-cho', 'giay-to-don-gian', 'huong-dan-de-hieu'];
const REASON_SHARES = [0.05, 0.03, 0.03, 0.02, 0.02, 0.02, 0.1, 0.06, 0.07];
const FLAGGED = 0.02;
const ASKED = 0.6;

export type DayFill = {
  readonly day: string;
  readonly pointNo: number;
  /** As rollup_day: field, s1–s5, f1–f5, asked, corrected, unplaceable. */
  readonly fields: readonly (readonly [field: string, ...counts: number[]])[];
  readonly reasons: readonly (readonly [reason: string, taps: number])[];
  readonly taps: number;
};

/**
 * The rollup rows of one service point on one day, as the taking of so many taps leaves them: a row for each
 * field and reason that occurred, none for those that did not. The same number of taps gives the same rows.
 */
export function fillDay(province: Province, dayIndex: number, pointNo: number): DayFill {
  const draw = drawer(dayIndex * 100_003 + pointNo);
  const taps = drawCount(draw, province.taps / (province.points * province.days));
  const fields = FIELDS.flatMap((field, at): DayFill['fields'][number][] => {
    const count = drawCount(draw, taps * (FIELD_SHARES[at] ?? 0));
    const asked = field === '' ? drawCount(draw, taps * ASKED) : 0;
    if (count + asked === 0) return [];
    const scores = SCORE_SHARES.map((share) => drawCount(draw, count * share));
    return [[field, ...scores, ...scores.map((score) => drawCount(draw, score * FLAGGED)), asked, 0, 0]];
  });
  const reasons = REASONS.flatMap((reason, at): DayFill['reasons'][number][] => {
    const count = drawCount(draw, taps * (REASON_SHARES[at] ?? 0));
    return count === 0 ? [] : [[reason, count]];
  });
  const made = fields.reduce((sum, [, ...counts]) => sum + counts.slice(0, 5).reduce((all, count) => all + count, 0), 0);
  return { day: addDays(province.to, dayIndex + 1 - province.days), pointNo, fields, reasons, taps: made };
}

/** A small generator (mulberry32): the same seed gives the same numbers, 0 ≤ x < 1. */
function drawer(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number around a mean: its spread is that of a Poisson count. */
function drawCount(draw: () => number, mean: number): number {
  const bell = draw() + draw() + draw() + draw() - 2;
  return Math.max(0, Math.floor(mean + bell * Math.sqrt(3 * mean) + draw()));
}
