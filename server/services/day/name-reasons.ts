import type { ReasonSummary } from '#contract/day.ts';
import type { ContentNames } from './content-names.ts';

type ReasonTotals = readonly { readonly reason: string; readonly taps: number }[];

/** Gives reasons their words and SIPAS factors, and sums the factors: complaints (low) and praise (high) apart. */
export function nameReasons(totals: ReasonTotals, names: ContentNames): Pick<ReasonSummary, 'given' | 'reasons' | 'factors'> {
  const given = totals.reduce((sum, { taps }) => sum + taps, 0);
  const reasons = totals.map(({ reason, taps }) => {
    const name = names.reasons.get(reason);
    return { reason, text: name?.text ?? null, after: name?.after ?? null, factor: name?.factor ?? null, taps, share: given === 0 ? 0 : taps / given };
  });
  const sumOf = (factor: number, after: 'low' | 'high'): number =>
    reasons.reduce((sum, row) => (row.factor === factor && row.after === after ? sum + row.taps : sum), 0);
  const factors = [1, 2, 3, 4, 5].map((factor) => ({ factor, low: sumOf(factor, 'low'), high: sumOf(factor, 'high') }));
  return { given, reasons, factors: factors.filter(({ low, high }) => low + high > 0) };
}
