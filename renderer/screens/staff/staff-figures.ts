import type { KioskStatus, LocalDay } from '#contract/kiosk-channels.ts';
import { sampleSize, satisfactionOf, type SampleSize, type Satisfaction } from '#domain/satisfaction.ts';
import { satisfiedTaps, SCORES, totalTaps, type Score, type ScoreCounts } from '#domain/score.ts';

export type DayFigures = {
  readonly day: string;
  readonly counts: ScoreCounts;
  readonly taps: number;
  readonly hits: number;
  /** null below ten taps: no share is shown at all (promise 6). */
  readonly satisfaction: Satisfaction | null;
  readonly sample: SampleSize;
};

export function dayFigures(day: LocalDay): DayFigures {
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = day.scores;
  const counts: ScoreCounts = [one, two, three, four, five];
  const taps = totalTaps(counts);
  return { day: day.day, counts, taps, hits: satisfiedTaps(counts), satisfaction: satisfactionOf(counts), sample: sampleSize(taps) };
}

export type ScoreRow = { readonly score: Score; readonly count: number };

export function scoreRows(counts: ScoreCounts): readonly ScoreRow[] {
  return SCORES.map((score) => ({ score, count: counts[score - 1] ?? 0 }));
}

export type HourBar = { readonly hour: number; readonly taps: number };

/** Office hours always stand; earlier and later hours only when somebody tapped then. */
const OFFICE_OPENS = 7;
const OFFICE_CLOSES = 16;

export function hourBars(hours: readonly number[]): readonly HourBar[] {
  const bars = hours.map((taps, hour) => ({ hour, taps }));
  const used = bars.filter((bar) => bar.taps > 0).map((bar) => bar.hour);
  const from = Math.min(OFFICE_OPENS, ...used);
  const to = Math.max(OFFICE_CLOSES, ...used);
  return bars.filter((bar) => bar.hour >= from && bar.hour <= to);
}

/** Made on the kiosk, but neither with the centre nor waiting. Anything but 0 is a fault of ours. */
export function missingTaps(day: LocalDay): number {
  return Math.max(0, day.made - day.sent - day.waiting);
}

/** Reasons with their counts, most named first. */
export function reasonRows(day: LocalDay): readonly { readonly id: string; readonly count: number }[] {
  return Object.entries(day.reasons)
    .map(([id, count]) => ({ id, count }))
    .filter((row) => row.count > 0)
    .sort((a, b) => b.count - a.count);
}

/** Seconds the kiosk's clock is off the centre's; 0 when it is as good as right; null when it was never compared. */
export function clockOffSeconds(status: Pick<KioskStatus, 'clockOffset'>): number | null {
  if (status.clockOffset === null) return null;
  const seconds = Math.round(status.clockOffset / 1000);
  return Math.abs(seconds) < 5 ? 0 : seconds;
}
