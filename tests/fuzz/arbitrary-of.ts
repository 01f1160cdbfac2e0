import fc from 'fast-check';

type Schema = Readonly<Record<string, unknown>>;
const MOST_ITEMS = 4;

/** Signs a text is drawn from. fast-check's own units make a table of all of Unicode each time they are asked for. */
export const SIGN: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyếộợỹ AZĐ09-.:/') },
  { weight: 1, arbitrary: fc.constantFrom('\0', '\n', '\u0301', '\u0323', '\u200D', '\u202E', '😀', 'ﬁ', 'İ', '"', '\\', '{', '<') },
  { weight: 1, arbitrary: fc.nat(0xffff).map((code) => String.fromCharCode(code)) },
);

/** Values that a JSON Schema takes, as far as TypeBox writes it: what fast-check draws, and shrinks, of a contract. */
export function arbitraryOf(schema: unknown): fc.Arbitrary<unknown> {
  if (!isSchema(schema)) return fc.jsonValue();
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as readonly unknown[]));
  if (Array.isArray(schema['anyOf'])) return fc.oneof(...schema['anyOf'].map(arbitraryOf));
  switch (schema['type']) {
    case 'object':
      return objectOf(schema);
    case 'array':
      return arrayOf(schema);
    case 'string':
      return stringOf(schema);
    case 'integer':
      return fc.integer(bounds(schema, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER));
    case 'number':
      return fc.double({ ...bounds(schema, -1e15, 1e15), noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

function numberAt(schema: Schema, key: string): number | undefined {
  const value = schema[key];
  return typeof value === 'number' ? value : undefined;
}

function bounds(schema: Schema, least: number, most: number): { readonly min: number; readonly max: number } {
  return { min: numberAt(schema, 'minimum') ?? least, max: Math.min(numberAt(schema, 'maximum') ?? most, Number.MAX_SAFE_INTEGER) };
}

function objectOf(schema: Schema): fc.Arbitrary<unknown> {
  const patterns = schema['patternProperties'];
  if (isSchema(patterns)) {
    const [[pattern, value] = ['', {}]] = Object.entries(patterns);
    return fc.dictionary(stringOf({ pattern }), arbitraryOf(value), { maxKeys: MOST_ITEMS, noNullPrototype: true });
  }
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'].filter((key): key is string => typeof key === 'string') : [];
  return fc.record(Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, arbitraryOf(value)])), { requiredKeys: required, noNullPrototype: true });
}

function arrayOf(schema: Schema): fc.Arbitrary<unknown> {
  const items = schema['items'];
  if (Array.isArray(items)) return fc.tuple(...items.map(arbitraryOf));
  const minLength = numberAt(schema, 'minItems') ?? 0;
  const limits = { minLength, maxLength: Math.min(numberAt(schema, 'maxItems') ?? MOST_ITEMS, Math.max(minLength, MOST_ITEMS)) };
  return schema['uniqueItems'] === true ? fc.uniqueArray(arbitraryOf(items), { ...limits, selector: (value) => JSON.stringify(value) }) : fc.array(arbitraryOf(items), limits);
}

function stringOf(schema: Schema): fc.Arbitrary<string> {
  const [least, most] = [numberAt(schema, 'minLength') ?? 0, numberAt(schema, 'maxLength') ?? 60];
  if (typeof schema['pattern'] !== 'string') return fc.string({ minLength: least, maxLength: Math.min(most, least + 40), unit: SIGN });
  const fits = (text: string): boolean => text.length >= least && text.length <= most;
  return fc.stringMatching(new RegExp(schema['pattern']), { size: 'small' }).map((text) => (fits(text) ? text : text.slice(0, most)));
}
