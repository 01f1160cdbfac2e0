import type { CalendarDay } from './calendar-day.ts';

/**
 * How far a fact can be trusted. A: seen in the official text or the portal's data.
 * B: seen in a secondary source. C: general knowledge, not seen anywhere.
 */
export type FactMark = 'A' | 'B' | 'C';

export type FactAge = {
  readonly mark: FactMark;
  readonly checkedOn: CalendarDay;
  readonly expiresOn: CalendarDay;
};

/**
 * True when a citizen may read the fact today. An unseen (C) or expired fact is hidden behind
 * "hỏi cán bộ tại quầy", and the QR stays (promise 8).
 */
export function isShowable(fact: FactAge, today: CalendarDay): boolean {
  return fact.mark !== 'C' && today <= fact.expiresOn;
}
