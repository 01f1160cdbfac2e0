import type { DaySummary } from '#contract/summaries.ts';
import { addDays, daysBetween, type CalendarDay } from '#domain/calendar-day.ts';
import { dayView } from './day-view.ts';
import type { Share } from './share-view.ts';

export type WeekDay = { readonly day: CalendarDay; readonly taps: number; readonly raw: Share };

/** The seven days that end with `day`, empty ones included. */
export function weekView(rows: readonly DaySummary[], day: CalendarDay): readonly WeekDay[] {
  return daysBetween(addDays(day, -6), day).map((each) => {
    const { taps, raw } = dayView(rows.filter((row) => row.day === each));
    return { day: each, taps, raw };
  });
}
