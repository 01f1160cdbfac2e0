export type ChangedPart = { readonly path: string; readonly before: unknown; readonly after: unknown };

/** More is no comparison a person reads. */
const MOST_PARTS = 200;

/**
 * What differs between two JSON documents, part by part; `before` or `after` is null where there was nothing.
 * Members of a list that carry an `id` are compared by it, so that moving one is no change of all that follow.
 */
export function compareDocuments(before: unknown, after: unknown): readonly ChangedPart[] {
  const parts: ChangedPart[] = [];
  collect(before, after, '', parts);
  return parts;
}

function collect(before: unknown, after: unknown, path: string, parts: ChangedPart[]): void {
  if (parts.length >= MOST_PARTS || JSON.stringify(before) === JSON.stringify(after)) return;
  const [left, right] = [membersOf(before), membersOf(after)];
  if (left === null || right === null) {
    parts.push({ path, before: before ?? null, after: after ?? null });
    return;
  }
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  const found = parts.length;
  for (const key of keys) collect(left.get(key), right.get(key), path === '' ? key : `${path}.${key}`, parts);
  if (parts.length === found) parts.push({ path: path === '' ? 'order' : `${path}.order`, before: [...left.keys()].join(', '), after: [...right.keys()].join(', ') });
}

/** Null for what has no members: texts, numbers, nothing. */
function membersOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const ids = value.map((member: unknown) => idOf(member));
  const byId = ids.every((id) => id !== null) && new Set(ids).size === ids.length;
  return new Map(value.map((member: unknown, index) => [byId ? (ids[index] ?? String(index)) : String(index), member]));
}

function idOf(member: unknown): string | null {
  return typeof member === 'object' && member !== null && 'id' in member && typeof member.id === 'string' ? member.id : null;
}
