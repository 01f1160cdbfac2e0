/** Cells under this are hidden in what stays inside (E177). */
export const INTERNAL_CELL = 5;
/** Cells under this are hidden in what is published (E176, E177). */
export const PUBLIC_CELL = 10;

/** A count, or null where it is hidden. */
export type ShownCount = number | null;

/**
 * Hides counts from 1 to `least` − 1, and as many more, smallest first, as are needed so that nobody
 * finds a hidden one by subtracting from the row's total: at least two cells are hidden, and together
 * they hold at least `least` (secondary suppression, E177). Zeros say nothing about anybody and stay,
 * unless nothing else is left to hide.
 */
export function hideSmall(counts: readonly number[], least: number): readonly ShownCount[] {
  const hidden = new Set(counts.flatMap((count, index) => (count > 0 && count < least ? [index] : [])));
  hideMore(counts, hidden, least);
  return counts.map((count, index) => (hidden.has(index) ? null : count));
}

/** Adds to `hidden` what must go too. @returns true when it added any. */
function hideMore(counts: readonly number[], hidden: Set<number>, least: number): boolean {
  const before = hidden.size;
  if (before === 0) return false;
  const smallestFirst = counts.map((count, index) => ({ count, index })).sort((left, right) => Number(left.count === 0) - Number(right.count === 0) || left.count - right.count);
  for (const { index } of smallestFirst) {
    const sum = [...hidden].reduce((total, at) => total + (counts[at] ?? 0), 0);
    if (hidden.size >= 2 && sum >= least) break;
    hidden.add(index);
  }
  return hidden.size > before;
}

/**
 * The same for counts that are added up in several ways: each of `groups` (places in `counts`) has a total that is known
 * or may be published elsewhere, such as the hours of a day or the service points of a unit. All counts together are one too.
 */
export function hideSmallInGroups(counts: readonly number[], groups: readonly (readonly number[])[], least: number): readonly ShownCount[] {
  const hidden = new Set(counts.flatMap((count, index) => (count > 0 && count < least ? [index] : [])));
  const all = [counts.map((_, index) => index), ...groups];
  for (let changed = true; changed; ) {
    changed = false;
    for (const group of all) {
      const inGroup = new Set(group.flatMap((place, at) => (hidden.has(place) ? [at] : [])));
      if (!hideMore(group.map((place) => counts[place] ?? 0), inGroup, least)) continue;
      changed = true;
      for (const at of inGroup) hidden.add(group[at] ?? -1);
    }
  }
  return counts.map((count, index) => (hidden.has(index) ? null : count));
}

/** The same for a table whose rows and columns both have totals: it goes over both until nothing more must be hidden. */
export function hideSmallInTable(rows: readonly (readonly number[])[], least: number): readonly (readonly ShownCount[])[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const hidden = rows.map((row) => new Set(row.flatMap((count, index) => (count > 0 && count < least ? [index] : []))));
  for (let changed = true; changed; ) {
    changed = false;
    rows.forEach((row, at) => {
      if (hideMore(row, hidden[at] ?? new Set(), least)) changed = true;
    });
    for (let column = 0; column < width; column += 1) {
      const inColumn = new Set(hidden.flatMap((row, at) => (row.has(column) ? [at] : [])));
      if (!hideMore(rows.map((row) => row[column] ?? 0), inColumn, least)) continue;
      changed = true;
      for (const at of inColumn) hidden[at]?.add(column);
    }
  }
  return rows.map((row, at) => row.map((count, index) => (hidden[at]?.has(index) === true ? null : count)));
}
