import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { failure, success, type Result } from '#domain/result.ts';

/** Turns `unknown` into a value of the schema's type, or into a failure that says where and why. */
export type Parse<Schema extends TSchema> = (input: unknown) => Result<Static<Schema>, 'REQUEST_INVALID'>;

/** Compiles a schema once; the parser it returns never coerces and never drops properties. */
export function parserOf<Schema extends TSchema>(schema: Schema): Parse<Schema> {
  const validator = Compile(schema);
  return (input) => {
    if (validator.Check(input)) return success(input);
    const [first] = validator.Errors(input);
    const where = first?.instancePath === undefined || first.instancePath === '' ? 'the value' : first.instancePath;
    return failure('REQUEST_INVALID', `${where}: ${first?.message ?? 'does not match'}`, { path: where });
  };
}
