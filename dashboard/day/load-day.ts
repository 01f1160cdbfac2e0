import type { FieldSummary, Targets, WeekSummary } from '#contract/day.ts';
import type { DaySummary, HourSummary, KioskList, ProcedureSummary } from '#contract/summaries.ts';
import { addDays } from '#domain/calendar-day.ts';
import type { CentreAnswer, CentreClient } from '../api/centre-client.ts';
import type { ServicePoints, Unit } from '../area-props.ts';
import { placeQuery, pointsIn, summaryQuery, type Scope } from './scope.ts';

/** Everything one look at a day needs; `scope` is the one it was loaded for. */
export type DayData = {
  readonly scope: Scope;
  readonly rows: readonly DaySummary[];
  readonly week: WeekSummary;
  readonly hours: HourSummary['hours'];
  readonly fields: FieldSummary['fields'];
  readonly procedures: ProcedureSummary['procedures'];
  readonly targets: Targets['targets'];
  readonly kiosks: KioskList['kiosks'];
};

export type Places = { readonly points: ServicePoints; readonly units: readonly Unit[] };

/** The unit whose targets hold in the scope; null: the whole centre's. */
export function targetUnit({ unit, servicePoint }: Pick<Scope, 'unit' | 'servicePoint'>, points: ServicePoints): string | null {
  return servicePoint === null ? unit : (points.find((point) => point.id === servicePoint)?.unit ?? null);
}

/** Asks for the whole page at once, so that its figures are of one moment; the first failure speaks for all. */
export async function loadDay(client: CentreClient, scope: Scope, { points, units }: Places, signal: AbortSignal): Promise<CentreAnswer<DayData>> {
  const query = summaryQuery(scope);
  const unit = targetUnit(scope, points);
  const [daily, week, hourly, fields, procedures, targets, kiosks] = await Promise.all([
    client.ask('daily', { query, signal }),
    client.ask('week', { query: { ...query, from: addDays(scope.span.to, -6) }, signal }),
    client.ask('hourly', { query, signal }),
    client.ask('fields', { query, signal }),
    client.ask('procedures', { query, signal }),
    client.ask('targets', { query: { day: scope.span.to, ...(unit === null ? {} : { unit }) }, signal }),
    client.ask('kiosks', { query: { day: scope.span.to, ...placeQuery(scope) }, signal }),
  ]);
  if (!daily.ok) return daily;
  if (!week.ok) return week;
  if (!hourly.ok) return hourly;
  if (!fields.ok) return fields;
  if (!procedures.ok) return procedures;
  if (!targets.ok) return targets;
  if (!kiosks.ok) return kiosks;
  const here = new Set(pointsIn(scope, points, units).map((point) => point.id));
  return {
    ok: true,
    value: {
      scope,
      rows: daily.value.days,
      week: week.value,
      hours: hourly.value.hours,
      fields: fields.value.fields,
      procedures: procedures.value.procedures,
      targets: targets.value.targets,
      kiosks: kiosks.value.kiosks.filter((kiosk) => here.has(kiosk.servicePoint)),
    },
  };
}
