import { failure, success, type Result } from '#domain/result.ts';
import type { DeviceStatus } from '../../repositories/devices.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import type { Actor } from '../actor.ts';

/** The kiosk with this id, when it stands where this person may look. */
export async function findKiosk(
  { devices, points }: Pick<Repositories, 'devices' | 'points'>,
  id: string,
  actor: Actor,
): Promise<Result<DeviceStatus, 'KIOSK_UNKNOWN' | 'STAFF_NOT_ALLOWED'>> {
  const kiosk = await devices.find(id);
  if (kiosk === null) return failure('KIOSK_UNKNOWN', `There is no kiosk ${id}.`);
  if (!(await points.unitLiesBelow(kiosk.unit, actor.unit))) return failure('STAFF_NOT_ALLOWED', 'This kiosk is not one of yours.');
  return success(kiosk);
}
