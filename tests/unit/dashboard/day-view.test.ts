import { describe, expect, it } from 'vitest';
import type { DaySummary } from '#contract/summaries.ts';
import { dayView, hourBars } from '#dashboard/day/day-view.ts';
import { satisfactionOf } from '#domain/satisfaction.ts';

function row(scores: readonly [number, number, number, number, number], more: Partial<DaySummary> = {}): DaySummary {
  const taps = scores.reduce((total, each) => total + each, 0);
  return {
    day: '2026-11-23', servicePoint: 'a', taps, scores: [...scores], flagged: 0, flaggedScores: [0, 0, 0, 0, 0], asked: 0, satisfied: satisfactionOf(scores), satisfiedRaw: satisfactionOf(scores),
    reasons: {}, completeness: { made: taps, received: taps, missing: 0 }, corrected: 0, unplaceable: 0, ...more,
  };
}

describe('the day of several service points', () => {
  it('adds up taps, scores, times asked and reasons', () => {
    const view = dayView([row([1, 0, 0, 4, 5], { asked: 3, reasons: { wait: 2 } }), row([0, 1, 1, 2, 2], { asked: 1, reasons: { wait: 1, papers: 4 } })]);
    expect(view).toMatchObject({ taps: 16, scores: [1, 1, 1, 6, 7], asked: 4, shown: 20 });
    expect(view.reasons).toEqual([{ id: 'papers', count: 4 }, { id: 'wait', count: 3 }]);
  });

  it('is empty, not broken, without any rows', () => {
    expect(dayView([])).toMatchObject({ taps: 0, flaggedShare: 0, shown: 0, raw: { kind: 'too-few', n: 0 }, completeness: { made: null, received: 0, missing: null } });
  });

  it('hides the share below ten taps and marks it below thirty (E176)', () => {
    expect(dayView([row([1, 1, 1, 3, 3])]).raw).toMatchObject({ kind: 'too-few', n: 9, least: 10 });
    expect(dayView([row([1, 1, 1, 3, 4])]).raw).toMatchObject({ kind: 'few', n: 10, hits: 7 });
    expect(dayView([row([1, 1, 1, 13, 14])]).raw).toMatchObject({ kind: 'enough', n: 30, hits: 27 });
  });

  it('leaves out the suspicious taps, counted and not guessed (E173)', () => {
    const flagged = row([0, 0, 5, 10, 15], { flagged: 4, flaggedScores: [0, 0, 0, 0, 4], satisfied: satisfactionOf([0, 0, 5, 10, 11]) });
    expect(dayView([flagged, row([2, 0, 0, 4, 4])]).filtered).toMatchObject({ n: 36, hits: 29 });
  });
});

describe('the hours of a day', () => {
  it('show opening hours even when empty, and earlier or later ones when there were taps', () => {
    expect(hourBars([]).map((bar) => bar.hour)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    const late = hourBars([{ day: '2026-11-23', hour: 18, servicePoint: 'a', taps: 2, scores: [0, 0, 0, 0, 2] }, { day: '2026-11-23', hour: 18, servicePoint: 'b', taps: 1, scores: [0, 0, 0, 0, 1] }]);
    expect(late.at(-1)).toEqual({ hour: 18, taps: 3 });
  });
});
