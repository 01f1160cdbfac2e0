import type { SessionRow } from '#contract/people.ts';
import type { Clock, Secrets } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import { shortAddress } from './short-address.ts';
import { IDLE_MS, SESSION_MS, type Staff } from './staff-access.ts';

/** Where a sign-in comes from. `session`: the secret of the session that the browser had before; it ends. */
export type From = { readonly address: string; readonly agent: string; readonly session: string | null };

export type StaffSessions = {
  /** A fresh session's secret. */
  open(userId: string, from: From, how: 'password' | 'first link' | 'link' | 'oidc'): Promise<string>;
  list(who: Staff): Promise<readonly SessionRow[]>;
  /** One of one's own sessions, or `others`. */
  end(who: Staff, id: string): Promise<void>;
  signOut(secret: string): Promise<void>;
};

type SessionPorts = { readonly clock: Clock; readonly secrets: Secrets; readonly repositories: Pick<Repositories, 'staff' | 'audit'> };

export function staffSessions({ clock, secrets, repositories }: SessionPorts): StaffSessions {
  const { staff, audit } = repositories;
  return {
    async open(userId, from, how) {
      const now = clock.now();
      const secret = secrets.make();
      const address = shortAddress(from.address);
      if (from.session !== null) await staff.removeSession(secrets.hash(from.session));
      await staff.addSession({ tokenHash: secrets.hash(secret), id: secrets.makeId(), userId, now, expiresAt: now + SESSION_MS, agent: from.agent.slice(0, 200), address });
      await audit.add({ at: now, actor: userId, action: 'sign-in', subject: userId, detail: { how }, address });
      return secret;
    },
    async list(who) {
      const rows = await staff.listSessions(who.id, { now: clock.now(), idleMs: IDLE_MS });
      return rows.map(({ id, startedAt, lastSeenAt, expiresAt, agent, address }) => ({ id, current: id === who.sessionId, startedAt, lastSeenAt, endsAt: expiresAt, agent, address }));
    },
    async end(who, id) {
      const ended = await staff.endSessions(who.id, id === 'others' ? { allBut: who.sessionId ?? null } : { only: id });
      if (ended > 0) await audit.add({ at: clock.now(), actor: who.id, action: 'end sessions', subject: who.id, detail: { ended } });
    },
    async signOut(secret) {
      await staff.removeSession(secrets.hash(secret));
    },
  };
}
