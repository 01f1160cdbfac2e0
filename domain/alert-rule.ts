import { satisfactionOf } from './satisfaction.ts';
import { totalTaps, type ScoreCounts } from './score.ts';

/** No alert on fewer unflagged taps (E180). */
export const ALERT_SAMPLE = 20;
/** Days that the rules over taps look back, today included. */
export const ALERT_DAYS = 7;
/** How far above the target the upper end must be before an alert closes, as a share: it must not flicker. */
export const CLOSING_MARGIN = 0.02;
/** More flagged taps than this share is an alarm (E173); it ends under {@link FLAGGED_END}. */
export const FLAGGED_ALARM = 0.05;
export const FLAGGED_END = 0.04;

/** A kiosk without a heartbeat for this long is silent, ms. */
export const SILENT_AFTER = 15 * 60_000;
/** Entries that wait for this long are an alert, ms. */
export const WAITING_AFTER = 60 * 60_000;
/** Another content version than the others' for this long is old, ms. */
export const OLD_CONTENT_AFTER = 24 * 60 * 60_000;

export type Standing = 'stands' | 'ended' | 'unchanged';

/**
 * The published rule: an alert stands when the upper end of the 95 % Wilson interval lies under the
 * target and at least 20 unflagged taps are there (E180). It has ended when the upper end is 2 points
 * above the target (or 100 %), or when fewer than 20 taps are left. In between nothing changes.
 */
export function satisfactionStanding(unflagged: ScoreCounts, target: number): Standing {
  const satisfied = satisfactionOf(unflagged);
  if (satisfied === null || totalTaps(unflagged) < ALERT_SAMPLE) return 'ended';
  if (satisfied.high < target) return 'stands';
  return satisfied.high >= Math.min(1, target + CLOSING_MARGIN) ? 'ended' : 'unchanged';
}

/** Over 5 % of at least 20 taps are flagged; ended under 4 % or under 20 taps. */
export function flaggedStanding(taps: number, flagged: number): Standing {
  if (taps < ALERT_SAMPLE) return 'ended';
  if (flagged / taps > FLAGGED_ALARM) return 'stands';
  return flagged / taps < FLAGGED_END ? 'ended' : 'unchanged';
}

/** Whether so many flagged taps are an alarm beside the figures (E173). */
export function isFlaggedAlarm(taps: number, flagged: number): boolean {
  return flaggedStanding(taps, flagged) === 'stands';
}
