import { expect, test } from 'vitest';
import { buildHeatMap } from '#domain/heat-map.ts';

test('hours of the same weekday are one cell, and a share needs ten taps (E176)', () => {
  const cells = buildHeatMap([
    { day: '2026-11-23', hour: 9, scores: [1, 0, 0, 0, 4] },
    { day: '2026-11-16', hour: 9, scores: [0, 0, 0, 5, 0] },
    { day: '2026-11-22', hour: 23, scores: [0, 0, 0, 0, 9] },
  ]);
  expect(cells).toHaveLength(168);
  expect(cells[9]).toMatchObject({ weekday: 1, hour: 9, taps: 10, scores: [1, 0, 0, 5, 4], satisfied: { rate: 0.9 } });
  expect(cells[167]).toMatchObject({ weekday: 7, hour: 23, taps: 9, satisfied: null });
  expect(cells[0]).toMatchObject({ weekday: 1, hour: 0, taps: 0, satisfied: null });
});
