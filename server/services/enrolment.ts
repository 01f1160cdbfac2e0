import { PAIRING_CODE_MINUTES, type EnrolAnswer, type EnrolRequest } from '#contract/enrol.ts';
import type { PairAnswer } from '#contract/staff.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, Random, Secrets } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { Actor } from './actor.ts';
import { makePairingCode, normalisePairingCode } from './pairing-code.ts';

export type EnrolmentPorts = {
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly repositories: Pick<Repositories, 'devices' | 'points' | 'audit'>;
  readonly contentKey: string;
  readonly publicUrl: string | null;
};

export type Enrolment = {
  /** A code for one kiosk of the service point, shown once. */
  pair(servicePoint: string, actor: Actor): Promise<Result<PairAnswer, 'POINT_UNKNOWN' | 'STAFF_NOT_ALLOWED'>>;
  enrol(request: EnrolRequest): Promise<Result<EnrolAnswer, 'ENROL_CODE_UNKNOWN' | 'ENROL_STREAM_TAKEN'>>;
  /** False when there is no such device. */
  revoke(id: string, actor: Actor): Promise<boolean>;
};

export function enrolment(ports: EnrolmentPorts): Enrolment {
  const { clock, random, secrets, repositories } = ports;
  const { devices, points, audit } = repositories;
  return {
    async pair(servicePoint, actor) {
      const point = await points.find(servicePoint);
      if (point === null) return failure('POINT_UNKNOWN', `There is no service point ${servicePoint}.`);
      if (!(await points.unitLiesBelow(point.unit, actor.unit))) return failure('STAFF_NOT_ALLOWED', `The service point ${servicePoint} is not one of yours.`);
      const pairingCode = makePairingCode(random);
      const expiresAt = clock.now() + PAIRING_CODE_MINUTES * 60_000;
      await devices.addPairingCode(secrets.hash(normalisePairingCode(pairingCode) ?? pairingCode), point.no, expiresAt);
      await audit.add({ at: clock.now(), actor: actor.id, action: 'pair', subject: point.id, detail: { expiresAt } });
      return success({ pairingCode, expiresAt });
    },
    async enrol({ pairingCode, stream, device }) {
      const code = normalisePairingCode(pairingCode);
      if (code === null) return failure('ENROL_CODE_UNKNOWN', 'This is not a pairing code.');
      const deviceId = secrets.makeId();
      const token = secrets.make();
      const outcome = await devices.enrol(secrets.hash(code), { id: deviceId, tokenHash: secrets.hash(token), ...device }, stream, clock.now());
      if (outcome === 'code-unknown') return failure('ENROL_CODE_UNKNOWN', 'This pairing code is not known, was used before, or is too old.');
      if (outcome === 'stream-taken') return failure('ENROL_STREAM_TAKEN', 'This ledger belongs to another device.');
      const { id, name, kind, timezone } = outcome;
      await audit.add({ at: clock.now(), actor: deviceId, action: 'enrol', subject: id, detail: { ...device, stream } });
      return success({ deviceId, token, servicePoint: { id, name, kind, timezone, publicUrl: ports.publicUrl }, contentKey: ports.contentKey });
    },
    async revoke(id, actor) {
      const found = await devices.revoke(id, clock.now());
      if (found) await audit.add({ at: clock.now(), actor: actor.id, action: 'revoke', subject: id, detail: {} });
      return found;
    },
  };
}
