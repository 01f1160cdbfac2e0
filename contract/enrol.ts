import { Type, type Static } from 'typebox';
import { StreamId } from './ledger.ts';

/** Eight signs without 0 O 1 I L, shown as K7P4-2MXQ; works once, for 15 minutes. */
export const PAIRING_CODE_MINUTES = 15;

export const EnrolRequest = Type.Object({
  pairingCode: Type.String({ minLength: 4, maxLength: 20 }),
  stream: StreamId,
  device: Type.Object({
    name: Type.String({ maxLength: 120 }),
    platform: Type.String({ maxLength: 60 }),
    appVersion: Type.String({ maxLength: 40 }),
    shell: Type.String({ maxLength: 40 }),
  }),
});
export type EnrolRequest = Static<typeof EnrolRequest>;

/** A one-stop desk or a post office. */
export const ServicePoint = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 64 }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  kind: Type.Enum(['one-stop', 'post-office']),
  timezone: Type.String({ minLength: 1, maxLength: 60 }),
  /** Public address of the centre for hand-off QRs; null when none is configured. */
  publicUrl: Type.Union([Type.String(), Type.Null()]),
  /** The province whose own procedures come first in the search, such as "tỉnh Bắc Ninh"; absent or null: not known. */
  province: Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Null()])),
});
export type ServicePoint = Static<typeof ServicePoint>;

export const EnrolAnswer = Type.Object({
  deviceId: Type.String(),
  /** 256 random bits; shown once, kept hashed in the centre. */
  token: Type.String({ minLength: 32 }),
  servicePoint: ServicePoint,
  /** Ed25519 public key (base64url of the raw 32 bytes) that signs content packs. */
  contentKey: Type.String(),
});
export type EnrolAnswer = Static<typeof EnrolAnswer>;
