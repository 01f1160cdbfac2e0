import type { FieldSummary, Figures, HeatMap, StuckSteps, Targets } from '#contract/day.ts';
import type { DaySummary, ProcedureSummary } from '#contract/summaries.ts';
import type { CentreAnswer, CentreClient } from '../api/centre-client.ts';
import { targetUnit, type Places } from '../day/load-day.ts';
import { summaryQuery, type Scope } from '../day/scope.ts';
import { bucketsOf, type ReasonPart } from './span-view.ts';

/** Parts of the span whose reasons are asked for one by one. */
const REASON_PARTS = 8;

/** Everything one look at a longer span needs; `scope` is the one it was loaded for. */
export type SpanData = {
  readonly scope: Scope;
  /** One a day, without their reasons. */
  readonly rows: readonly DaySummary[];
  readonly reasons: readonly ReasonPart[];
  readonly heat: HeatMap['cells'];
  readonly fields: FieldSummary['fields'];
  readonly procedures: ProcedureSummary['procedures'];
  readonly guides: StuckSteps['guides'];
  readonly targets: Targets;
  /** Against the span before; null where it cannot be compared. */
  readonly trend: Figures['trend'];
};

/** Asks for the whole page at once; the first failure speaks for all. */
export async function loadSpan(client: CentreClient, scope: Scope, { points }: Places, signal: AbortSignal): Promise<CentreAnswer<SpanData>> {
  const query = summaryQuery(scope);
  const unit = targetUnit(scope, points);
  const inUnit = unit === null ? {} : { unit };
  const asking = Promise.all(
    bucketsOf(scope.span, REASON_PARTS).map(async (bucket) => ({ bucket, answer: await client.ask('reasons', { query: { ...query, from: bucket.from, to: bucket.to }, signal }) })),
  );
  const [daily, heat, fields, procedures, stuck, targets, overview] = await Promise.all([
    // One row a day: five hundred service points over a quarter would be forty-five thousand.
    client.ask('daily', { query: { ...query, merge: 'unit' }, signal }),
    client.ask('heatMap', { query, signal }),
    client.ask('fields', { query, signal }),
    client.ask('procedures', { query, signal }),
    client.ask('stuckSteps', { query, signal }),
    client.ask('targets', { query: { day: scope.span.to, ...inUnit }, signal }),
    client.ask('overview', { query: { from: scope.span.from, to: scope.span.to, ...inUnit }, signal }),
  ]);
  if (!daily.ok) return daily;
  if (!heat.ok) return heat;
  if (!fields.ok) return fields;
  if (!procedures.ok) return procedures;
  if (!stuck.ok) return stuck;
  if (!targets.ok) return targets;
  if (!overview.ok) return overview;
  const reasons: ReasonPart[] = [];
  for (const { bucket, answer } of await asking) {
    if (!answer.ok) return answer;
    reasons.push({ bucket, counts: new Map(answer.value.reasons.map((each) => [each.reason, each.taps])) });
  }
  const figures = scope.servicePoint === null ? overview.value.total : overview.value.servicePoints.find((point) => point.id === scope.servicePoint);
  return {
    ok: true,
    value: { scope, rows: daily.value.days, reasons, heat: heat.value.cells, fields: fields.value.fields, procedures: procedures.value.procedures, guides: stuck.value.guides, targets: targets.value, trend: figures?.trend ?? null },
  };
}
