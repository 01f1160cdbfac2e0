import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { inColumns, sumColumns } from '#server/repositories/sqlite/column-sums.ts';

function summed(values: string, condition = 'true'): readonly (readonly unknown[])[] {
  const database = new DatabaseSync(':memory:');
  const row = database.prepare(inColumns(`SELECT * FROM (VALUES ${values}) WHERE ${condition}`, 2)).get();
  database.close();
  return sumColumns(row ?? {});
}

test('rows are summed by their first column, in whatever order they lie', () => {
  expect(summed('(7, 1, 10), (3, 2, 20), (7, 4, 40), (3, 8, -80)')).toEqual([
    [7, 5, 50],
    [3, 10, -60],
  ]);
});

test('no rows are no sums', () => {
  expect(summed('(1, 1, 1)', 'false')).toEqual([]);
});

test.each(['(1, 9007199254740993, 0)', '(1, 9007199254740991, 0), (1, 1, 0)', '(1, NULL, 0)', "(1, 'many', 0)", '(1, 0.5, 0)'])('what cannot be summed without changing a number is refused: %s', (values) => {
  expect(() => summed(values)).toThrow(RangeError);
});
