import { itemsDue, type LocalMoment, type Schedule } from '#domain/schedule.ts';

export type Planned = { readonly id: string; readonly schedule?: Schedule | undefined };
export type PlanSpan<Item> = { readonly from: number; readonly until: number; readonly items: readonly Item[] };

const DAY_MINUTES = 24 * 60;

/** ISO weekday of a day, 1 is Monday. */
export function weekdayOf(day: string): number {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay();
  return sundayFirst === 0 ? 7 : sundayFirst;
}

/** What plays through a day, as spans of minutes in which the same items are due; by the one rule that kiosks follow. */
export function planDay<Item extends Planned>(items: readonly Item[], day: string): readonly PlanSpan<Item>[] {
  const spans: PlanSpan<Item>[] = [];
  for (const minute of boundariesOf(items)) {
    const due = itemsDue(items, momentOf(day, minute));
    const last = spans.at(-1);
    if (last !== undefined && isSame(last.items, due)) continue;
    if (last !== undefined) spans[spans.length - 1] = { ...last, until: minute };
    spans.push({ from: minute, until: DAY_MINUTES, items: due });
  }
  return spans;
}

export function momentOf(day: string, minute: number): LocalMoment {
  return { day, weekday: weekdayOf(day), minute };
}

/** Minutes since midnight of HH:MM. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

export function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Nothing changes but at midnight and where a span begins or ends. */
function boundariesOf(items: readonly Planned[]): readonly number[] {
  const minutes = items.flatMap(({ schedule }) => (schedule?.hours ?? []).flatMap((span) => [minuteOf(span.from), minuteOf(span.until)]));
  return [...new Set([0, ...minutes])].filter((minute) => minute < DAY_MINUTES).sort((a, b) => a - b);
}

function isSame<Item extends Planned>(left: readonly Item[], right: readonly Item[]): boolean {
  return left.length === right.length && left.every((item, index) => item.id === right[index]?.id);
}
