import { ERRORS, ERROR_CODES, isErrorCode, type ErrorCode } from '#contract/errors.ts';
import { ErrorAnswer, HTTP_ROUTES, type Access } from '#contract/http-routes.ts';
import { PERSON_ONLY } from '#contract/routes/people-routes.ts';
import { Compile } from 'typebox/compile';
import { exampleOf } from './example-of.ts';
import { isNothing, plainSchema, type JsonSchema } from './json-schema.ts';

/** Of an operation, what its page shows. */
export type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
};
export type Parameter = { readonly name: string; readonly in: 'path' | 'query'; readonly required: boolean; readonly schema: JsonSchema; readonly example?: unknown };
type Content = Readonly<Record<string, { readonly schema: JsonSchema | { readonly $ref: string }; readonly example?: unknown }>>;

export type OpenApi = {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, unknown>>;
};

type Route = { readonly method: string; readonly path: string; readonly access: Access; readonly request: unknown; readonly answer: unknown; readonly status: number };

const TAGS = {
  kiosk: 'What a kiosk asks of the centre.',
  people: 'Signing in, users, read tokens, the log, subscriptions.',
  fleet: 'Units, service points and kiosks.',
  day: 'Summaries, targets, alerts and reports.',
  library: 'The content library.',
} as const;

/** Routes whose body is a file and no JSON. */
const FILE_BODIES: readonly string[] = ['uploadClipFile'];

/**
 * The centre's API as OpenAPI 3.1, made from the contract alone. `sections`: what docs/protocol.md says of each route,
 * by `METHOD /path`; a route without a section has its name only.
 */
export function buildOpenApi(sections: ReadonlyMap<string, string>, version: string): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [name, route] of Object.entries(HTTP_ROUTES)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route, sections.get(`${route.method} ${route.path}`) ?? '') };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Một Chạm: the centre',
      version,
      description: 'Times are whole milliseconds since the epoch; a day is a calendar day in the service point\'s time zone. Nothing is coerced. Properties may be added; unknown ones are let through.',
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-session', description: 'A signed-in person. Changes also need Origin or Sec-Fetch-Site of the dashboard itself. Without https the cookie is called session.' },
        readToken: { type: 'http', scheme: 'bearer', description: 'A read token of another system: looks, never changes.' },
        deviceToken: { type: 'http', scheme: 'bearer', description: 'A kiosk\'s token, from its enrolment.' },
      },
      schemas: { Error: errorSchema() },
    },
  };
}

function errorSchema(): unknown {
  const error = plainSchema(ErrorAnswer);
  const codes = ERROR_CODES.map((code) => `${code} (${ERRORS[code].status}): ${ERRORS[code].message}`).join('\n');
  const { error: inner } = error.properties ?? {};
  return { ...error, properties: { error: { ...inner, properties: { ...inner?.properties, code: { type: 'string', enum: ERROR_CODES, description: codes } } } } };
}

function operationOf(name: string, route: Route, section: string): Operation {
  const [request, answer] = [plainSchema(route.request), plainSchema(route.answer)];
  const asQuery = route.method === 'GET' || FILE_BODIES.includes(name);
  const pathParameters = [...route.path.matchAll(/:(\w+)/g)].map(([, key = '']): Parameter => ({ name: key, in: 'path', required: true, schema: { type: 'string' } }));
  return {
    operationId: name,
    tags: [tagOf(route.path, route.access)],
    summary: firstSentence(section) || name,
    description: section,
    security: securityOf(name, route),
    parameters: [...pathParameters, ...(asQuery ? queryOf(request) : [])],
    ...bodyOf(name, route.method, request),
    responses: { [String(route.status)]: { description: 'Done.', ...(isNothing(answer) ? {} : { content: json(answer) }) }, ...failuresOf(route, section) },
  };
}

function bodyOf(name: string, method: string, request: JsonSchema): Pick<Operation, 'requestBody'> {
  if (FILE_BODIES.includes(name)) return { requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } } };
  return method === 'GET' || isNothing(request) ? {} : { requestBody: { required: true, content: json(request) } };
}

function queryOf(request: JsonSchema): readonly Parameter[] {
  return Object.entries(request.properties ?? {}).map(([name, schema]) => ({ name, in: 'query', required: request.required?.includes(name) === true, schema, example: exampleOf(schema, fits, name) }));
}

function json(schema: JsonSchema): Content {
  return { 'application/json': { schema, example: exampleOf(schema, fits) } };
}

function fits(schema: JsonSchema, value: unknown): boolean {
  return Compile(schema).Check(value);
}

function securityOf(name: string, { access, method }: Route): Operation['security'] {
  if (access === 'anyone') return [];
  if (access === 'device') return [{ deviceToken: [] }];
  return method === 'GET' && !PERSON_ONLY.includes(name) ? [{ session: [] }, { readToken: [] }] : [{ session: [] }];
}

function tagOf(path: string, access: Access): keyof typeof TAGS {
  if (access === 'device' || path.endsWith('/enrol')) return 'kiosk';
  if (/\/library\/|summaries\/plays|\/blobs/.test(path)) return 'library';
  if (/\/(units|service-points|kiosks|pairing-codes|commands)\b/.test(path)) return 'fleet';
  return /\/(sign|me|users|links|read-tokens|audit|raw|subscriptions)\b/.test(path) ? 'people' : 'day';
}

/** By status: the codes that any route may answer with, and those that the page names for this one. */
function failuresOf({ access, method, path, request }: Route, section: string): Operation['responses'] {
  const named = [...section.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g)].map(([code]) => code).filter(isErrorCode);
  const codes = new Set<ErrorCode>([...named, 'SERVER_BUSY', 'SERVER_DISK_FULL', 'SERVER_FAILED']);
  if (access === 'staff') for (const code of ['STAFF_SIGNED_OUT', 'STAFF_NOT_ALLOWED'] as const) codes.add(code);
  if (access === 'device') for (const code of ['DEVICE_UNKNOWN', 'DEVICE_REVOKED'] as const) codes.add(code);
  if (access !== 'device' && method !== 'GET') codes.add('REQUEST_FOREIGN_ORIGIN');
  if (path.includes(':') || !isNothing(plainSchema(request))) codes.add('REQUEST_INVALID');
  const statuses = [...new Set([...codes].map((code) => ERRORS[code].status))].toSorted((a, b) => a - b);
  return Object.fromEntries(statuses.map((status) => [String(status), failureOf([...codes].filter((code) => ERRORS[code].status === status))]));
}

function failureOf(codes: readonly ErrorCode[]): Operation['responses'][string] {
  const [first] = codes;
  const example = first === undefined ? {} : { example: { error: { code: first, message: ERRORS[first].message } } };
  return { description: codes.join(', '), content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' }, ...example } } };
}

/** The first words of a section up to a full stop, where they are words and no example. */
function firstSentence(section: string): string {
  const sentence = /^[^`{→.]*[^`{→.\s](?=\.)/.exec(section)?.[0] ?? '';
  return sentence.length > 90 ? '' : sentence;
}
