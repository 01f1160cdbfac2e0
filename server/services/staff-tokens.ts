import type { AddReadTokenRequest, ReadToken } from '#contract/people.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, Secrets } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { Actor } from './actor.ts';
import { checkUnit } from './staff-accounts.ts';

/** Keys with which other systems read what a viewer of the unit sees. */
export type StaffTokens = {
  /** The secret is shown this once; the centre keeps only its hash. */
  add(token: AddReadTokenRequest, actor: Actor): Promise<Result<{ readonly token: ReadToken; readonly secret: string }, ErrorCode>>;
  list(actor: Actor): Promise<readonly ReadToken[]>;
  revoke(id: string, actor: Actor): Promise<Result<null, ErrorCode>>;
};

type TokenPorts = { readonly clock: Clock; readonly secrets: Secrets; readonly repositories: Pick<Repositories, 'staff' | 'audit' | 'points'> };

export function staffTokens(ports: TokenPorts): StaffTokens {
  const { clock, secrets, repositories } = ports;
  const { staff, audit, points } = repositories;
  return {
    async add({ name, unit, expiresAt }, actor) {
      const place = await checkUnit(ports, unit, actor);
      if (!place.ok) return place;
      const now = clock.now();
      if (expiresAt !== null && expiresAt <= now) return failure('REQUEST_INVALID', 'expiresAt lies in the past.', { path: '/expiresAt' });
      const secret = secrets.make();
      const token = { id: secrets.makeId(), name: name.normalize('NFC').trim(), unit, expiresAt };
      await staff.addReadToken(token, secrets.hash(secret), now);
      await audit.add({ at: now, actor: actor.id, action: 'add read token', subject: token.id, detail: { name: token.name, unit, expiresAt } });
      return success({ token: { ...token, createdAt: now, lastUsedAt: null, revokedAt: null }, secret });
    },
    list: (actor) => staff.listReadTokens(actor.unit),
    async revoke(id, actor) {
      const token = await staff.findReadTokenById(id);
      if (token === null) return failure('TOKEN_UNKNOWN', 'There is no such read token.');
      if (!(await points.unitLiesBelow(token.unit, actor.unit))) return failure('STAFF_NOT_ALLOWED', 'This read token is not one of your unit.');
      if (await staff.revokeReadToken(id, clock.now())) await audit.add({ at: clock.now(), actor: actor.id, action: 'revoke read token', subject: id, detail: { name: token.name } });
      return success(null);
    },
  };
}
