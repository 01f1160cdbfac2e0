import type { ErrorCode } from '#contract/errors.ts';
import { isCalendarDay, spanLength } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import type { ServicePointRow } from '../../repositories/service-points.ts';
import type { SummaryQuery } from '../../repositories/summaries.ts';
import type { Staff } from '../staff-access.ts';

/** Longest span of one question, days. */
export const LONGEST_SPAN = 400;

export type SpanAsked = {
  readonly from: string;
  readonly to: string;
  readonly servicePoint?: string | undefined;
  readonly unit?: string | undefined;
  readonly field?: string | undefined;
};
/** What is asked for, and the service points of it that this person may see. */
export type Asked = { readonly query: SummaryQuery; readonly points: readonly ServicePointRow[] };

type Ports = Pick<Repositories, 'points'>;

/** Checks the days and finds the service points that are asked for and that this person may see. */
export async function findAsked({ points }: Ports, staff: Pick<Staff, 'unit'>, asked: SpanAsked): Promise<Result<Asked, ErrorCode>> {
  const { from, to } = asked;
  if (!isCalendarDay(from) || !isCalendarDay(to)) return failure('REQUEST_INVALID', 'from and to are days, such as 2026-11-23.');
  if (to < from) return failure('REQUEST_INVALID', 'to lies before from.');
  if (spanLength(from, to) > LONGEST_SPAN) return failure('REQUEST_INVALID', `A span has at most ${LONGEST_SPAN} days.`);
  const chosen = await findPoints({ points }, staff, asked);
  if (!chosen.ok) return chosen;
  return success({ points: chosen.value, query: { from, to, pointNos: chosen.value.map((point) => point.no), field: asked.field ?? null } });
}

/** The service points of a unit, or the one asked for, within what this person may see. */
export async function findPoints(
  { points }: Ports,
  staff: Pick<Staff, 'unit'>,
  asked: Pick<SpanAsked, 'unit' | 'servicePoint'>,
): Promise<Result<readonly ServicePointRow[], ErrorCode>> {
  const { unit, servicePoint } = asked;
  if (unit !== undefined && !(await points.unitLiesBelow(unit, staff.unit))) return failure('STAFF_NOT_ALLOWED', `The unit ${unit} is not one of yours.`);
  const top = unit ?? staff.unit;
  if (servicePoint === undefined) {
    const seen = await points.listBelow(top);
    // A misspelt unit must not look like a quiet one.
    const isMisspelt = seen.length === 0 && unit !== undefined && !(await points.listUnits()).some((known) => known.id === unit);
    return isMisspelt ? failure('UNIT_UNKNOWN', `There is no unit ${unit}.`) : success(seen);
  }
  // A page of one service point must not read them all.
  const point = await points.find(servicePoint);
  if (point === null) return failure('POINT_UNKNOWN', `There is no service point ${servicePoint}.`);
  const isSeen = await points.unitLiesBelow(point.unit, top);
  return isSeen ? success([point]) : failure('STAFF_NOT_ALLOWED', `The service point ${servicePoint} is not one of yours.`);
}
