import type { TSchema } from 'typebox';
import { Clean, Clone } from 'typebox/value';
import { success } from '#domain/result.ts';
import { parserOf, type Parse } from './parse.ts';

/**
 * As {@link parserOf}, and what the schema does not name is left out: for what staff send, so that no property that
 * nobody meant to take reaches a row by being spread (mass assignment; OWASP ASVS 5.0, 15.3.3). The input stays as it is.
 */
export function knownParserOf<Schema extends TSchema>(schema: Schema): Parse<Schema> {
  const parse = parserOf(schema);
  return (input) => {
    const parsed = parse(input);
    if (!parsed.ok) return parsed;
    const cleaned = parse(Clean(schema, Clone(input)));
    return cleaned.ok ? success(cleaned.value) : cleaned;
  };
}
