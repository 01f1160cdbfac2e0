import type { Alert, Overview, PointFigures, SetTargetRequest, TargetRow, UnitFigures } from '#contract/day.ts';
import type { DaySummary } from '#contract/summaries.ts';
import { addDays, daysBetween, type CalendarDay } from '#domain/calendar-day.ts';
import { COMPARABLE_SAMPLE, satisfactionOf } from '#domain/satisfaction.ts';
import type { FakeCentre, FakePointDay, Five } from './fake-centre-api.ts';

/** What the day's routes answer, computed from the fake's counts by the same published rules. */
export type DayAnswers = Readonly<Record<string, (url: URL, body: Readonly<Record<string, unknown>>) => unknown>>;

const NOTHING: Five = [0, 0, 0, 0, 0];
const HOURS = [9, 24, 27, 22, 10, 2, 0, 19, 17, 12];
const plus = (left: readonly number[], right: readonly number[]): Five => [0, 1, 2, 3, 4].map((at) => (left[at] ?? 0) + (right[at] ?? 0)) as Five;
const total = (scores: readonly number[]): number => scores.reduce((sum, each) => sum + each, 0);
const flaggedOf = ({ flagged = 0 }: FakePointDay): Five => [0, 0, 0, 0, flagged];
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

type Row = { readonly day: CalendarDay; readonly point: string; readonly counted: FakePointDay };

function spanOf(url: URL): readonly [CalendarDay, CalendarDay] {
  const day = url.searchParams.get('day');
  return [url.searchParams.get('from') ?? day ?? '', url.searchParams.get('to') ?? day ?? ''];
}

/** A unit and everything below it. */
function below(centre: FakeCentre, unit: string | null): ReadonlySet<string> {
  const found = new Set(unit === null ? centre.units.map((each) => each.id) : [unit]);
  for (let grown = -1; grown !== found.size; ) {
    grown = found.size;
    for (const each of centre.units) if (each.parent !== null && found.has(each.parent)) found.add(each.id);
  }
  return found;
}

function pointsOf(centre: FakeCentre, url: URL): FakeCentre['points'] {
  const [point, unit] = [url.searchParams.get('servicePoint'), url.searchParams.get('unit')];
  const units = below(centre, unit);
  return centre.points.filter((each) => (point === null || each.id === point) && (unit === null || (each.unit !== null && units.has(each.unit))));
}

export function rowsOf(centre: FakeCentre, url: URL, [from, to] = spanOf(url)): readonly Row[] {
  const wanted = new Set(pointsOf(centre, url).map((point) => point.id));
  return daysBetween(from, to).flatMap((day) =>
    [...centre.days].flatMap(([point, days]) => {
      const counted = days.get(day);
      return counted === undefined || !wanted.has(point) ? [] : [{ day, point, counted }];
    }),
  );
}

export function daySummaryOf({ day, point, counted }: Row): DaySummary {
  const flaggedScores = flaggedOf(counted);
  const { scores, flagged = 0, missing = 0 } = counted;
  const taps = total(scores);
  const unflagged = scores.map((count, at) => count - (flaggedScores[at] ?? 0)) as Five;
  return {
    day, servicePoint: point, taps, scores, flagged, flaggedScores, asked: counted.asked ?? 0, satisfied: satisfactionOf(unflagged), satisfiedRaw: satisfactionOf(scores),
    reasons: { ...counted.reasons }, completeness: { made: taps + missing, received: taps, missing }, corrected: counted.corrected ?? 0, unplaceable: 0,
  };
}

function figures(rows: readonly Row[], target: number | null, before: readonly Row[] = []): Omit<PointFigures, 'id' | 'name' | 'unit' | 'kind' | keyof ReturnType<typeof fleetOf>> {
  const scores = rows.reduce<Five>((sum, row) => plus(sum, row.counted.scores), NOTHING);
  const flaggedScores = rows.reduce<Five>((sum, row) => plus(sum, flaggedOf(row.counted)), NOTHING);
  const [taps, flagged] = [total(scores), total(flaggedScores)];
  const asked = rows.reduce((sum, row) => sum + (row.counted.asked ?? 0), 0);
  const satisfied = satisfactionOf(scores.map((count, at) => count - (flaggedScores[at] ?? 0)) as Five);
  const earlier = before.reduce<Five>((sum, row) => plus(sum, row.counted.scores), NOTHING);
  const was = satisfactionOf(earlier);
  const change = satisfied !== null && was !== null ? satisfied.rate - was.rate : 0;
  const spread = satisfied !== null && was !== null ? Math.hypot(satisfied.high - satisfied.rate, was.high - was.rate) : 0;
  return {
    taps, scores, flagged, flaggedScores, flaggedAlarm: taps >= 20 && flagged / taps > 0.05, asked,
    responseRate: asked === 0 ? null : taps / (taps + asked), satisfied, satisfiedRaw: satisfactionOf(scores), target,
    verdict: satisfied === null || target === null ? null : satisfied.low >= target ? 'reached' : satisfied.high < target ? 'not-reached' : 'too-few',
    trend: was === null || satisfied === null || total(earlier) < COMPARABLE_SAMPLE || taps < COMPARABLE_SAMPLE ? null : { from: before[0]?.day ?? '2026-01-01', to: before.at(-1)?.day ?? '2026-01-01', before: was.rate, beforeTaps: total(earlier), change, low: change - spread, high: change + spread },
  };
}

function fleetOf(centre: FakeCentre, points: ReadonlySet<string>, rows: readonly Row[]) {
  const kiosks = centre.kiosks.filter((kiosk) => points.has(kiosk.servicePoint) && !kiosk.revoked);
  const received = rows.reduce((sum, row) => sum + total(row.counted.scores), 0);
  const missing = rows.reduce((sum, row) => sum + (row.counted.missing ?? 0), 0);
  return {
    kiosks: kiosks.length,
    reported: kiosks.filter((kiosk) => kiosk.lastSeenAt !== null && kiosk.pictureMoving !== null).length,
    waiting: kiosks.every((kiosk) => kiosk.waiting === null) ? null : kiosks.reduce((sum, kiosk) => sum + (kiosk.waiting ?? 0), 0),
    completeness: { made: received + missing, received, missing },
    openAlerts: centre.alerts.filter((alert) => alert.closedAt === null && points.has(alert.servicePoint)).length,
  };
}

function overview(centre: FakeCentre, url: URL): Overview {
  const [from, to] = spanOf(url);
  const length = daysBetween(from, to).length;
  const [rows, before] = [rowsOf(centre, url), rowsOf(centre, url, length === 1 ? [addDays(from, -7), addDays(from, -7)] : [addDays(from, -length), addDays(from, -1)])];
  const points = pointsOf(centre, url);
  const target = targetAt(centre, null, to);
  const part = (ids: ReadonlySet<string>) => ({ ...figures(rows.filter((row) => ids.has(row.point)), target, before.filter((row) => ids.has(row.point))), ...fleetOf(centre, ids, rows.filter((row) => ids.has(row.point))) });
  const root = url.searchParams.get('unit');
  const units = [...below(centre, root)].filter((id) => id !== root).flatMap((id): UnitFigures[] => {
    const unit = centre.units.find((each) => each.id === id);
    const inside = below(centre, id);
    const ids = new Set(points.filter((point) => point.unit !== null && inside.has(point.unit)).map((point) => point.id));
    return unit === undefined ? [] : [{ ...unit, servicePoints: ids.size, ...part(ids) }];
  });
  return {
    from, to, unit: root, depth: 'all', units, total: { servicePoints: points.length, ...part(new Set(points.map((point) => point.id))) },
    servicePoints: points.map((point) => ({ id: point.id, name: point.name, unit: point.unit, kind: point.kind, ...part(new Set([point.id])) })),
  };
}

function targetAt(centre: FakeCentre, field: string | null, day: CalendarDay): number {
  const set = centre.targetsSet.filter((each) => each.field === field && each.from <= day && each.target !== null).at(-1);
  return set?.target ?? (field === null ? 0.9 : 0.85);
}

function targets(centre: FakeCentre, unit: string | null, day: CalendarDay): unknown {
  const row = (field: string | null): TargetRow => {
    const set = centre.targetsSet.filter((each) => each.field === field && each.unit === unit && each.target !== null).at(-1);
    return { field, target: targetAt(centre, field, day), from: set?.from ?? '2026-01-01', unit: set === undefined ? null : unit, source: set === undefined ? 'plan' : 'set' };
  };
  return { unit, day, targets: [null, 'Đất đai', 'Hoạt động xây dựng', 'Đầu tư'].map(row), history: centre.targetsSet.filter((each) => each.unit === unit).map((each) => ({ field: each.field, target: each.target, from: each.from, setAt: centre.now(), setBy: centre.user.email ?? '' })).toReversed() };
}

/** Enough answers for a share, few of them, and too few for any. */
function phoneSummary(centre: FakeCentre, url: URL): unknown {
  const [from, to] = spanOf(url);
  const counts: readonly (readonly [readonly number[], Five])[] = [[[31, 9, 5], [1, 2, 4, 18, 14]], [[8, 6, 3], [0, 3, 2, 6, 4]], [[2, 1, 0], [0, 0, 1, 1, 0]]];
  const procedures = centre.procedures.slice(0, counts.length).map(({ procedure }, at) => {
    const [outcomes = [0, 0, 0], scores = NOTHING] = counts[at] ?? [];
    return { procedure, outcomes, managed: null, scores, satisfied: satisfactionOf(scores) };
  });
  return { from, to, procedures };
}

function heatMap(centre: FakeCentre, url: URL): unknown {
  const [from, to] = spanOf(url);
  const cells = new Map<string, Five>();
  for (const { day, counted } of rowsOf(centre, url)) {
    const weekday = ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
    HOURS.forEach((weight, at) => {
      const key = `${weekday}-${7 + at}`;
      cells.set(key, plus(cells.get(key) ?? NOTHING, counted.scores.map((count) => Math.round((count * weight) / 142))));
    });
  }
  const all = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => Array.from({ length: 24 }, (_, hour) => ({ weekday, hour, scores: cells.get(`${weekday}-${hour}`) ?? NOTHING })));
  return { from, to, cells: all.map((cell) => ({ ...cell, taps: total(cell.scores), satisfied: satisfactionOf(cell.scores) })) };
}

function week(centre: FakeCentre, url: URL): unknown {
  const to = spanOf(url)[1];
  const from = addDays(to, -6);
  const [now, before] = [rowsOf(centre, url, [from, to]), rowsOf(centre, url, [addDays(from, -7), addDays(to, -7)])];
  const of = (rows: readonly Row[], day: CalendarDay): Five => rows.filter((row) => row.day === day).reduce<Five>((sum, row) => plus(sum, row.counted.scores), NOTHING);
  return {
    from, to, now: figures(now, targetAt(centre, null, to), before),
    days: daysBetween(from, to).map((day) => {
      const [scores, was] = [of(now, day), of(before, addDays(day, -7))];
      return { day, weekday: ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1, taps: total(scores), satisfied: satisfactionOf(scores), beforeDay: addDays(day, -7), beforeTaps: total(was), beforeSatisfied: satisfactionOf(was) };
    }),
  };
}

/** Shares out the counts over the fields: the fake has no taps of their own for them. */
function fields(centre: FakeCentre, url: URL): unknown {
  const [from, to] = spanOf(url);
  const names: readonly (readonly [string | null, number])[] = [['Hộ tịch', 0.4], ['Đất đai', 0.25], ['Chứng thực', 0.2], [null, 0.15]];
  const rows = rowsOf(centre, url);
  const guides = centre.guides;
  return {
    from, to,
    fields: names.map(([field, part]) => {
      const scaled = rows.map((row) => ({ ...row, counted: { scores: row.counted.scores.map((count) => Math.round(count * part)) as unknown as Five } }));
      const inside = guides.filter((guide) => guide.field === field);
      const sum = (of: 'opened' | 'finished' | 'left' | 'handoffs'): number => inside.reduce((all, guide) => all + guide[of], 0);
      return { field, ...figures(scaled, targetAt(centre, field === 'Đất đai' ? field : null, to)), responseRate: null, opened: sum('opened'), finished: sum('finished'), left: sum('left'), problems: 0, handoffs: sum('handoffs') };
    }),
  };
}

function reasons(centre: FakeCentre, url: URL): unknown {
  const [from, to] = spanOf(url);
  const counts = new Map<string, number>();
  for (const { counted } of rowsOf(centre, url)) for (const [reason, count] of Object.entries(counted.reasons ?? {})) counts.set(reason, (counts.get(reason) ?? 0) + count);
  const given = [...counts.values()].reduce((sum, each) => sum + each, 0);
  return { from, to, given, reasons: [...counts].map(([reason, taps]) => ({ reason, text: null, after: null, factor: null, taps, share: given === 0 ? 0 : taps / given })).toSorted((left, right) => right.taps - left.taps), factors: [] };
}

export function dayAnswers(centre: FakeCentre): DayAnswers {
  return {
    daily: (url) => ({ days: rowsOf(centre, url).map(daySummaryOf) }),
    hourly: (url) => ({ hours: rowsOf(centre, url).flatMap(({ day, point, counted }) => HOURS.map((weight, at) => ({ day, hour: 7 + at, servicePoint: point, taps: Math.round((total(counted.scores) * weight) / 142), scores: [...NOTHING] }))) }),
    overview: (url) => overview(centre, url),
    week: (url) => week(centre, url),
    heatMap: (url) => heatMap(centre, url),
    phoneSummary: (url) => phoneSummary(centre, url),
    fields: (url) => fields(centre, url),
    reasons: (url) => reasons(centre, url),
    stuckSteps: (url) => ({ from: spanOf(url)[0], to: spanOf(url)[1], guides: centre.guides }),
    procedures: () => ({ procedures: centre.procedures }),
    targets: (url) => targets(centre, url.searchParams.get('unit'), url.searchParams.get('day') ?? '9999-12-31'),
    setTarget: (_url, body) => {
      const set: SetTargetRequest = { unit: textOf(body['unit']), field: textOf(body['field']), target: typeof body['target'] === 'number' ? body['target'] : null, from: String(body['from']) };
      centre.targetsSet.push(set);
      return targets(centre, set.unit, set.from);
    },
    alerts: (url) => {
      const state = url.searchParams.get('state') ?? 'all';
      const [kind, point] = [url.searchParams.get('kind'), url.searchParams.get('servicePoint')];
      const wanted = new Set(pointsOf(centre, url).map((each) => each.id));
      const shown = centre.alerts.filter((alert) => wanted.has(alert.servicePoint) && (kind === null || alert.kind === kind) && (point === null || alert.servicePoint === point) && (state === 'all' || (state === 'open') === (alert.closedAt === null)));
      return { alerts: shown, open: centre.alerts.filter((alert) => alert.closedAt === null).length };
    },
    acknowledgeAlert: (url, body) => {
      const id = url.pathname.split('/').at(-2);
      const at = centre.alerts.findIndex((alert) => alert.id === id);
      const before = centre.alerts[at];
      if (before === undefined) return null;
      const after: Alert = { ...before, acknowledged: { at: centre.now(), by: centre.user.email ?? '', note: String(body['note']) } };
      centre.alerts[at] = after;
      return after;
    },
    annex: (url) => {
      const { total: all, servicePoints, from, to } = overview(centre, url);
      return {
        from, to, unit: null, heading: centre.heading, servicePoints: servicePoints.length, opened: 525, handoffs: 122, clips: null,
        guides: centre.guides.map((guide) => ({ field: guide.field, procedure: guide.procedure, title: guide.title?.vi ?? guide.procedure, opened: guide.opened, handoffs: guide.handoffs < 5 ? null : guide.handoffs })),
        ratings: { taps: all.taps, scores: all.scores, flagged: all.flagged, responseRate: all.responseRate, satisfied: all.satisfied, target: all.target, verdict: all.verdict },
        fields: [{ field: 'Đất đai', taps: 120, satisfied: all.satisfied, target: 0.85, verdict: 'too-few' }],
        reasons: [{ reason: 'phai-cho-lau', text: 'Phải chờ lâu', factor: 1, taps: 42 }],
        kiosks: centre.kiosks.map((kiosk) => ({ servicePoint: kiosk.servicePoint, name: kiosk.name, lastSeenAt: kiosk.lastSeenAt, waiting: kiosk.waiting, contentVersion: kiosk.contentVersion, missing: kiosk.completeness.missing })),
      };
    },
    reportHeading: (url) => ({ unit: url.searchParams.get('unit'), heading: centre.heading, inherited: false }),
    setReportHeading: (_url, body) => {
      centre.heading = body['heading'] as FakeCentre['heading'];
      return { unit: textOf(body['unit']), heading: centre.heading, inherited: false };
    },
  };
}
