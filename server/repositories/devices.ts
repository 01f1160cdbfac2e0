import type { ServicePointRow } from './service-points.ts';

export type Device = {
  readonly id: string;
  readonly point: ServicePointRow;
  readonly revoked: boolean;
  /** The token is the one of a replacement that is used for the first time. */
  readonly isReplacing: boolean;
};

export type NewDevice = {
  readonly id: string;
  readonly tokenHash: string;
  readonly name: string;
  readonly platform: string;
  readonly appVersion: string;
  readonly shell: string;
};

/** A machine that was paired: a new device, or the machine that takes an old one's place. */
export type Enrolled = { readonly point: ServicePointRow; readonly deviceId: string; readonly isReplacement: boolean };

/** Boots of a device that were heard of lately; `up` in ms is of the last heartbeat of that boot. */
export type SeenBoot = { readonly boot: string; readonly up: number };

export type BeatState = {
  /** The present one first. */
  readonly boots: readonly SeenBoot[];
  /** How often in a row a boot that was over came back, and when last. */
  readonly twinTurns: number;
  readonly twinAt: number | null;
};

/** What a heartbeat says about boots; the caller's rule. `isStale`: its health is not kept. */
export type FollowBoot = (state: BeatState, reading: { readonly boot: string; readonly up: number; readonly now: number }) => { readonly state: BeatState; readonly isStale: boolean };

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
  readonly boot: string;
  /** ms since that boot. */
  readonly up: number;
  readonly now: number;
};

export type DeviceStatus = {
  readonly id: string;
  readonly name: string;
  readonly pointNo: number;
  readonly servicePoint: string;
  readonly unit: string | null;
  readonly timezone: string;
  /** JSON; null: not said. */
  readonly hours: string | null;
  readonly platform: string;
  readonly enrolledAt: number;
  readonly revokedAt: number | null;
  readonly revoked: boolean;
  readonly lastSeenAt: number | null;
  readonly clockOffset: number | null;
  /** JSON as the kiosk sent it; null before the first heartbeat. */
  readonly health: string | null;
  readonly twinTurns: number;
  readonly twinAt: number | null;
  /** The stream used last; null when none was. */
  readonly stream: string | null;
  readonly received: number;
  readonly head: number | null;
  /** When the centre last got an entry, or the stream began. */
  readonly lastReceivedAt: number | null;
  /** Over all streams of the device. */
  readonly quarantined: number;
  readonly unplaceable: number;
};

export type StreamStatus = {
  readonly id: string;
  readonly startedAt: number;
  readonly lastUsedAt: number;
  readonly received: number;
  readonly head: number | null;
  readonly quarantined: number;
  readonly unplaceable: number;
};

export type DeviceCompleteness = { readonly deviceId: string; readonly made: number | null; readonly received: number; readonly missing: number | null };

export type DeviceRepository = {
  findByTokenHash(tokenHash: string): Promise<Device | null>;
  /** The replacement's token was used: the old one ends. False when another request was first. */
  endReplacement(id: string, tokenHash: string): Promise<boolean>;
  /** With `deviceId` the machine that uses the code takes that device's place. */
  addPairingCode(codeHash: string, pointNo: number, expiresAt: number, deviceId?: string | null): Promise<void>;
  /**
   * Uses up the pairing code and adds the device (or the machine in its place) with its stream, or changes nothing.
   * A stream whose device was revoked, or never got in touch, goes over to the new device.
   */
  enrol(codeHash: string, device: NewDevice, stream: string, now: number): Promise<Enrolled | 'code-unknown' | 'stream-taken'>;
  /** Each on its own: its stream's mark, or 'foreign-stream' when the stream belongs to another device; nothing of that beat is stored then. */
  beats(beats: readonly Beat[], follow: FollowBoot): Promise<readonly (number | 'foreign-stream')[]>;
  find(id: string): Promise<DeviceStatus | null>;
  /** Devices of the service points given, or of all. */
  list(pointNos: readonly number[] | 'all'): Promise<readonly DeviceStatus[]>;
  /** The newest first. */
  streams(id: string): Promise<readonly StreamStatus[]>;
  /** Taps of that day at the service points where the devices stand now; devices without any are left out. */
  completeness(pointNos: readonly number[], day: string): Promise<readonly DeviceCompleteness[]>;
  rename(id: string, name: string): Promise<void>;
  /** From now on what comes counts at that service point; what the centre has stays, and what it lacks will be missed there. */
  move(id: string, toPoint: number, now: number): Promise<void>;
  /** False when there is no such device. Revoking twice is harmless. */
  revoke(id: string, now: number): Promise<boolean>;
};
