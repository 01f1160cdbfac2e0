import type { AddPointRequest } from '#contract/staff.ts';
import type { ServicePointList } from '#contract/summaries.ts';
import { DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { Actor } from './actor.ts';

export type AddedPoint = { readonly id: string; readonly name: string };

export type ServicePoints = {
  /** Makes the unit too when there is none of this id. */
  add(point: AddPointRequest, actor: Actor): Promise<Result<AddedPoint, 'POINT_EXISTS' | 'REQUEST_INVALID' | 'STAFF_NOT_ALLOWED'>>;
  /** Those that this person may see. */
  list(staff: Actor): Promise<ServicePointList>;
};

export function servicePoints(ports: { readonly clock: Clock; readonly repositories: Pick<Repositories, 'points' | 'audit'> }): ServicePoints {
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
    async list(staff) {
      const seen = await repositories.points.listBelow(staff.unit);
      return { servicePoints: seen.map(({ id, name, kind, timezone, unit }) => ({ id, name, kind, timezone, unit })) };
    },
  };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}
