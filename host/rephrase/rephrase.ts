import { isErrorCode, type ErrorCode } from '#contract/errors.ts';
import { ErrorAnswer, HTTP_ROUTES } from '#contract/http-routes.ts';
import { parserOf } from '#contract/parse.ts';
import { RephraseAnswer, type RephraseRequest } from '#contract/rephrase.ts';
import { findInvention } from '#domain/asking/check-rephrased.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Http, HttpAnswer } from '../ports.ts';

/** The centre waits eight seconds for its endpoint; ms. */
const TIME_OUT = 10_000;
const parseAnswer = parserOf(RephraseAnswer);
const parseError = parserOf(ErrorAnswer);

type Pass = { readonly centreUrl: string; readonly token: string };
export type RephraseNeeds = { readonly http: Http; readonly credentials: () => Pass | null };

/** Texts of the pack in other words, by the centre. Nothing typed is kept or logged here. */
export type Rephrase = {
  /** Whether the centre said with its last heartbeat that it can. */
  readonly isOffered: () => boolean;
  /** True when that is news. */
  readonly learn: (isOffered: boolean) => boolean;
  readonly ask: (request: RephraseRequest) => Promise<Result<RephraseAnswer, ErrorCode>>;
};

export function createRephrase({ http, credentials }: RephraseNeeds): Rephrase {
  let offered = false;
  return {
    isOffered: () => offered,
    learn: (isOffered) => {
      const isNews = offered !== isOffered;
      offered = isOffered;
      return isNews;
    },
    // Word for word these three, whatever else the page may have put beside them.
    ask: async ({ question, passages, lang }) => {
      const pass = credentials();
      if (!offered || pass === null) return failure('REPHRASE_OFF', 'the centre did not say that it can');
      const answer = await send(http, pass, { question, passages, lang });
      return answer === null ? failure('REPHRASE_AWAY', 'the centre did not answer') : read(answer, passages);
    },
  };
}

async function send(http: Http, { centreUrl, token }: Pass, body: RephraseRequest): Promise<HttpAnswer | null> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  try {
    return await http.send({ method: 'POST', url: `${centreUrl}${HTTP_ROUTES.rephrase.path}`, headers, body: JSON.stringify(body), timeout: TIME_OUT });
  } catch {
    // The cause may name what was sent; that it did not work is all that anybody needs.
    return null;
  }
}

/** Held against the passages once more: what stands between centre and kiosk might have written it. */
function read(answer: HttpAnswer, passages: readonly string[]): Result<RephraseAnswer, ErrorCode> {
  if (answer.status === HTTP_ROUTES.rephrase.status) {
    const parsed = parseAnswer(answer.body);
    const isSound = parsed.ok && findInvention(parsed.value.text, passages) === null;
    return isSound ? success({ text: parsed.value.text }) : failure('REPHRASE_AWAY', 'the answer did not pass the checks');
  }
  const error = parseError(answer.body);
  const code = error.ok ? error.value.error.code : null;
  return isErrorCode(code) ? failure(code, 'the centre refused it') : failure('REPHRASE_AWAY', `status ${answer.status}`);
}
