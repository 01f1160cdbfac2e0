import type { ServicePointRow } from './service-points.ts';

export type Device = {
  readonly id: string;
  readonly point: ServicePointRow;
  readonly revoked: boolean;
};

export type NewDevice = {
  readonly id: string;
  readonly tokenHash: string;
  readonly name: string;
  readonly platform: string;
  readonly appVersion: string;
  readonly shell: string;
};

export type Beat = {
  readonly deviceId: string;
  readonly pointNo: number;
  readonly stream: string;
  readonly head: number;
  /** Day → taps made by the kiosk's own count. */
  readonly made: readonly { readonly day: string; readonly taps: number }[];
  readonly clockOffset: number;
  /** JSON as it came. */
  readonly health: string;
  readonly now: number;
};

export type DeviceStatus = {
  readonly id: string;
  readonly name: string;
  readonly pointNo: number;
  readonly servicePoint: string;
  readonly timezone: string;
  readonly revoked: boolean;
  readonly lastSeenAt: number | null;
  readonly clockOffset: number | null;
  /** JSON as the kiosk sent it; null before the first heartbeat. */
  readonly health: string | null;
  /** The stream used last; null when none was. */
  readonly stream: string | null;
  readonly received: number;
  readonly head: number | null;
  /** Over all streams of the device. */
  readonly quarantined: number;
  readonly unplaceable: number;
};

export type DeviceRepository = {
  findByTokenHash(tokenHash: string): Promise<Device | null>;
  addPairingCode(codeHash: string, pointNo: number, expiresAt: number): Promise<void>;
  /**
   * Uses up the pairing code and adds the device with its stream, or changes nothing.
   * A stream whose device was revoked, or never got in touch, goes over to the new device.
   */
  enrol(codeHash: string, device: NewDevice, stream: string, now: number): Promise<ServicePointRow | 'code-unknown' | 'stream-taken'>;
  /** 'foreign-stream' when the stream belongs to another device; nothing is stored then. */
  beat(beat: Beat): Promise<'stored' | 'foreign-stream'>;
  /** Devices of the service points given, or of all. */
  list(pointNos: readonly number[] | 'all'): Promise<readonly DeviceStatus[]>;
  /** False when there is no such device. Revoking twice is harmless. */
  revoke(id: string, now: number): Promise<boolean>;
};
