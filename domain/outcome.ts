/** What a citizen says at the end of a guide on the phone, from "did it alone" to "not done yet". */
export const OUTCOMES = ['managed', 'needs-help', 'not-yet'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Counts of the outcomes, in their order. */
export type OutcomeCounts = readonly [number, number, number];

export function isOutcome(value: unknown): value is Outcome {
  return OUTCOMES.some((outcome) => outcome === value);
}
