import { EnrolAnswer, type EnrolRequest } from '#contract/enrol.ts';
import { isErrorCode, type ErrorCode } from '#contract/errors.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { parserOf } from '#contract/parse.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Http, HttpAnswer } from '../ports.ts';
import { tellError } from '../tell-error.ts';
import { describeError } from './read-answer.ts';

const TIME_OUT = 15_000;
const parseAnswer = parserOf(EnrolAnswer);

/** The centre's address without a path or a trailing slash, or null when it is none. */
export function parseCentreUrl(text: string): string | null {
  const trimmed = text.trim();
  const withScheme = /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
  return url.origin;
}

/** Pairs this kiosk with a centre. The caller keeps the token. */
export async function enrol(
  http: Http,
  centreUrl: string,
  request: EnrolRequest,
): Promise<Result<EnrolAnswer, ErrorCode>> {
  let answer: HttpAnswer;
  try {
    answer = await http.send({
      method: 'POST',
      url: `${centreUrl}${HTTP_ROUTES.enrol.path}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      timeout: TIME_OUT,
    });
  } catch (error: unknown) {
    return failure('UPLOAD_OFFLINE', tellError(error));
  }
  if (answer.status === HTTP_ROUTES.enrol.status) {
    const parsed = parseAnswer(answer.body);
    return parsed.ok ? success(parsed.value) : failure('UPLOAD_REFUSED', `the answer is not an enrolment: ${parsed.error.message}`);
  }
  const { code, detail } = describeError(answer);
  return isErrorCode(code) ? failure(code, detail) : failure('UPLOAD_REFUSED', detail);
}
