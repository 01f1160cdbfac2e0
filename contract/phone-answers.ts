import { Type, type Static } from 'typebox';
import { OUTCOMES } from '#domain/outcome.ts';
import { SCALE_ID } from '#domain/score.ts';
import { CalendarDay, Count, SatisfactionSchema, ScoreCountsSchema } from './summaries.ts';

/** Largest body of a {@link PhoneAnswer}, bytes. */
export const LARGEST_PHONE_ANSWER = 512;

/**
 * What a phone page says at the end of a guide: nothing else fits in, and nothing about a person. `once` is random
 * (128 bits, base64url), so that an answer that was sent twice counts once; the phone forgets it when it is answered.
 */
export const PhoneAnswer = Type.Object(
  {
    once: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }),
    slug: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 20 }),
    /** Id of the step that the page was opened at, where it was opened at one. */
    step: Type.Optional(Type.String({ pattern: '^[a-z0-9-]+$', maxLength: 40 })),
    outcome: Type.Optional(Type.Enum([...OUTCOMES])),
    score: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    /** Wording and order of the five faces (E151, E181). */
    scale: Type.Literal(SCALE_ID),
    lang: Type.Enum(['vi', 'en']),
  },
  { additionalProperties: false },
);
export type PhoneAnswer = Static<typeof PhoneAnswer>;

export const PhoneSummaryQuery = Type.Object({ from: CalendarDay, to: CalendarDay });
export type PhoneSummaryQuery = Static<typeof PhoneSummaryQuery>;

/**
 * Answers from phones, by procedure. Whoever opens the page may answer, and nobody knows who did: they stand apart
 * from taps, and belong to no service point.
 */
export const PhoneSummary = Type.Object({
  from: CalendarDay,
  to: CalendarDay,
  procedures: Type.Array(
    Type.Object({
      procedure: Type.String(),
      /** Managed, needs help, not yet. */
      outcomes: Type.Array(Count, { minItems: 3, maxItems: 3 }),
      /** The share that managed, with its 95 % Wilson interval; null under 10 answers. */
      managed: SatisfactionSchema,
      scores: ScoreCountsSchema,
      /** The share of 4 and 5; null under 10 answers. */
      satisfied: SatisfactionSchema,
    }),
  ),
});
export type PhoneSummary = Static<typeof PhoneSummary>;
