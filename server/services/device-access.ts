import { failure, success, type Result } from '#domain/result.ts';
import type { Secrets } from '../ports.ts';
import type { Device, DeviceRepository } from '../repositories/devices.ts';

export type { Device } from '../repositories/devices.ts';

/** Finds the kiosk that a token belongs to. */
export async function findDevice(
  ports: { readonly secrets: Secrets; readonly devices: DeviceRepository },
  token: string | null,
): Promise<Result<Device, 'DEVICE_UNKNOWN' | 'DEVICE_REVOKED'>> {
  const device = token === null ? null : await ports.devices.findByTokenHash(ports.secrets.hash(token));
  if (device === null) return failure('DEVICE_UNKNOWN', 'The token is missing or not known.');
  return device.revoked ? failure('DEVICE_REVOKED', 'The device was revoked.') : success(device);
}
