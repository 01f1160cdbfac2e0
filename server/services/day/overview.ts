import type { Figures, Overview, OverviewQuery, PointFigures, UnitFigures } from '#contract/day.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { dayOf, startOfDay } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import { targetOn } from '#domain/target.ts';
import { spanBefore, type WeekdayCounts } from '#domain/week-over-week.ts';
import type { Clock } from '../../ports.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import type { ServicePointRow } from '../../repositories/service-points.ts';
import type { Staff } from '../staff-access.ts';
import { findAsked, type Asked } from './asked-span.ts';
import { addSlices, addWeekdays, figuresOf, NO_SLICE, weekdaysOf, type Slice } from './figures.ts';
import { addFleets, fleetByPoint, NO_FLEET, type Fleet } from './fleet-figures.ts';
import { unitTree, type UnitTree } from './unit-tree.ts';

/** Up to so many service points the whole tree is answered unasked. */
const WHOLE_TREE = 1_000;

type OverviewPorts = { readonly clock: Clock; readonly repositories: Pick<Repositories, 'points' | 'summaries' | 'devices' | 'targets' | 'alerts'> };
export type AskOverview = (staff: Staff, query: OverviewQuery) => Promise<Result<Overview, ErrorCode>>;

type Sums = { readonly now: Slice; readonly before: WeekdayCounts; readonly fleet: Fleet; readonly servicePoints: number };
const NO_SUMS: Sums = { now: NO_SLICE, before: NO_SLICE.weekdays, fleet: NO_FLEET, servicePoints: 0 };

/** The tree of units with the figures of everything in it: one query a rollup, whatever its size. */
export function overview({ clock, repositories }: OverviewPorts): AskOverview {
  const { summaries, devices, points, targets, alerts } = repositories;
  return async (staff, query) => {
    const span = spanOf(query, dayOf(clock.now()));
    if (span === null) return failure('REQUEST_INVALID', 'Say either day, or from and to.');
    const asked = await findAsked(repositories, staff, { ...span, unit: query.unit, field: query.field });
    if (!asked.ok) return asked;
    const rows = asked.value.query;
    const earlier = spanBefore(rows.from, rows.to);
    const [now, weekdays, before, completeness, kiosks, open, units, settings] = await Promise.all([
      summaries.totalsByPoint(rows),
      summaries.satisfiedByPoint(rows),
      summaries.satisfiedByPoint({ ...rows, ...earlier }),
      summaries.completenessByPoint(rows),
      devices.list(rows.pointNos),
      alerts.countOpen(rows.pointNos),
      points.listUnits(),
      targets.listAll(),
    ]);
    const starts = new Map(asked.value.points.map(({ timezone }) => [timezone, 0]));
    for (const timezone of starts.keys()) starts.set(timezone, startOfDay(rows.to, timezone));
    const fleets = fleetByPoint({ completeness, kiosks, open, startOf: (timezone) => starts.get(timezone) ?? 0 });
    const [nowDays, beforeDays] = [weekdaysOf(weekdays), weekdaysOf(before)];
    const nowSlices = new Map(now.map(({ key, ...taps }): [number, Slice] => [key, { ...taps, weekdays: nowDays.get(key) ?? NO_SLICE.weekdays }]));
    const sumsOf = (no: number): Sums => ({ now: nowSlices.get(no) ?? NO_SLICE, before: beforeDays.get(no) ?? NO_SLICE.weekdays, fleet: fleets.get(no) ?? NO_FLEET, servicePoints: 1 });
    const tree = unitTree(units);
    const targetOf = remembered((unit: string | null) => targetOn(settings, tree.chainOf(unit), rows.field ?? '', rows.to).target);
    const figures = (sums: Sums, unit: string | null): Figures => figuresOf(sums.now, sums.before, { earlier, hasField: rows.field !== null, target: targetOf(unit) });
    return success(buildOverview({ asked: asked.value, top: query.unit ?? staff.unit, depth: query.depth, tree, sumsOf, figures }));
  };
}

function spanOf({ day, from, to }: OverviewQuery, today: string): { readonly from: string; readonly to: string } | null {
  if (day !== undefined) return from === undefined && to === undefined ? { from: day, to: day } : null;
  if (from !== undefined && to !== undefined) return { from, to };
  return from === undefined && to === undefined ? { from: today, to: today } : null;
}

type OverviewParts = {
  readonly asked: Asked;
  readonly top: string | null;
  readonly depth: 'all' | 'children' | undefined;
  readonly tree: UnitTree;
  readonly sumsOf: (pointNo: number) => Sums;
  readonly figures: (sums: Sums, unit: string | null) => Figures;
};

function buildOverview({ asked: { query, points }, top, depth, tree, sumsOf, figures }: OverviewParts): Overview {
  const shown = depth ?? (points.length <= WHOLE_TREE ? 'all' : 'children');
  const sums = new Map<string, Sums>();
  let total = NO_SUMS;
  for (const point of points) {
    const own = sumsOf(point.no);
    total = addSums(total, own);
    for (const unit of tree.chainOf(point.unit)) {
      if (unit === top) break;
      sums.set(unit, addSums(sums.get(unit) ?? NO_SUMS, own));
    }
  }
  const of = (own: Sums, unit: string | null): Figures & Fleet => ({ ...figures(own, unit), ...own.fleet });
  const units = tree.below(top).filter((unit) => shown === 'all' || unit.parent === top);
  const listed = shown === 'all' ? points : points.filter((point) => point.unit === top);
  return {
    from: query.from,
    to: query.to,
    unit: top,
    depth: shown,
    total: { servicePoints: points.length, ...of(total, top) },
    units: units.map((unit): UnitFigures => {
      const own = sums.get(unit.id) ?? NO_SUMS;
      return { id: unit.id, name: unit.name, parent: unit.parent, servicePoints: own.servicePoints, ...of(own, unit.id) };
    }),
    servicePoints: listed.map((point): PointFigures => ({ ...headOf(point), ...of(sumsOf(point.no), point.unit) })),
  };
}

/** Many service points lie in one unit. */
function remembered<Key, Value extends number>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
}

function headOf({ id, name, unit, kind }: ServicePointRow): Pick<PointFigures, 'id' | 'name' | 'unit' | 'kind'> {
  return { id, name, unit, kind };
}

function addSums(left: Sums, right: Sums): Sums {
  return {
    now: addSlices(left.now, right.now),
    before: addWeekdays(left.before, right.before),
    fleet: addFleets(left.fleet, right.fleet),
    servicePoints: left.servicePoints + right.servicePoints,
  };
}
