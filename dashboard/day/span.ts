import { addDays, isCalendarDay, type CalendarDay } from '#domain/calendar-day.ts';

export const SPAN_KINDS = ['day', 'week', 'month', 'quarter', 'range'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

/** The days looked at, both included. A calendar week, month or quarter that is not over yet ends today. */
export type Span = { readonly kind: SpanKind; readonly from: CalendarDay; readonly to: CalendarDay };

/** Summaries are asked for this many days at most: a range that somebody types stays in reason. */
const LONGEST = 366;

const monthStart = (day: CalendarDay): CalendarDay => `${day.slice(0, 7)}-01`;
const addMonths = (day: CalendarDay, months: number): CalendarDay => {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
};
/** 1 for Monday to 7 for Sunday. */
export const weekdayNumber = (day: CalendarDay): number => ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
const earlier = (left: CalendarDay, right: CalendarDay): CalendarDay => (left < right ? left : right);

/** The span of a kind that holds `day`. */
export function spanAround(kind: Exclude<SpanKind, 'range'>, day: CalendarDay, today: CalendarDay): Span {
  switch (kind) {
    case 'day':
      return { kind, from: day, to: day };
    case 'week': {
      const from = addDays(day, 1 - weekdayNumber(day));
      return { kind, from, to: ended(from, addDays(from, 6), today) };
    }
    case 'month': {
      const from = monthStart(day);
      return { kind, from, to: ended(from, addDays(addMonths(from, 1), -1), today) };
    }
    case 'quarter': {
      const from = addMonths(monthStart(day), -((Number(day.slice(5, 7)) - 1) % 3));
      return { kind, from, to: ended(from, addDays(addMonths(from, 3), -1), today) };
    }
  }
}

const ended = (from: CalendarDay, to: CalendarDay, today: CalendarDay): CalendarDay => (from > today ? to : earlier(to, today));

/** The next (1) or the one before (-1); a range moves by its own length. */
export function moveSpan(span: Span, by: 1 | -1, today: CalendarDay): Span {
  if (span.kind === 'range') {
    const length = daysIn(span) * by;
    return { kind: 'range', from: addDays(span.from, length), to: addDays(span.to, length) };
  }
  if (by === -1) return spanAround(span.kind, addDays(span.from, -1), today);
  const whole = span.kind === 'day' ? addDays(span.from, 1) : span.kind === 'week' ? addDays(span.from, 7) : addMonths(span.from, span.kind === 'month' ? 1 : 3);
  return spanAround(span.kind, whole, today);
}

export function daysIn({ from, to }: Pick<Span, 'from' | 'to'>): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** Reads `?day=`, `?span=month&day=` or `?from=&to=`; what makes no sense is today. */
export function parseSpan(query: URLSearchParams, today: CalendarDay): Span {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  if (isCalendarDay(from) && isCalendarDay(to) && from <= to && daysIn({ from, to }) <= LONGEST) return { kind: 'range', from, to };
  const asked = query.get('day') ?? '';
  const day = isCalendarDay(asked) ? asked : today;
  const kind = (['week', 'month', 'quarter'] as const).find((each) => each === query.get('span')) ?? 'day';
  return spanAround(kind, day, today);
}

/** The parts of the address that say the span; today and "day" are left out, so a bookmark of the plain page stays on today. */
export function spanQuery(span: Span, today: CalendarDay): Readonly<Record<'day' | 'span' | 'from' | 'to', string | null>> {
  const none = { day: null, span: null, from: null, to: null };
  if (span.kind === 'range') return { ...none, from: span.from, to: span.to };
  const isNow = span.from <= today && today <= span.to;
  return { ...none, day: isNow ? null : span.from, span: span.kind === 'day' ? null : span.kind };
}
