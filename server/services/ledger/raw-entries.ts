import type { CalendarDay } from '#domain/calendar-day.ts';
import type { LedgerRepository } from '../../repositories/ledger.ts';
import { dayAndHourCache } from './day-and-hour-cache.ts';
import type { Placing } from './place-entry.ts';
import { rawEntriesOf } from './read-segment.ts';
import { AS_IT_CAME, type TapState } from './stored-tap.ts';

/** An entry as it came, with where the centre placed it and what later entries and the misuse rule say about it. */
export type PlacedRawEntry = TapState & {
  readonly streamNo: number;
  readonly seq: number;
  /** Centre's time of receipt, ms. */
  readonly receivedAt: number;
  /** Placed time, ms. */
  readonly at: number;
  readonly hour: number;
  readonly placing: Placing;
  readonly kind: string;
  /** As it came, with what we do not know. */
  readonly entry: unknown;
};

/**
 * The raw entries of a service point on one day, by stream and number: what the rollups of that day
 * were counted from. Reading them is an act that must be audited. Pruned ones are gone.
 */
export async function rawEntries(ledger: LedgerRepository, pointNo: number, day: CalendarDay): Promise<readonly PlacedRawEntry[]> {
  const whenIn = dayAndHourCache();
  return ledger.read(async (reader) => {
    const found: PlacedRawEntry[] = [];
    for (const segment of await reader.segmentsOfDay(pointNo, day)) {
      const { streamNo, first, last, receivedAt } = segment;
      const states = new Map((await reader.changesBetween(streamNo, first, last)).map((change) => [change.seq, change]));
      for (const { seq, raw, placed } of await rawEntriesOf(segment, whenIn)) {
        if (placed === null || placed.when.day !== day) continue;
        const { flags, retracted, reasons } = states.get(seq) ?? AS_IT_CAME;
        found.push({ streamNo, seq, receivedAt, at: placed.at, hour: placed.when.hour, placing: placed.placing, kind: placed.entry.kind, entry: raw, flags, retracted, reasons });
      }
    }
    return found;
  });
}
