import { expect, test } from 'vitest';
import { buildCsv } from '#server/services/csv.ts';

test('quotes what must be quoted and ends lines as RFC 4180 says', () => {
  expect(buildCsv(['a', 'b'], [['x,y', 'he said "no"'], ['two\nlines', null]])).toBe('\uFEFFa,b\r\n"x,y","he said ""no"""\r\n"two\nlines",\r\n');
});

test('no text runs as a formula, and numbers stay numbers', () => {
  const cells = ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\tx', 'a=b'];
  expect(buildCsv(cells, [[-5, 0.25]])).toBe('\uFEFF"\'=HYPERLINK(""x"")",\'+1,\'-1,\'@SUM(A1),\'\tx,a=b\r\n-5,0.25\r\n');
});
