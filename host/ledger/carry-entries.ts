import type { NewEntry, StoredEntry } from '../ports.ts';
import { parseJson } from '../parse-json.ts';

/**
 * Unsent entries as the first entries of a new stream. What speaks of a tap that is carried too gets
 * the tap's new number; what speaks of a tap that stayed behind has nothing to speak of and stays.
 */
export function carryEntries(rows: readonly StoredEntry[]): readonly NewEntry[] {
  const carried: NewEntry[] = [];
  const numbers = new Map<number, number>();
  for (const { seq, ...entry } of rows) {
    const body: unknown = parseJson(entry.body);
    if (typeof body === 'object' && body !== null && 'of' in body) {
      const of = typeof body.of === 'number' ? numbers.get(body.of) : undefined;
      if (of === undefined) continue;
      carried.push({ ...entry, body: JSON.stringify({ ...body, of }) });
    } else {
      carried.push(entry);
    }
    numbers.set(seq, carried.length);
  }
  return carried;
}
