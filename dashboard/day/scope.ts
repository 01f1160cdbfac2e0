import type { CalendarDay } from '#domain/calendar-day.ts';
import type { ServicePoints, Unit } from '../area-props.ts';
import { parseSpan, spanQuery, type Span } from './span.ts';

/** What a page looks at: a span, of one service point, of a unit with what lies below it, or (both null) of everything. */
export type Scope = { readonly span: Span; readonly unit: string | null; readonly servicePoint: string | null };

/** Reads the scope from the address, so that it can be bookmarked, sent and gone back to. */
export function parseScope(query: URLSearchParams, today: CalendarDay): Scope {
  const servicePoint = query.get('point');
  const unit = query.get('unit');
  const point = servicePoint === '' ? null : servicePoint;
  return { span: parseSpan(query, today), servicePoint: point, unit: point !== null || unit === '' ? null : unit };
}

/** The address of a scope on a page, such as `/day`. */
export function scopeAddress(path: string, scope: Scope, today: CalendarDay): string {
  const parts = { ...spanQuery(scope.span, today), unit: scope.unit, point: scope.servicePoint };
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(parts)) if (value !== null) query.set(key, value);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The scope as the centre's routes take it. */
export function placeQuery({ unit, servicePoint }: Pick<Scope, 'unit' | 'servicePoint'>): Readonly<Record<string, string>> {
  if (servicePoint !== null) return { servicePoint };
  return unit === null ? {} : { unit };
}

export function summaryQuery(scope: Scope): Readonly<Record<string, string>> {
  return { from: scope.span.from, to: scope.span.to, ...placeQuery(scope) };
}

/** A unit's id and those of everything below it. */
export function unitsBelow(units: readonly Unit[], root: string): ReadonlySet<string> {
  const found = new Set([root]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const unit of units) if (unit.parent !== null && found.has(unit.parent)) found.add(unit.id);
  }
  return found;
}

/** The service points that lie in the scope. */
export function pointsIn(scope: Pick<Scope, 'unit' | 'servicePoint'>, points: ServicePoints, units: readonly Unit[]): ServicePoints {
  if (scope.servicePoint !== null) return points.filter((point) => point.id === scope.servicePoint);
  if (scope.unit === null) return points;
  const inside = unitsBelow(units, scope.unit);
  return points.filter((point) => point.unit !== null && inside.has(point.unit));
}

/** The name of what is looked at; null: everything. */
export function placeName(scope: Pick<Scope, 'unit' | 'servicePoint'>, points: ServicePoints, units: readonly Unit[]): string | null {
  if (scope.servicePoint !== null) return points.find((point) => point.id === scope.servicePoint)?.name ?? scope.servicePoint;
  if (scope.unit !== null) return units.find((unit) => unit.id === scope.unit)?.name ?? scope.unit;
  return null;
}
