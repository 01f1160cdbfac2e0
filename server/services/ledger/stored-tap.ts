import type { DayAndHour } from '#domain/calendar-day.ts';
import type { Score } from '#domain/score.ts';

/** What later entries and the misuse rule say about a tap. */
export type TapState = {
  /** Bits: 1 burst, 2 roam (E172). */
  readonly flags: number;
  readonly retracted: boolean;
  readonly reasons: readonly string[];
};

/** A tap where the centre placed it, as it stands. */
export type StoredTap = TapState & {
  readonly seq: number;
  readonly pointNo: number;
  readonly at: number;
  readonly when: DayAndHour;
  /** The day by the kiosk's own clock where it is another one than the day it was placed on. */
  readonly ownDay: string | null;
  readonly score: Score;
  /** '' where the tap names none. */
  readonly field: string;
  /** '' where the tap names none. */
  readonly procedure: string;
};

export const NO_REASONS: readonly string[] = [];
export const AS_IT_CAME: TapState = { flags: 0, retracted: false, reasons: NO_REASONS };

export function isSameState(one: TapState, other: TapState): boolean {
  return (
    one.flags === other.flags &&
    one.retracted === other.retracted &&
    (one.reasons === other.reasons || (one.reasons.length === other.reasons.length && one.reasons.every((reason, index) => reason === other.reasons[index])))
  );
}
