import type { HeatMap, StuckSteps, Targets } from '#contract/day.ts';
import type { DaySummary } from '#contract/summaries.ts';
import { addDays, daysBetween, type CalendarDay } from '#domain/calendar-day.ts';
import { shareOfCounts, TARGET, type Share } from '../day/share-view.ts';
import { daysIn, spanAround, type Span } from '../day/span.ts';

/** Some days together: one day, a calendar week, or a calendar month, cut to the span. */
export type Bucket = { readonly kind: 'day' | 'week' | 'month'; readonly from: CalendarDay; readonly to: CalendarDay };

/** So fine that no more than about `most` buckets stand beside each other. */
export function bucketsOf(span: Pick<Span, 'from' | 'to'>, most: number): readonly Bucket[] {
  const days = daysIn(span);
  const kind = days <= most ? 'day' : days / 7 <= most ? 'week' : 'month';
  const buckets: Bucket[] = [];
  for (let day = span.from; day <= span.to; ) {
    const to = spanAround(kind, day, '9999-12-31').to;
    const end = to < span.to ? to : span.to;
    buckets.push({ kind, from: day, to: end });
    day = addDays(end, 1);
  }
  return buckets;
}

export type SeriesPoint = { readonly bucket: Bucket; readonly taps: number; readonly share: Share; readonly target: number };
/** From this day on the target is another one: what lies before cannot simply be compared (E181). */
export type SeriesBreak = { readonly at: number; readonly day: CalendarDay; readonly target: number };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function addScores(lists: readonly (readonly number[])[]): readonly number[] {
  return [0, 1, 2, 3, 4].map((at) => sum(lists.map((scores) => scores[at] ?? 0)));
}

/** The target for everything on a day: what was set last before it, else what holds now. */
function targetOn(day: CalendarDay, { targets, history }: Targets): number {
  const now = targets.find((each) => each.field === null)?.target ?? TARGET;
  const set = history.filter((each) => each.field === null && each.target !== null).toSorted((left, right) => (left.from < right.from ? 1 : -1));
  const first = set.at(-1);
  if (first === undefined) return now;
  return set.find((each) => each.from <= day)?.target ?? first.target ?? now;
}

export function seriesOf(rows: readonly DaySummary[], buckets: readonly Bucket[], targets: Targets): { readonly points: readonly SeriesPoint[]; readonly breaks: readonly SeriesBreak[] } {
  const points = buckets.map((bucket) => {
    const inside = rows.filter((row) => bucket.from <= row.day && row.day <= bucket.to);
    const counted = { scores: addScores(inside.map((row) => row.scores)), flaggedScores: addScores(inside.map((row) => row.flaggedScores)) };
    return { bucket, taps: sum(counted.scores), share: shareOfCounts(counted, 'filtered'), target: targetOn(bucket.to, targets) };
  });
  const breaks = targets.history.flatMap((each): readonly SeriesBreak[] => {
    const at = buckets.findIndex((bucket) => bucket.from <= each.from && each.from <= bucket.to);
    return each.field !== null || each.target === null || at < 1 ? [] : [{ at, day: each.from, target: each.target }];
  });
  return { points, breaks };
}

/** How often each reason was given in a part of the span. */
export type ReasonPart = { readonly bucket: Bucket; readonly counts: ReadonlyMap<string, number> };
export type ReasonSeries = { readonly reason: string; readonly total: number; readonly counts: readonly number[] };

/** Reasons part by part, most often given first. */
export function reasonSeries(parts: readonly ReasonPart[]): readonly ReasonSeries[] {
  const names = [...new Set(parts.flatMap((part) => [...part.counts.keys()]))];
  return names
    .map((reason) => {
      const counts = parts.map((part) => part.counts.get(reason) ?? 0);
      return { reason, counts, total: sum(counts) };
    })
    .toSorted((left, right) => right.total - left.total || left.reason.localeCompare(right.reason));
}

export type HeatCell = HeatMap['cells'][number];

/** Opening hours at least (7 to 16), more where there were taps outside them. */
export function heatHours(cells: readonly HeatCell[]): readonly number[] {
  const busy = cells.filter((cell) => cell.taps > 0).map((cell) => cell.hour);
  const [first, last] = [Math.min(7, ...busy), Math.max(16, ...busy)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** How many of each weekday lie in the span: a cell's taps are of all of them together. */
export function weekdayCounts(span: Pick<Span, 'from' | 'to'>): readonly number[] {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const day of daysBetween(span.from, span.to)) {
    const at = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

export type Guide = StuckSteps['guides'][number];
export type GuideStep = Guide['steps'][number];
/** One step of the drawing; widths are shares of those who opened the guide, 0 to 1. */
export type FlowStep = { readonly step: GuideStep; readonly before: number; readonly after: number; readonly isWorst: boolean };

/** Below this many at a step nobody is told that people get stuck there. */
const LEAST_REACHED = 10;

/** The guide as a stream that narrows where people leave. The worst step is the one that most leave, of those at least ten reached. */
export function flowOf(guide: Guide): readonly FlowStep[] {
  const widest = Math.max(1, guide.opened, ...guide.steps.map((step) => step.reached));
  const known = guide.steps.filter((step) => step.reached >= LEAST_REACHED && step.left > 0);
  const worst = known.toSorted((left, right) => right.left - left.left)[0];
  return guide.steps.map((step) => ({ step, before: step.reached / widest, after: Math.max(0, step.reached - step.left) / widest, isWorst: step === worst }));
}

/** A guide's first page, before its steps; what kiosks call it in their ledgers. */
export const FIRST_PAGE = 'overview';

type KnownSteps = readonly { readonly id: string; readonly name: { readonly vi: string; readonly en: string } }[];

/** Steps in the order that is known; those that nobody knows come last, most reached first, as people walk them. */
export function orderSteps(guide: Guide, known: KnownSteps): Guide {
  const order = [FIRST_PAGE, ...known.map((step) => step.id)];
  const place = (step: string): number => (order.includes(step) ? order.indexOf(step) : order.length);
  const steps = guide.steps
    .toSorted((left, right) => place(left.step) - place(right.step) || right.reached - left.reached)
    .map((step) => ({ ...step, name: step.name ?? known.find((each) => each.id === step.step)?.name ?? null }));
  return { ...guide, steps };
}

/** Guides where most people leave come first. */
export function byLeaving(guides: readonly Guide[]): readonly Guide[] {
  return guides.filter((guide) => guide.opened > 0).toSorted((left, right) => right.left - left.left || right.opened - left.opened);
}
