import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Entry } from '#contract/ledger.ts';
import { parserOf } from '#contract/parse.ts';
import { failure, success, type Result } from '#domain/result.ts';

type Own = { readonly isEntry: (value: unknown) => value is Entry; readonly parse: (value: unknown) => Result<unknown, 'REQUEST_INVALID'> };

/** Each kind's own schema: held against the other kinds too, a wrong entry would take many times as long to be named. */
const KINDS: ReadonlyMap<unknown, Own> = new Map(Entry.anyOf.map((schema) => [schema.properties.kind.const, { isEntry: checkOf(schema), parse: parserOf(schema) }]));
const NAMES = [...KINDS.keys()].join(', ');

function checkOf(schema: TSchema): Own['isEntry'] {
  const compiled = Compile(schema);
  return (value): value is Entry => compiled.Check(value);
}

/** Parses one entry; the failure says where it differs from its own kind. */
export function parseEntry(raw: unknown): Result<Entry, 'REQUEST_INVALID'> {
  const own = typeof raw === 'object' && raw !== null && 'kind' in raw ? KINDS.get(raw.kind) : undefined;
  if (own === undefined) return failure('REQUEST_INVALID', `/kind: is none of ${NAMES}`, { path: '/kind' });
  if (own.isEntry(raw)) return success(raw);
  const parsed = own.parse(raw);
  return parsed.ok ? failure('REQUEST_INVALID', 'the value: does not match', { path: 'the value' }) : parsed;
}
