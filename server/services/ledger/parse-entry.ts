import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Entry } from '#contract/ledger.ts';
import { parserOf } from '#contract/parse.ts';
import { success, type Result } from '#domain/result.ts';

const parseAny = parserOf(Entry);

/** Each kind's own schema, so that an entry is not held against the other kinds first. */
const CHECKS: ReadonlyMap<unknown, (value: unknown) => value is Entry> = new Map(Entry.anyOf.map((schema) => [schema.properties.kind.const, checkOf(schema)]));

function checkOf(schema: TSchema): (value: unknown) => value is Entry {
  const compiled = Compile(schema);
  return (value): value is Entry => compiled.Check(value);
}

/** Parses one entry; the failure is the one that the whole contract gives. */
export function parseEntry(raw: unknown): Result<Entry, 'REQUEST_INVALID'> {
  if (typeof raw === 'object' && raw !== null && 'kind' in raw && CHECKS.get(raw.kind)?.(raw) === true) return success(raw);
  return parseAny(raw);
}
