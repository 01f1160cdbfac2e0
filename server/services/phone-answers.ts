import type { ErrorCode } from '#contract/errors.ts';
import type { PhoneAnswer, PhoneSummary, PhoneSummaryQuery } from '#contract/phone-answers.ts';
import { addDays, dayOf, isCalendarDay, spanLength } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import { satisfactionOf, SMALLEST_SAMPLE, wilsonInterval, type Satisfaction } from '#domain/satisfaction.ts';
import { isScore } from '#domain/score.ts';
import type { Clock, PhoneGuide, Secrets } from '../ports.ts';
import type { PhoneAnswerRepository } from '../repositories/phone-answers.ts';
import { LONGEST_SPAN } from './day/asked-span.ts';
import { addressKey, makeThrottle } from './throttle.ts';

/** A mobile network or a hall puts many people behind one address; a machine that stuffs the box is slowed to this. */
const PER_ADDRESS = { tries: 40, refillMs: 20_000 };
/** Over all addresses of one process: bounds the hashes that are kept. */
const ALTOGETHER = { tries: 400, refillMs: 200 };
/** A phone gives up sending an answer after a week; hashes are kept longer than that. */
const KEEP_HASHES_DAYS = 14;

export type PhoneAnswerPorts = {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly answers: PhoneAnswerRepository;
  /** Null when no phone page of this name is shown. */
  findGuide(this: void, slug: string): Promise<PhoneGuide | null>;
};

export type PhoneAnswers = {
  /** Before a body is read; `address` is used to count tries, and neither kept nor logged. */
  admit(this: void, address: string): Result<null, ErrorCode>;
  take(this: void, answer: PhoneAnswer): Promise<Result<null, ErrorCode>>;
  /** Of the whole centre: answers from phones belong to no unit. */
  list(this: void, query: PhoneSummaryQuery): Promise<Result<PhoneSummary, ErrorCode>>;
};

/** What citizens say at the end of a guide on their phones. It stands apart from taps: see decision 0021. */
export function phoneAnswers({ clock, secrets, answers, findGuide }: PhoneAnswerPorts): PhoneAnswers {
  // Fresh with each start, so that nobody finds an address by its hash in this process's memory later.
  const salt = secrets.make();
  const byAddress = makeThrottle(PER_ADDRESS);
  const altogether = makeThrottle(ALTOGETHER);
  let forgottenOn = '';
  return {
    admit(address) {
      const now = clock.now();
      const wait = byAddress.take(secrets.hash(`${salt} ${addressKey(address)}`), now) || altogether.take('all', now);
      if (wait === 0) return success(null);
      return failure('REQUEST_TOO_MANY', 'Too many answers at once.', { retryAfter: Math.ceil(wait / 1_000) });
    },
    async take({ once, slug, step, outcome, score, lang }) {
      if (outcome === undefined && score === undefined) return failure('REQUEST_INVALID', 'An answer has an outcome or a score.');
      const guide = await findGuide(slug);
      if (guide === null) return failure('REQUEST_NOT_FOUND', 'There is no guide of this name.');
      const day = dayOf(clock.now());
      // A guide may have changed since the phone kept it; the step is of interest only while it is there.
      const known = step !== undefined && guide.steps.includes(step) ? step : '';
      await answers.add({ day, procedure: guide.procedure, step: known, lang, outcome: outcome ?? null, score: isScore(score) ? score : null }, secrets.hash(once));
      if (forgottenOn !== day) {
        forgottenOn = day;
        await answers.forget(addDays(day, -KEEP_HASHES_DAYS));
      }
      return success(null);
    },
    async list({ from, to }) {
      if (!isCalendarDay(from) || !isCalendarDay(to) || to < from) return failure('REQUEST_INVALID', 'from and to are days, such as 2026-11-23, in their order.');
      if (spanLength(from, to) > LONGEST_SPAN) return failure('REQUEST_INVALID', `A span has at most ${LONGEST_SPAN} days.`);
      const rows = await answers.list(from, to);
      const procedures = rows.map(({ procedure, outcomes, scores }) => ({
        procedure,
        outcomes: [...outcomes],
        managed: shareOf(outcomes[0], outcomes[0] + outcomes[1] + outcomes[2]),
        scores: [...scores],
        satisfied: satisfactionOf(scores),
      }));
      return success({ from, to, procedures });
    },
  };
}

function shareOf(hits: number, n: number): Satisfaction | null {
  return n < SMALLEST_SAMPLE ? null : { rate: hits / n, ...wilsonInterval(hits, n) };
}
