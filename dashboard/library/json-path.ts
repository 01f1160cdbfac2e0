/** The value at a path such as `fee.0.headline.vi`; undefined where there is nothing. */
export function valueAt(document: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), document);
}

export function textAt(document: unknown, path: string): string {
  const value = valueAt(document, path);
  return typeof value === 'string' ? value : '';
}

/** A copy with this value at the path; undefined takes the member out. What lies beside the path is shared. */
export function withValue(document: unknown, path: string, value: unknown): unknown {
  const [key = '', ...rest] = path.split('.');
  const inner = rest.length === 0 ? value : withValue(typeof document === 'object' && document !== null ? Reflect.get(document, key) : undefined, rest.join('.'), value);
  if (Array.isArray(document)) return document.map((member: unknown, index) => (String(index) === key ? inner : member));
  const { [key]: _, ...others } = typeof document === 'object' && document !== null ? Object.fromEntries(Object.entries(document)) : {};
  if (inner === undefined) return others;
  // An existing member keeps its place, so that a comparison of texts shows the change alone.
  return typeof document === 'object' && document !== null && key in document ? Object.fromEntries(Object.entries(document).map(([name, old]) => [name, name === key ? inner : old])) : { ...others, [key]: inner };
}
