import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideSmall, hideSmallInTable, PUBLIC_CELL } from '#domain/small-cells.ts';

test('a lone small cell takes the next smallest with it, or the total would give it away (E177)', () => {
  expect(hideSmall([3, 40, 12, 90], 5)).toEqual([null, 40, null, 90]);
  expect(hideSmall([1, 1, 12, 90], 5)).toEqual([null, null, null, 90]);
  expect(hideSmall([4, 4, 12, 90], 5)).toEqual([null, null, 12, 90]);
  expect(hideSmall([5, 0, 12], 5)).toEqual([5, 0, 12]);
});

test('zeros are hidden only when nothing else is left', () => {
  expect(hideSmall([3, 0, 40], 5)).toEqual([null, 0, null]);
  expect(hideSmall([3, 0, 0], 5)).toEqual([null, null, null]);
});

test('in a table neither rows nor columns give a hidden cell away', () => {
  expect(hideSmallInTable([[3, 20, 30], [40, 50, 60], [70, 80, 90]], 5)).toEqual([[null, null, 30], [null, null, 60], [70, 80, 90]]);
});

test('nobody finds a hidden count by subtracting from totals (E177, differencing attack)', () => {
  const table = fc.array(fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(table, (rows) => {
      const shown = hideSmallInTable(rows, PUBLIC_CELL);
      const lines = [...rows.map((row, at) => ({ counts: row, shown: shown[at] ?? [] })), ...[0, 1, 2, 3].map((column) => ({ counts: rows.map((row) => row[column] ?? 0), shown: shown.map((row) => row[column] ?? null) }))];
      for (const line of lines) {
        const hidden = line.counts.filter((_, index) => line.shown[index] === null);
        const isSafe = hidden.length === 0 || hidden.length === line.counts.length || (hidden.length >= 2 && hidden.reduce((sum, count) => sum + count, 0) >= PUBLIC_CELL);
        expect(isSafe).toBe(true);
        const small = line.shown.filter((_, index) => isSmall(line.counts[index] ?? 0));
        expect(small.filter((cell) => cell !== null)).toEqual([]);
        const large = line.shown.flatMap((cell, index) => (cell === null ? [] : [[cell, line.counts[index]]]));
        expect(large.filter(([cell, count]) => cell !== count)).toEqual([]);
      }
    }),
  );
});

function isSmall(count: number): boolean {
  return count > 0 && count < PUBLIC_CELL;
}
