import { PAIRING_CODE_MINUTES, type EnrolAnswer, type EnrolRequest } from '#contract/enrol.ts';
import type { PairAnswer } from '#contract/staff.ts';
import { failure, success, type Result } from '#domain/result.ts';
import { findProvince } from '#domain/unit-province.ts';
import type { Clock, Random, Secrets } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { Actor } from './actor.ts';
import { findKiosk } from './fleet/find-kiosk.ts';
import { makePairingCode, normalisePairingCode } from './pairing-code.ts';

export type EnrolmentPorts = {
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly repositories: Pick<Repositories, 'devices' | 'points' | 'audit'>;
  readonly contentKey: string;
  readonly publicUrl: string | null;
};

type NotYours = 'KIOSK_UNKNOWN' | 'STAFF_NOT_ALLOWED';

export type Enrolment = {
  /** A code for one kiosk of the service point, shown once. */
  pair(servicePoint: string, actor: Actor): Promise<Result<PairAnswer, 'POINT_UNKNOWN' | 'POINT_CLOSED' | 'STAFF_NOT_ALLOWED'>>;
  /** A code that makes the next machine this kiosk: same device, new disk. */
  replace(kiosk: string, actor: Actor): Promise<Result<PairAnswer, NotYours | 'DEVICE_REVOKED'>>;
  enrol(request: EnrolRequest): Promise<Result<EnrolAnswer, 'ENROL_CODE_UNKNOWN' | 'ENROL_STREAM_TAKEN'>>;
  /** Refuses everything from the kiosk from now on. Revoking twice is harmless. */
  revoke(kiosk: string, actor: Actor): Promise<Result<null, NotYours>>;
};

export function enrolment(ports: EnrolmentPorts): Enrolment {
  const { clock, random, secrets, repositories } = ports;
  const { devices, points, audit } = repositories;
  const makeCode = async (pointNo: number, deviceId: string | null): Promise<PairAnswer> => {
    const pairingCode = makePairingCode(random);
    const expiresAt = clock.now() + PAIRING_CODE_MINUTES * 60_000;
    await devices.addPairingCode(secrets.hash(normalisePairingCode(pairingCode) ?? pairingCode), pointNo, expiresAt, deviceId);
    return { pairingCode, expiresAt };
  };
  return {
    async pair(servicePoint, actor) {
      const point = await points.find(servicePoint);
      if (point === null) return failure('POINT_UNKNOWN', `There is no service point ${servicePoint}.`);
      if (!(await points.unitLiesBelow(point.unit, actor.unit))) return failure('STAFF_NOT_ALLOWED', `The service point ${servicePoint} is not one of yours.`);
      if (point.closedAt !== null) return failure('POINT_CLOSED', `The service point ${servicePoint} is closed.`);
      const code = await makeCode(point.no, null);
      await audit.add({ at: clock.now(), actor: actor.id, action: 'pair', subject: point.id, detail: { expiresAt: code.expiresAt } });
      return success(code);
    },
    async replace(kiosk, actor) {
      const found = await findKiosk(repositories, kiosk, actor);
      if (!found.ok) return found;
      if (found.value.revoked) return failure('DEVICE_REVOKED', 'The kiosk was revoked: pair the new machine as a new kiosk.');
      const code = await makeCode(found.value.pointNo, kiosk);
      await audit.add({ at: clock.now(), actor: actor.id, action: 'replace', subject: kiosk, detail: { expiresAt: code.expiresAt } });
      return success(code);
    },
    enrol: (request) => enrolDevice(ports, request),
    async revoke(kiosk, actor) {
      const found = await findKiosk(repositories, kiosk, actor);
      if (!found.ok) return found;
      await devices.revoke(kiosk, clock.now());
      await audit.add({ at: clock.now(), actor: actor.id, action: 'revoke', subject: kiosk, detail: {} });
      return success(null);
    },
  };
}

async function enrolDevice(ports: EnrolmentPorts, { pairingCode, stream, device }: EnrolRequest): Promise<Result<EnrolAnswer, 'ENROL_CODE_UNKNOWN' | 'ENROL_STREAM_TAKEN'>> {
  const { clock, secrets, repositories } = ports;
  const code = normalisePairingCode(pairingCode);
  if (code === null) return failure('ENROL_CODE_UNKNOWN', 'This is not a pairing code.');
  const token = secrets.make();
  const outcome = await repositories.devices.enrol(secrets.hash(code), { ...device, id: secrets.makeId(), tokenHash: secrets.hash(token) }, stream, clock.now());
  if (outcome === 'code-unknown') return failure('ENROL_CODE_UNKNOWN', 'This pairing code is not known, was used before, or is too old.');
  if (outcome === 'stream-taken') return failure('ENROL_STREAM_TAKEN', 'This ledger belongs to another device.');
  const { deviceId, isReplacement } = outcome;
  const { id, name, kind, timezone } = outcome.point;
  const province = findProvince(await repositories.points.listUnits(), outcome.point.unit);
  const detail = { ...device, stream };
  if (isReplacement) await repositories.audit.add({ at: clock.now(), actor: deviceId, action: 'enrol replacement', subject: deviceId, detail });
  else await repositories.audit.add({ at: clock.now(), actor: deviceId, action: 'enrol', subject: id, detail });
  return success({ deviceId, token, servicePoint: { id, name, kind, timezone, publicUrl: ports.publicUrl, ...(province === null ? {} : { province }) }, contentKey: ports.contentKey });
}
