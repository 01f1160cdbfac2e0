import type { Static, TSchema } from 'typebox';
import { isErrorCode, type ErrorCode } from '#contract/errors.ts';
import { ErrorAnswer, HTTP_ROUTES, type HttpRouteName } from '#contract/http-routes.ts';
import { parserOf, type Parse } from '#contract/parse.ts';

/** Why an answer did not come. `strange`: the centre speaks another version, or a proxy answered for it. */
export type CentreFailure =
  | { readonly kind: 'offline' }
  /** `details`: what the centre says beside the code, where it says more. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly retryAfterSeconds: number | null; readonly details?: Readonly<Record<string, unknown>> }
  | { readonly kind: 'strange'; readonly detail: string };

export type CentreAnswer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: CentreFailure };

export type Asking = {
  /** What stands in the path: `{ id }` for `/api/v1/kiosks/:id`. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON; a Blob (a file of an upload) is sent as it is, with its own content type. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
};

/** A file that the centre made. */
export type CentreFile = { readonly blob: Blob; readonly name: string };

export type AnswerOf<Name extends HttpRouteName> = Static<(typeof HTTP_ROUTES)[Name]['answer']>;

/** The centre as this page asks it; every JSON answer is parsed against the contract. */
export type CentreClient = {
  readonly ask: <Name extends HttpRouteName>(name: Name, asking?: Asking) => Promise<CentreAnswer<AnswerOf<Name>>>;
  /** The same for a route that answers with a file; `name` is the one the centre gave it, or the path's last part. */
  readonly fetchFile: (name: HttpRouteName, asking?: Asking) => Promise<CentreAnswer<CentreFile>>;
  /** The address of a route, for links and pictures. */
  readonly addressOf: (name: HttpRouteName, asking?: Pick<Asking, 'params' | 'query'>) => string;
};

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
  const addressOf: CentreClient['addressOf'] = (name, { params = {}, query } = {}) => {
    const path = HTTP_ROUTES[name].path.replaceAll(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
    const search = query === undefined ? '' : new URLSearchParams(query).toString();
    return `${base}${path}${search === '' ? '' : `?${search}`}`;
  };
  const send = async (name: HttpRouteName, asking: Asking): Promise<CentreAnswer<Response>> => {
    try {
      const response = await fetcher(addressOf(name, asking), requestOf(HTTP_ROUTES[name].method, asking));
      return response.ok ? { ok: true, value: response } : { ok: false, failure: failureOf(response, await response.text()) };
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      return { ok: false, failure: { kind: 'offline' } };
    }
  };
  return {
    addressOf,
    ask: async <Name extends HttpRouteName>(name: Name, asking: Asking = {}) => {
      const answer = await send(name, asking);
      if (!answer.ok) return answer;
      const text = await answer.value.text();
      if (HTTP_ROUTES[name].status === 204) return { ok: true, value: null as AnswerOf<Name> };
      const parsed = parserFor(name)(parseJson(text));
      // The parser was made from this route's own answer schema.
      if (parsed.ok) return { ok: true, value: parsed.value as AnswerOf<Name> };
      return { ok: false, failure: { kind: 'strange', detail: parsed.error.message } };
    },
    fetchFile: async (name, asking = {}) => {
      const answer = await send(name, asking);
      if (!answer.ok) return answer;
      return { ok: true, value: { blob: await answer.value.blob(), name: fileNameOf(answer.value) ?? HTTP_ROUTES[name].path.split('/').at(-1) ?? name } };
    },
  };
}

/** `attachment; filename="day.csv"; filename*=UTF-8''ng%C3%A0y.csv`: the second form first, as RFC 6266 wants it. */
function fileNameOf(response: Response): string | null {
  const header = response.headers.get('content-disposition') ?? '';
  const starred = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  if (starred !== undefined) return decodeURIComponent(starred);
  return /filename="?([^";]+)"?/i.exec(header)?.[1] ?? null;
}

function requestOf(method: string, asking: Asking): RequestInit {
  const signal = asking.signal === undefined ? {} : { signal: asking.signal };
  const plain: RequestInit = { method, credentials: 'same-origin', cache: 'no-store', ...signal };
  if (asking.body === undefined) return plain;
  if (asking.body instanceof Blob) return { ...plain, headers: { 'content-type': asking.body.type || 'application/octet-stream' }, body: asking.body };
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
  if (isErrorCode(code)) {
    const { code: _, message: __, ...details } = parsed.ok ? parsed.value.error : { code, message: '' };
    return { kind: 'refused', code, retryAfterSeconds: seconds > 0 ? seconds : null, ...(Object.keys(details).length === 0 ? {} : { details }) };
  }
  return response.status === 502 || response.status === 504 ? { kind: 'offline' } : { kind: 'strange', detail: `${response.status}` };
}
