import type { Beat } from '../../repositories/devices.ts';

type Made = Beat['made'];
type Told = Pick<Beat, 'stream' | 'pointNo' | 'made'>;

/** Streams remembered: what is forgotten is stored once more, which is harmless. */
const LARGEST = 50_000;
const MOST_DAYS = 20;

/** Which of a kiosk's counts the database has already: of fourteen days told every minute, one changes now and then. */
export type ToldDays = {
  /** The counts that were not stored before. */
  news(beat: Told): Made;
  /** These were stored. */
  remember(beat: Told): void;
};

export function toldDays(): ToldDays {
  const known = new Map<string, { readonly pointNo: number; readonly days: Map<string, number> }>();
  // A kiosk that was moved tells its days anew, for its new place.
  const daysOf = ({ stream, pointNo }: Told): Map<string, number> | null => {
    const seen = known.get(stream);
    return seen === undefined || seen.pointNo !== pointNo ? null : seen.days;
  };
  return {
    news(beat) {
      const days = daysOf(beat);
      // A count never falls in the database, so a lower one is no news either.
      return days === null ? beat.made : beat.made.filter(({ day, taps }) => taps > (days.get(day) ?? -1));
    },
    remember(beat) {
      if (beat.made.length === 0) return;
      if (known.size >= LARGEST) known.clear();
      const days = daysOf(beat) ?? new Map<string, number>();
      for (const { day, taps } of beat.made) days.set(day, taps);
      // Days that are no longer told would only fill the memory.
      for (const day of [...days.keys()].toSorted().slice(0, -MOST_DAYS)) days.delete(day);
      known.set(beat.stream, { pointNo: beat.pointNo, days });
    },
  };
}
