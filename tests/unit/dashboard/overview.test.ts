import { describe, expect, it } from 'vitest';
import type { Overview, PointFigures, UnitFigures } from '#contract/day.ts';
import { attentionOf, concernsOf, orderPlaces, placeTree, pointRows, visibleRows } from '#dashboard/overview/overview-view.ts';

type Figures = Omit<PointFigures, 'id' | 'name' | 'unit' | 'kind'>;
const figures = (scores: readonly [number, number, number, number, number], more: Partial<Figures> = {}): Figures => {
  const taps = scores.reduce((sum, each) => sum + each, 0);
  return {
    taps, scores: [...scores], flagged: 0, flaggedScores: [0, 0, 0, 0, 0], flaggedAlarm: false, asked: 0, responseRate: null, satisfied: null, satisfiedRaw: null, target: 0.85, verdict: null, trend: null,
    kiosks: 1, reported: 1, waiting: 0, completeness: { made: taps, received: taps, missing: 0 }, openAlerts: 0, ...more,
  };
};
const point = (id: string, unit: string | null, of: Figures): PointFigures => ({ id, name: `Điểm ${id}`, unit, kind: 'one-stop', ...of });
const unit = (id: string, parent: string | null): UnitFigures => ({ id, name: `Đơn vị ${id}`, parent, servicePoints: 1, ...figures([0, 0, 0, 20, 20]) });
const overview = (units: readonly UnitFigures[], servicePoints: readonly PointFigures[]): Overview => ({ from: '2026-11-23', to: '2026-11-23', unit: null, depth: 'all', total: { servicePoints: servicePoints.length, ...figures([0, 0, 0, 1, 1]) }, units: [...units], servicePoints: [...servicePoints] });

const many = figures([0, 0, 4, 18, 18]);
const bad = figures([20, 20, 0, 5, 5]);
const few = figures([6, 6, 0, 0, 0]);

describe('what needs attention', () => {
  it('is an open alert before a silent kiosk, that before a missed target, and nothing in a calm place', () => {
    const names = orderPlaces(pointRows(overview([], [point('calm', null, many), point('below', null, bad), point('silent', null, figures([0, 0, 4, 18, 18], { reported: 0 })), point('alert', null, figures([0, 0, 4, 18, 18], { openAlerts: 1 }))])), 'attention').map((row) => row.id);
    expect(names).toEqual(['alert', 'silent', 'below', 'calm']);
    expect(attentionOf(concernsOf(many))).toBe(0);
  });

  it('never says that a target is missed on fewer than twenty taps (E180)', () => {
    expect(concernsOf(few)).toEqual([]);
    expect(concernsOf(bad)).toMatchObject([{ kind: 'below' }]);
  });

  it('says what waits on kiosks or is missing, and a silent kiosk', () => {
    expect(concernsOf(figures([0, 0, 4, 18, 18], { kiosks: 2, waiting: 3 }))).toEqual([{ kind: 'silent', count: 1 }, { kind: 'waiting', count: 3 }]);
  });
});

describe('the order by satisfaction', () => {
  it('ranks only places with at least thirty taps; the others follow by name (E176)', () => {
    const rows = pointRows(overview([], [point('z-few', null, few), point('good', null, many), point('bad', null, bad), point('a-few', null, few)]));
    expect(orderPlaces(rows, 'satisfaction').map((row) => row.id)).toEqual(['bad', 'good', 'a-few', 'z-few']);
  });
});

describe('the tree', () => {
  const tree = placeTree(overview([unit('tinh', null), unit('xa', 'tinh')], [point('p1', 'xa', many), point('p2', 'tinh', many), point('p3', 'elsewhere', many)]));

  it('puts units over their units and points, and shows a point whose unit lies outside at the top', () => {
    expect(visibleRows(tree, new Set()).map(({ row, level }) => [row.id, level])).toEqual([['tinh', 1], ['xa', 2], ['p1', 3], ['p2', 2], ['p3', 1]]);
  });

  it('hides what lies below a folded unit', () => {
    expect(visibleRows(tree, new Set(['tinh'])).map(({ row }) => row.id)).toEqual(['tinh', 'p3']);
  });
});
