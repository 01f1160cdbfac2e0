import { ErrorAnswer } from '#contract/http-routes.ts';
import { HeartbeatAnswer } from '#contract/health.ts';
import { LedgerReceipt } from '#contract/ledger.ts';
import { parserOf } from '#contract/parse.ts';
import type { HttpAnswer } from '../ports.ts';

/** What a try to reach the centre came to. */
export type Outcome =
  /** The centre has everything up to `mark`; up to `same`, where it compared, it has what was sent. */
  | { readonly kind: 'received'; readonly mark: number; readonly same?: number }
  /** The answer to a heartbeat: the centre's time, what staff ask of this kiosk, the manifest it shall follow. */
  | ({ readonly kind: 'beaten' } & HeartbeatAnswer)
  /** No answer, or one that is not the centre's (a captive portal's page). */
  | { readonly kind: 'offline'; readonly detail: string }
  /** The centre asks for patience, or met an error of its own. `retryAfter` in ms. */
  | { readonly kind: 'busy'; readonly retryAfter: number | null; readonly detail: string }
  /** 413 or 400: a smaller batch may pass. */
  | { readonly kind: 'too-much'; readonly detail: string }
  /** 401 or 403: only staff can mend it. */
  | { readonly kind: 'refused'; readonly detail: string };

const parseReceipt = parserOf(LedgerReceipt);
const parseBeat = parserOf(HeartbeatAnswer);
const parseError = parserOf(ErrorAnswer);
/** LEDGER_GAP carries the mark beside the error, or within it. */
function gapMark(body: unknown): number | null {
  const direct = parseReceipt(body);
  if (direct.ok) return direct.value.received;
  const inner = typeof body === 'object' && body !== null && 'error' in body ? parseReceipt(body.error) : null;
  return inner !== null && inner.ok ? inner.value.received : null;
}

/** The code and message of an error answer, or the bare status. */
export function describeError(answer: HttpAnswer): { readonly code: string | null; readonly detail: string } {
  const parsed = parseError(answer.body);
  if (!parsed.ok) return { code: null, detail: `status ${answer.status}` };
  const { code, message } = parsed.value.error;
  return { code, detail: `${code}: ${message}` };
}

/** `Retry-After` in ms: seconds or a date (RFC 9110, 10.2.3); null when absent or unreadable. */
export function parseRetryAfter(text: string | undefined, now: number): number | null {
  if (text === undefined) return null;
  if (/^\s*\d{1,9}\s*$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function readFailure(answer: HttpAnswer, now: number): Outcome {
  const { code, detail } = describeError(answer);
  switch (answer.status) {
    case 401:
    case 403:
      // Without our error form it comes from something between: a proxy's log-in page.
      return code === null ? { kind: 'offline', detail } : { kind: 'refused', detail };
    case 400:
    case 413:
      return { kind: 'too-much', detail };
    default:
      return { kind: 'busy', retryAfter: parseRetryAfter(answer.headers['retry-after'], now), detail };
  }
}

/** `now` (ms since the epoch, our clock) turns a Retry-After date into a wait. */
export function readLedgerAnswer(answer: HttpAnswer, now: number): Outcome {
  if (answer.status === 409) {
    const mark = gapMark(answer.body);
    if (mark !== null) return { kind: 'received', mark };
  }
  if (answer.status !== 200) return readFailure(answer, now);
  const receipt = parseReceipt(answer.body);
  if (!receipt.ok) return { kind: 'offline', detail: 'the answer is not a receipt' };
  const { received, same } = receipt.value;
  return { kind: 'received', mark: received, ...(same === undefined ? {} : { same }) };
}

export function readBeatAnswer(answer: HttpAnswer, now: number): Outcome {
  if (answer.status !== 200) return readFailure(answer, now);
  const beat = parseBeat(answer.body);
  return beat.ok ? { kind: 'beaten', ...beat.value } : { kind: 'offline', detail: 'the answer is not a heartbeat\'s' };
}
