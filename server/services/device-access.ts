import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, Secrets } from '../ports.ts';
import type { AuditRepository } from '../repositories/audit.ts';
import type { Device, DeviceRepository } from '../repositories/devices.ts';

export type { Device } from '../repositories/devices.ts';

type AccessPorts = { readonly clock: Clock; readonly secrets: Secrets; readonly devices: DeviceRepository; readonly audit: AuditRepository };

/** Finds the kiosk that a token belongs to. The first use of a replacement's token ends the one before it. */
export async function findDevice(
  ports: AccessPorts,
  token: string | null,
): Promise<Result<Device, 'DEVICE_UNKNOWN' | 'DEVICE_REVOKED'>> {
  const device = token === null ? null : await ports.devices.findByTokenHash(ports.secrets.hash(token));
  if (device === null) return failure('DEVICE_UNKNOWN', 'The token is missing or not known.');
  if (device.revoked) return failure('DEVICE_REVOKED', 'The device was revoked.');
  if (device.isReplacing && token !== null) await endReplacement(ports, device, token);
  return success(device);
}

async function endReplacement({ clock, secrets, devices, audit }: AccessPorts, { id }: Device, token: string): Promise<void> {
  const isFirst = await devices.endReplacement(id, secrets.hash(token));
  if (isFirst) await audit.add({ at: clock.now(), actor: id, action: 'replacement in use', subject: id, detail: {} });
}
