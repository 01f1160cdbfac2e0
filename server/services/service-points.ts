import type { ChangePointRequest } from '#contract/fleet.ts';
import type { AddPointRequest } from '#contract/staff.ts';
import type { ServicePointList } from '#contract/summaries.ts';
import { DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { Actor } from './actor.ts';
import { readHours } from './fleet/kept-hours.ts';

export type AddedPoint = { readonly id: string; readonly name: string };

export type ServicePoints = {
  /** Makes the unit too when there is none of this id. */
  add(point: AddPointRequest, actor: Actor): Promise<Result<AddedPoint, 'POINT_EXISTS' | 'REQUEST_INVALID' | 'STAFF_NOT_ALLOWED'>>;
  /** What is left out stays. A point where kiosks stand is not closed. */
  change(id: string, change: ChangePointRequest, actor: Actor): Promise<Result<null, 'POINT_UNKNOWN' | 'POINT_IN_USE' | 'UNIT_UNKNOWN' | 'REQUEST_INVALID' | 'STAFF_NOT_ALLOWED'>>;
  /** Those that this person may see, closed ones too. */
  list(staff: Actor): Promise<ServicePointList>;
};

type PointPorts = { readonly clock: Clock; readonly repositories: Pick<Repositories, 'points' | 'audit'> };

export function servicePoints(ports: PointPorts): ServicePoints {
  const { clock, repositories } = ports;
  return {
    async add(point, actor) {
      const timezone = point.timezone ?? DEFAULT_TIME_ZONE;
      if (!isTimeZone(timezone)) return failure('REQUEST_INVALID', `${timezone} is not a time zone, such as ${DEFAULT_TIME_ZONE}.`, { path: '/timezone' });
      if (!(await repositories.points.unitLiesBelow(point.unit ?? null, actor.unit))) return failure('STAFF_NOT_ALLOWED', 'This unit is not one of yours.');
      const added = { id: point.id, name: point.name.normalize('NFC'), kind: point.kind ?? 'one-stop', timezone, unit: point.unit ?? null } as const;
      if (!(await repositories.points.add(added, clock.now()))) return failure('POINT_EXISTS', `There is a service point ${point.id} already.`);
      await repositories.audit.add({ at: clock.now(), actor: actor.id, action: 'add service point', subject: point.id, detail: added });
      return success({ id: added.id, name: added.name });
    },
    change: (id, change, actor) => changePoint(ports, id, change, actor),
    async list(staff) {
      const seen = await repositories.points.listBelow(staff.unit);
      return { servicePoints: seen.map(({ id, name, kind, timezone, unit, hours, closedAt }) => ({ id, name, kind, timezone, unit, hours: readHours(hours), closedAt })) };
    },
  };
}

async function changePoint({ clock, repositories }: PointPorts, id: string, change: ChangePointRequest, actor: Actor): ReturnType<ServicePoints['change']> {
  const { points, audit } = repositories;
  const point = await points.find(id);
  if (point === null) return failure('POINT_UNKNOWN', `There is no service point ${id}.`);
  if (!(await points.unitLiesBelow(point.unit, actor.unit))) return failure('STAFF_NOT_ALLOWED', `The service point ${id} is not one of yours.`);
  const { name, kind, timezone, unit, hours, closed } = change;
  if (timezone !== undefined && !isTimeZone(timezone)) return failure('REQUEST_INVALID', `${timezone} is not a time zone, such as ${DEFAULT_TIME_ZONE}.`, { path: '/timezone' });
  if (unit !== undefined && !(await points.unitLiesBelow(unit, actor.unit))) return failure('STAFF_NOT_ALLOWED', 'This unit is not one of yours.');
  if (typeof unit === 'string' && !(await points.listUnits()).some((known) => known.id === unit)) return failure('UNIT_UNKNOWN', `There is no unit ${unit}.`);
  if (closed === true && !(await points.close(id, clock.now()))) return failure('POINT_IN_USE', 'Kiosks still stand there: move or revoke them first.');
  await points.change(id, {
    ...(name === undefined ? {} : { name: name.normalize('NFC') }),
    ...(kind === undefined ? {} : { kind }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(unit === undefined ? {} : { unit }),
    ...(hours === undefined ? {} : { hours: hours === null ? null : JSON.stringify(hours) }),
    ...(closed === false ? { closedAt: null } : {}),
  });
  await audit.add({ at: clock.now(), actor: actor.id, action: 'change service point', subject: id, detail: { ...change } });
  return success(null);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}
