import { parserOf } from '#contract/parse.ts';
import { ROLES, SignInRequest } from '#contract/staff.ts';
import { normaliseEmail } from '../services/sign-in.ts';
import { parseRole } from '../services/staff-accounts.ts';
import { ACTOR, done, refused, wrong, type Command, type Desk } from './command.ts';

const parseSignIn = parserOf(SignInRequest);

const addUser: Command = {
  name: 'user add',
  summary: 'add a person who may sign in; without --password one is made and shown',
  needed: ['email', 'role'],
  optional: ['password', 'unit'],
  async run(desk, flags) {
    const role = parseRole(flags['role'] ?? '');
    if (role === null) return wrong(`--role is one of ${ROLES.join(', ')}.`);
    const password = flags['password'] ?? desk.makePassword();
    if (!parseSignIn({ email: flags['email'], password }).ok) return wrong('--email is not an e-mail address, or the password is longer than 256 characters.');
    const unit = flags['unit'] ?? null;
    if (!(await isUnit(desk, unit))) return refused(`There is no unit ${unit}: make it with unit add.`);
    const added = await desk.accounts.add({ email: flags['email'] ?? '', role, password, unit }, ACTOR);
    if (!added.ok) return refused(added.error.message);
    const isMade = flags['password'] === undefined;
    return done(isMade ? { ...added.value, password } : added.value, [
      `${added.value.email} may sign in as ${added.value.role}.`,
      ...(isMade ? [`Password: ${password}  (shown once)`] : []),
    ]);
  },
};

const listUsers: Command = {
  name: 'user list',
  summary: 'list the people who may sign in',
  needed: [],
  optional: [],
  async run(desk) {
    const users = await desk.accounts.list(ACTOR);
    return done(users, users.map((user) => `${user.id}  ${user.email ?? '(no e-mail yet)'}  ${user.role}  ${user.unit ?? 'whole centre'}  ${user.state}`));
  },
};

const disableUser: Command = {
  name: 'user disable',
  summary: 'end a person\'s sessions and let nobody sign in as him; his name stays in the log',
  needed: ['email'],
  optional: [],
  async run(desk, flags) {
    const user = await desk.repositories.staff.findByEmail(normaliseEmail(flags['email'] ?? ''));
    if (user === null) return refused(`There is no user ${flags['email'] ?? ''}.`);
    const changed = await desk.accounts.change(user.id, { disabled: true }, ACTOR);
    return changed.ok ? done(changed.value, [`${user.email ?? user.id} cannot sign in any more.`]) : refused(changed.error.message);
  },
};

const addToken: Command = {
  name: 'token add',
  summary: 'make a read token for another system; shown once; --days: how long it holds, for ever if left out',
  needed: ['name'],
  optional: ['unit', 'days'],
  async run(desk, flags) {
    const days = flags['days'] ?? null;
    if (days !== null && !/^[1-9]\d{0,3}$/.test(days)) return wrong('--days is a number from 1 to 9999.');
    const expiresAt = days === null ? null : desk.now() + Number(days) * 86_400_000;
    const added = await desk.tokens.add({ name: flags['name'] ?? '', unit: flags['unit'] ?? null, expiresAt }, ACTOR);
    return added.ok ? done({ token: added.value.secret, id: added.value.token.id, expiresAt }, [added.value.secret]) : refused(`${added.error.message} Units are listed by unit list.`);
  },
};

const listTokens: Command = {
  name: 'token list',
  summary: 'list the read tokens, without their secrets',
  needed: [],
  optional: [],
  async run(desk) {
    const tokens = await desk.tokens.list(ACTOR);
    const when = (at: number | null): string => (at === null ? 'never' : new Date(at).toISOString());
    return done(
      tokens,
      tokens.map((token) => `${token.id}  ${token.name}  ${token.unit ?? 'whole centre'}  last used ${when(token.lastUsedAt)}  ends ${when(token.expiresAt)}${token.revokedAt === null ? '' : '  revoked'}`),
    );
  },
};

const revokeToken: Command = {
  name: 'token revoke',
  summary: 'refuse a read token from now on',
  needed: ['id'],
  optional: [],
  async run(desk, flags) {
    const revoked = await desk.tokens.revoke(flags['id'] ?? '', ACTOR);
    return revoked.ok ? done({ id: flags['id'], revoked: true }, [`Read token ${flags['id'] ?? ''} is revoked.`]) : refused(revoked.error.message);
  },
};

async function isUnit(desk: Desk, unit: string | null): Promise<boolean> {
  return unit === null || (await desk.repositories.points.listUnits()).some((known) => known.id === unit);
}

export const STAFF_COMMANDS: readonly Command[] = [addUser, listUsers, disableUser, addToken, listTokens, revokeToken];
