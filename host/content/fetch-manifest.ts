import { HTTP_ROUTES } from '#contract/http-routes.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { Digest, Http, HttpAnswer } from '../ports.ts';
import { tellError } from '../tell-error.ts';
import { checkManifest, type KnownManifest } from './check-manifest.ts';

const TIME_OUT = 60_000;

export type ManifestAsk = {
  readonly http: Http;
  readonly digest: Digest;
  readonly centreUrl: string;
  readonly token: string;
  readonly contentKey: string;
  /** The highest sequence that was followed under this key. */
  readonly floor: number;
  /** SHA-256 of the manifest at hand, so that the same one is not sent again; null: none is. */
  readonly held: string | null;
};

export type ManifestOutcome =
  | { readonly kind: 'manifest'; readonly known: KnownManifest }
  /** The one at hand is the one to follow. */
  | { readonly kind: 'same' }
  /** Nothing is published for this kiosk. */
  | { readonly kind: 'none' }
  /** `retryAfter`: the header, unread. */
  | { readonly kind: 'cut'; readonly detail: string; readonly retryAfter: string | undefined }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly detail: string };

/** Asks the centre for the manifest that this kiosk shall follow, and verifies it. */
export async function fetchManifest(ask: ManifestAsk): Promise<ManifestOutcome> {
  let answer: HttpAnswer;
  try {
    answer = await ask.http.send({
      method: 'GET',
      url: `${ask.centreUrl}${HTTP_ROUTES.manifest.path}`,
      headers: { authorization: `Bearer ${ask.token}`, ...(ask.held === null ? {} : { 'if-none-match': `"${ask.held}"` }) },
      body: null,
      timeout: TIME_OUT,
    });
  } catch (error: unknown) {
    return { kind: 'cut', detail: tellError(error), retryAfter: undefined };
  }
  switch (answer.status) {
    case 200: {
      const checked = checkManifest(ask.digest, answer.body, ask.contentKey, ask.floor);
      return checked.ok ? { kind: 'manifest', known: checked.value } : { kind: 'refused', code: checked.error.code, detail: checked.error.message };
    }
    case 304:
      return { kind: 'same' };
    case 404:
      return { kind: 'none' };
    default:
      return { kind: 'cut', detail: `status ${answer.status}`, retryAfter: answer.headers['retry-after'] };
  }
}
