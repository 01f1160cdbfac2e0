import type { Outcome, OutcomeCounts } from '#domain/outcome.ts';
import type { Score, ScoreCounts } from '#domain/score.ts';

export type PhoneAnswerRow = {
  /** The day it came in, in the centre's time zone. */
  readonly day: string;
  readonly procedure: string;
  /** '' for none. */
  readonly step: string;
  readonly lang: string;
  readonly outcome: Outcome | null;
  readonly score: Score | null;
};

export type PhoneCounts = { readonly procedure: string; readonly outcomes: OutcomeCounts; readonly scores: ScoreCounts };

/** Counts of what phones say at the end of a guide. */
export type PhoneAnswerRepository = {
  /** Counts an answer, unless one with this hash was counted. False when it was. */
  add(row: PhoneAnswerRow, hash: string): Promise<boolean>;
  /** By procedure, over the days from `from` to `to`. */
  list(from: string, to: string): Promise<readonly PhoneCounts[]>;
  /** Forgets the hashes of answers that came in before a day. */
  forget(before: string): Promise<void>;
};
