import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { addDays, type CalendarDay } from '#domain/calendar-day.ts';
import type { WordKey } from '../i18n/words.ts';

/** What the page looks at; a null service point is all of them. */
export type Scope = { readonly day: CalendarDay; readonly servicePoint: string | null };

/** The summaries that the centre also writes as CSV. */
export type SummaryName = 'daily' | 'hourly';

/** The query of a summary over the scope's day, or over the `days` that end with it. */
export function summaryQuery({ day, servicePoint }: Scope, days = 1): Readonly<Record<string, string>> {
  const range = { from: addDays(day, 1 - days), to: day };
  return servicePoint === null ? range : { ...range, servicePoint };
}

export type CsvLink = { readonly word: WordKey; readonly href: string };

export function csvLinks(scope: Scope): readonly CsvLink[] {
  const link = (word: WordKey, name: SummaryName, days = 1): CsvLink => ({
    word,
    href: `${HTTP_ROUTES[name].path}?${new URLSearchParams({ ...summaryQuery(scope, days), format: 'csv' })}`,
  });
  return [link('csvDay', 'daily'), link('csvWeek', 'daily', 7), link('csvHours', 'hourly')];
}
