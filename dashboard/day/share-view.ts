import { COMPARABLE_SAMPLE, sampleSize, SMALLEST_SAMPLE, wilsonInterval, type Interval } from '#domain/satisfaction.ts';

/** The target of the resolutions for land, construction and investment; overall 100 % (product.md). */
export const TARGET = 0.85;
/** Under this many taps nothing is said about missing a target (E180). */
export const SMALLEST_ALERT = 20;
/** Above this share of suspicious taps staff should look at the kiosk's place (E173). */
export const FLAGGED_ALARM = 0.05;

/** A share of satisfied taps, as far as its count allows to state one (E176). */
export type Share =
  | { readonly kind: 'too-few'; readonly n: number; readonly least: number }
  | ({ readonly kind: 'few' | 'enough'; readonly n: number; readonly hits: number; readonly rate: number; readonly comparable: number } & Interval);

export function shareOf(hits: number, n: number): Share {
  const size = sampleSize(n);
  if (size === 'too-few') return { kind: 'too-few', n, least: SMALLEST_SAMPLE };
  return { kind: size, n, hits, rate: hits / n, comparable: COMPARABLE_SAMPLE, ...wilsonInterval(hits, n) };
}

/** Counts of the five scores, all taps and the suspicious ones among them. */
export type Counted = { readonly scores: readonly number[]; readonly flaggedScores: readonly number[] };

const satisfied = (scores: readonly number[]): number => (scores[3] ?? 0) + (scores[4] ?? 0);
const total = (scores: readonly number[]): number => scores.reduce((sum, each) => sum + each, 0);

/** Satisfied among all taps (`raw`), or without the suspicious ones (`filtered`): both from counts, so both are exact. */
export function shareOfCounts({ scores, flaggedScores }: Counted, which: 'raw' | 'filtered'): Share {
  if (which === 'raw') return shareOf(satisfied(scores), total(scores));
  return shareOf(satisfied(scores) - satisfied(flaggedScores), total(scores) - total(flaggedScores));
}

export type Verdict = 'above' | 'below' | 'open';

/** What the interval says about the target; null when nothing may be said. */
export function verdictOf(share: Share, target: number = TARGET): Verdict | null {
  if (share.kind === 'too-few') return null;
  if (share.low >= target) return 'above';
  return share.high < target && share.n >= SMALLEST_ALERT ? 'below' : 'open';
}

/** Where the axis of a band starts: at a multiple of 20 % that leaves room under interval and target. */
export function axisStart(share: { readonly low: number }, target: number = TARGET): number {
  return Math.max(0, Math.floor((Math.min(share.low, target) - 0.04) * 5) / 5);
}
