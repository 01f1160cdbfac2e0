import { COMMAND_LIMIT, type CommandKind, type CommandResult } from '#contract/commands.ts';
import type { CommandAnswer, KioskCommand } from '#contract/fleet.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, Secrets } from '../../ports.ts';
import type { CommandRow } from '../../repositories/commands.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import type { Actor } from '../actor.ts';
import { findKiosk } from './find-kiosk.ts';
import { pictureTypeOf } from './picture-type.ts';

/** A command that no kiosk began by then ends by itself, ms. */
export const COMMAND_MS = 10 * 60_000;
/** Pictures and logs are kept so long, ms. */
const KEPT_MS = 7 * 24 * 60 * 60_000;
/** What is over is looked for at most so often, ms. */
const SWEEP_EVERY = 60_000;
const LISTED = 20;

type Refused = 'KIOSK_UNKNOWN' | 'STAFF_NOT_ALLOWED';
export type Asker = Actor & { readonly email?: string | null };

/** A command as a heartbeat's answer carries it. */
export type CarriedCommand = { readonly id: string; readonly kind: string; readonly expiresAt: number };

export type KioskCommands = {
  /** One of the same kind that waits already is given back instead of a second one. */
  ask(kiosk: string, kind: CommandKind, actor: Asker): Promise<Result<KioskCommand, Refused | 'DEVICE_REVOKED'>>;
  list(kiosk: string, actor: Actor): Promise<Result<readonly KioskCommand[], Refused>>;
  /** What kiosks shall do, for the answers to their heartbeats. */
  open(deviceIds: readonly string[]): Promise<ReadonlyMap<string, readonly CarriedCommand[]>>;
  /** The kiosk's answer; a second one changes nothing. */
  answer(id: string, result: CommandResult, deviceId: string): Promise<Result<null, 'COMMAND_UNKNOWN' | 'REQUEST_INVALID'>>;
  /** Picture and log; each look is in the audit log. */
  look(id: string, actor: Actor): Promise<Result<CommandAnswer, Refused | 'COMMAND_UNKNOWN'>>;
};

type Ports = { readonly clock: Clock; readonly secrets: Secrets; readonly repositories: Pick<Repositories, 'commands' | 'devices' | 'points' | 'audit'> };

export function kioskCommands({ clock, secrets, repositories }: Ports): KioskCommands {
  const { commands, audit } = repositories;
  let sweptAt = Number.NEGATIVE_INFINITY;
  type Detail = Readonly<Record<string, unknown>>;
  const note = (action: string, actor: string, subject: string, detail: Detail): Promise<void> => audit.add({ at: clock.now(), actor, action, subject, detail });
  // Heartbeats are answered in groups: the request that is being answered may be another kiosk's.
  const noteKiosk = (action: string, kiosk: string, detail: Detail): Promise<void> => audit.add({ at: clock.now(), actor: kiosk, action, subject: kiosk, detail, address: null });
  const sweep = async (): Promise<void> => {
    if (clock.now() - sweptAt < SWEEP_EVERY) return;
    sweptAt = clock.now();
    for (const { id, deviceId, kind } of await commands.sweep(clock.now())) await noteKiosk('command expired', deviceId, { command: id, kind });
  };
  return {
    async ask(kioskId, kind, actor) {
      const kiosk = await findKiosk(repositories, kioskId, actor);
      if (!kiosk.ok) return kiosk;
      if (kiosk.value.revoked) return failure('DEVICE_REVOKED', 'The kiosk was revoked: it hears nothing any more.');
      const askedAt = clock.now();
      const asked = { id: secrets.makeId(), deviceId: kioskId, kind, askedBy: actor.email ?? actor.id, askedAt, expiresAt: askedAt + COMMAND_MS };
      const isNew = await commands.add(asked);
      if (isNew) await note('command asked', actor.id, kioskId, { command: asked.id, kind });
      const listed = await commands.list(kioskId, LISTED);
      const standing = listed.find((row) => (isNew ? row.id === asked.id : row.kind === kind && row.answeredAt === null)) ?? unanswered(asked);
      return success(kioskCommandOf(standing, askedAt));
    },
    async list(kioskId, actor) {
      const kiosk = await findKiosk(repositories, kioskId, actor);
      if (!kiosk.ok) return kiosk;
      return success((await commands.list(kioskId, LISTED)).map((row) => kioskCommandOf(row, clock.now())));
    },
    async open(deviceIds) {
      await sweep();
      const byDevice = new Map<string, CarriedCommand[]>();
      for (const { id, deviceId, kind, expiresAt, isDelivered } of await commands.open(deviceIds, clock.now())) {
        const isFirst = !isDelivered && (await commands.markDelivered(id, clock.now()));
        if (isFirst) await noteKiosk('command delivered', deviceId, { command: id, kind });
        byDevice.set(deviceId, [...(byDevice.get(deviceId) ?? []), { id, kind, expiresAt }]);
      }
      return byDevice;
    },
    async answer(id, { outcome, detail, picture, log }, deviceId) {
      const command = await commands.find(id);
      if (command === null || command.deviceId !== deviceId) return failure('COMMAND_UNKNOWN', 'There is no such command for this kiosk.');
      if (picture !== undefined && pictureTypeOf(picture) === null) return failure('REQUEST_INVALID', `/picture is neither PNG nor JPEG in base64, or larger than ${COMMAND_LIMIT.pictureBytes} bytes.`);
      const now = clock.now();
      const isFirst = await commands.end(id, { outcome, detail: detail ?? null, picture: picture ?? null, log: log ?? null, now, keptUntil: now + KEPT_MS });
      if (isFirst) await note('command answered', deviceId, deviceId, { command: id, kind: command.kind, outcome, ...(detail === undefined ? {} : { detail }) });
      return success(null);
    },
    look: (id, actor) => look({ clock, secrets, repositories }, id, actor),
  };
}

async function look({ clock, repositories }: Ports, id: string, actor: Actor): ReturnType<KioskCommands['look']> {
  const { commands, audit } = repositories;
  const command = await commands.find(id);
  if (command === null) return failure('COMMAND_UNKNOWN', 'There is no such command.');
  const kiosk = await findKiosk(repositories, command.deviceId, actor);
  if (!kiosk.ok) return kiosk;
  const answer = await commands.findAnswer(id, clock.now());
  if (answer === null) return failure('COMMAND_UNKNOWN', 'It brought nothing, or what it brought was deleted after seven days.');
  const seen = { command: id, kind: command.kind, picture: answer.picture !== null, log: answer.log !== null };
  // Before anything is shown: a look that cannot be written down does not happen.
  await audit.add({ at: clock.now(), actor: actor.id, action: 'look at command answer', subject: command.deviceId, detail: seen });
  const type = answer.picture === null ? null : pictureTypeOf(answer.picture);
  return success({ picture: answer.picture === null || type === null ? null : { type, base64: answer.picture }, log: answer.log });
}

function unanswered(asked: Omit<CommandRow, 'deliveredAt' | 'answeredAt' | 'expiredAt' | 'outcome' | 'detail' | 'hasPicture' | 'hasLog'>): CommandRow {
  return { ...asked, deliveredAt: null, answeredAt: null, expiredAt: null, outcome: null, detail: null, hasPicture: false, hasLog: false };
}

export function kioskCommandOf(row: CommandRow, now: number): KioskCommand {
  const { id, kind, askedBy, askedAt, expiresAt, answeredAt, detail, hasPicture, hasLog } = row;
  return { id, kind, state: stateOf(row, now), askedBy, askedAt, expiresAt, answeredAt, detail, hasPicture, hasLog };
}

function stateOf({ outcome, expiresAt, expiredAt, deliveredAt }: CommandRow, now: number): KioskCommand['state'] {
  if (outcome !== null) return outcome;
  if (expiredAt !== null || expiresAt <= now) return 'expired';
  return deliveredAt === null ? 'waiting' : 'delivered';
}
