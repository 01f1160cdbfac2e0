import type { Static, TSchema } from 'typebox';
import { isErrorCode, type ErrorCode } from '#contract/errors.ts';
import { ErrorAnswer, HTTP_ROUTES, type HttpRouteName } from '#contract/http-routes.ts';
import { parserOf, type Parse } from '#contract/parse.ts';

/** Why an answer did not come. `strange`: the centre speaks another version, or a proxy answered for it. */
export type CentreFailure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'strange'; readonly detail: string };

export type CentreAnswer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: CentreFailure };

export type Asking = {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
};

type AnswerOf<Name extends HttpRouteName> = Static<(typeof HTTP_ROUTES)[Name]['answer']>;

/** The centre as this page asks it: one method, every answer parsed against the contract. */
export type CentreClient = { readonly ask: <Name extends HttpRouteName>(name: Name, asking?: Asking) => Promise<CentreAnswer<AnswerOf<Name>>> };

const parseError = parserOf(ErrorAnswer);
const parsers = new Map<HttpRouteName, Parse<TSchema>>();

function parserFor(name: HttpRouteName): Parse<TSchema> {
  const known = parsers.get(name);
  if (known !== undefined) return known;
  const made = parserOf<TSchema>(HTTP_ROUTES[name].answer);
  parsers.set(name, made);
  return made;
}

/**
 * `fetch` is the browser's, with its cookies; `base` is '' on the centre's own origin.
 * @throws AbortError when the asking was aborted: nobody waits for that answer any more.
 */
export function centreClient(fetcher: typeof fetch, base = ''): CentreClient {
  return {
    ask: async <Name extends HttpRouteName>(name: Name, asking: Asking = {}) => {
      const route = HTTP_ROUTES[name];
      const query = asking.query === undefined ? '' : `?${new URLSearchParams(asking.query)}`;
      let response: Response;
      try {
        response = await fetcher(`${base}${route.path}${query}`, requestOf(route.method, asking));
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') throw error;
        return { ok: false, failure: { kind: 'offline' } };
      }
      const text = await response.text();
      if (!response.ok) return { ok: false, failure: failureOf(response, text) };
      if (route.status === 204) return { ok: true, value: null as AnswerOf<Name> };
      const parsed = parserFor(name)(parseJson(text));
      // The parser was made from this route's own answer schema.
      if (parsed.ok) return { ok: true, value: parsed.value as AnswerOf<Name> };
      return { ok: false, failure: { kind: 'strange', detail: parsed.error.message } };
    },
  };
}

function requestOf(method: string, asking: Asking): RequestInit {
  const signal = asking.signal === undefined ? {} : { signal: asking.signal };
  const plain: RequestInit = { method, credentials: 'same-origin', cache: 'no-store', ...signal };
  if (asking.body === undefined) return plain;
  return { ...plain, headers: { 'content-type': 'application/json' }, body: JSON.stringify(asking.body) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's HTML page, say: the parser then says that it is no answer of the centre.
    return undefined;
  }
}

function failureOf(response: Response, text: string): CentreFailure {
  const parsed = parseError(parseJson(text));
  const code = parsed.ok ? parsed.value.error.code : null;
  const seconds = Number(response.headers.get('retry-after') ?? '');
  if (isErrorCode(code)) return { kind: 'refused', code, retryAfterSeconds: seconds > 0 ? seconds : null };
  return response.status === 502 || response.status === 504 ? { kind: 'offline' } : { kind: 'strange', detail: `${response.status}` };
}
