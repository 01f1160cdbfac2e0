import { describe, expect, it } from 'vitest';
import type { HeatMap, StuckSteps, Targets } from '#contract/day.ts';
import type { DaySummary } from '#contract/summaries.ts';
import { bucketsOf, byLeaving, flowOf, heatHours, orderSteps, reasonSeries, seriesOf, weekdayCounts } from '#dashboard/span/span-view.ts';
import { satisfactionOf } from '#domain/satisfaction.ts';

function row(day: string, scores: readonly [number, number, number, number, number]): DaySummary {
  const taps = scores.reduce((sum, each) => sum + each, 0);
  return {
    day, servicePoint: '', taps, scores: [...scores], flagged: 0, flaggedScores: [0, 0, 0, 0, 0], asked: 0, satisfied: satisfactionOf(scores), satisfiedRaw: satisfactionOf(scores),
    reasons: {}, completeness: { made: taps, received: taps, missing: 0 }, corrected: 0, unplaceable: 0,
  };
}

const targets = (history: Targets['history'] = []): Targets => ({ unit: null, day: '2026-11-23', targets: [{ field: null, target: 0.9, from: '2026-01-01', unit: null, source: 'plan' }], history });

describe('the parts of a span', () => {
  it('are days while they fit, then calendar weeks, then months, cut to the span', () => {
    expect(bucketsOf({ from: '2026-11-01', to: '2026-11-23' }, 45)).toHaveLength(23);
    const weeks = bucketsOf({ from: '2026-10-01', to: '2026-11-23' }, 12);
    expect(weeks[0]).toEqual({ kind: 'week', from: '2026-10-01', to: '2026-10-04' });
    expect(weeks.at(-1)).toEqual({ kind: 'week', from: '2026-11-23', to: '2026-11-23' });
    expect(bucketsOf({ from: '2026-01-01', to: '2026-11-23' }, 14).map((each) => each.kind)).toEqual(Array.from({ length: 11 }, () => 'month'));
  });
});

describe('the series', () => {
  const rows = [row('2026-11-01', [0, 0, 4, 20, 20]), row('2026-11-02', [0, 0, 1, 4, 4])];

  it('hides a share below ten taps and keeps its count (E176)', () => {
    const { points } = seriesOf(rows, bucketsOf({ from: '2026-11-01', to: '2026-11-03' }, 45), targets());
    expect(points.map((point) => [point.taps, point.share.kind])).toEqual([[44, 'enough'], [9, 'too-few'], [0, 'too-few']]);
  });

  it('marks the day from which another target holds, and holds every day against its own (E181)', () => {
    const set = { field: null, target: 0.85, from: '2026-11-02', setAt: 1, setBy: 'an@example.vn' };
    const before = { ...set, target: 0.8, from: '2026-06-01' };
    const { points, breaks } = seriesOf(rows, bucketsOf({ from: '2026-11-01', to: '2026-11-03' }, 45), targets([set, before, { ...set, field: 'Đất đai', from: '2026-11-03' }]));
    expect(points.map((point) => point.target)).toEqual([0.8, 0.85, 0.85]);
    expect(breaks).toEqual([{ at: 1, day: '2026-11-02', target: 0.85 }]);
  });
});

describe('reasons over time', () => {
  it('are counted part by part, most often given first', () => {
    const [first, second] = bucketsOf({ from: '2026-11-01', to: '2026-11-02' }, 14);
    if (first === undefined || second === undefined) throw new Error('two days are two parts');
    const parts = [{ bucket: first, counts: new Map([['wait', 1], ['papers', 2]]) }, { bucket: second, counts: new Map([['wait', 4]]) }];
    expect(reasonSeries(parts)).toEqual([{ reason: 'wait', counts: [1, 4], total: 5 }, { reason: 'papers', counts: [2, 0], total: 2 }]);
  });
});

describe('the hours of the week', () => {
  it('show opening hours at least, and how many of each weekday lie in the span', () => {
    const cell: HeatMap['cells'][number] = { weekday: 1, hour: 18, taps: 3, scores: [0, 0, 0, 0, 3], satisfied: null };
    expect(heatHours([cell])).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
    expect(weekdayCounts({ from: '2026-11-16', to: '2026-11-24' })).toEqual([2, 2, 1, 1, 1, 1, 1]);
  });
});

describe('where people leave a guide', () => {
  const step = (id: string, reached: number, left: number) => ({ step: id, name: null, reached, left, problems: 0, handoffs: 0, leftShare: null });
  const guide = (steps: StuckSteps['guides'][number]['steps'], more: Partial<StuckSteps['guides'][number]> = {}): StuckSteps['guides'][number] => ({ procedure: '1.001193', title: null, field: null, opened: 100, finished: 40, left: 60, handoffs: 0, ordered: false, steps, ...more });

  it('narrows from step to step and names the one worst step among those that ten reached', () => {
    const flow = flowOf(guide([step('a', 100, 20), step('b', 80, 40), step('c', 9, 9)]));
    expect(flow.map(({ before, after, isWorst }) => [before, after, isWorst])).toEqual([[1, 0.8, false], [0.8, 0.4, true], [0.09, 0, false]]);
  });

  it('accuses no step when nobody left, or too few came to say', () => {
    expect(flowOf(guide([step('a', 100, 0), step('b', 9, 5)])).some((each) => each.isWorst)).toBe(false);
  });

  it('stands in the known order after the first page, what nobody knows last', () => {
    const ordered = orderSteps(guide([step('sign-in', 5, 0), step('other', 9, 0), step('overview', 10, 0), step('prepare', 8, 0)]), [{ id: 'prepare', name: { vi: 'Chuẩn bị', en: 'Prepare' } }, { id: 'sign-in', name: { vi: 'Đăng nhập', en: 'Sign in' } }]);
    expect(ordered.steps.map((each) => each.step)).toEqual(['overview', 'prepare', 'sign-in', 'other']);
    expect(ordered.steps[1]?.name?.vi).toBe('Chuẩn bị');
  });

  it('comes first where most leave', () => {
    expect(byLeaving([guide([], { procedure: 'few', left: 1 }), guide([], { procedure: 'none', opened: 0 }), guide([], { procedure: 'many', left: 50 })]).map((each) => each.procedure)).toEqual(['many', 'few']);
  });
});
