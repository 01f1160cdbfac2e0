import { addDays, type CalendarDay } from '#domain/calendar-day.ts';
import { isShowable } from '#domain/fact.ts';
import { EXPIRY_WARNING_DAYS } from './limits.ts';
import { factsOf, type PackFact } from './pack-facts.ts';
import type { ReadPack } from './read-pack.ts';
import { coverOf, type LanguageCover } from './rules/languages.ts';

export type PackSummary = {
  readonly guides: number;
  readonly cards: number;
  readonly facts: number;
  /** Facts the kiosk hides today behind "hỏi cán bộ tại quầy": marked C, or expired. */
  readonly hidden: readonly PackFact[];
  /** Facts shown today that will be hidden within 60 days. */
  readonly expiring: readonly PackFact[];
  /** Further languages, and how much of the pack they translate. */
  readonly languages: readonly LanguageCover[];
};

/** What a pack holds and how old it is today. Hidden facts are no mistake: the kiosk is honest about them. */
export function summarisePack(pack: ReadPack, today: CalendarDay): PackSummary {
  const facts = factsOf(pack);
  const soon = addDays(today, EXPIRY_WARNING_DAYS);
  const shown = facts.filter((fact) => isShowable(fact.provenance, today));
  return {
    guides: pack.guides.filter(({ guide }) => guide.kind === 'guide').length,
    cards: pack.guides.filter(({ guide }) => guide.kind === 'card').length,
    facts: facts.length,
    hidden: facts.filter((fact) => !isShowable(fact.provenance, today)),
    expiring: shown.filter((fact) => fact.provenance.expiresOn <= soon),
    languages: coverOf(pack),
  };
}
