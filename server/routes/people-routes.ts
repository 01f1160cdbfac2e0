import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { ErrorCode } from '#contract/errors.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { knownParserOf } from '#contract/parse-known.ts';
import { AddReadTokenRequest, ChangeAccountRequest, InviteRequest, NewLinkRequest, type LinkAnswer } from '#contract/people.ts';
import { failure, success, type Result } from '#domain/result.ts';
import { accountOf, type StaffAccounts } from '../services/staff-accounts.ts';
import type { Staff } from '../services/staff-access.ts';
import type { StaffLinks } from '../services/staff-links.ts';
import type { LinkMail } from '../services/staff-link-mail.ts';
import type { StaffTokens } from '../services/staff-tokens.ts';
import { sendFailure } from './error-answer.ts';
import type { Gates } from './gates.ts';

const parseInvite = knownParserOf(InviteRequest);
const parseChange = knownParserOf(ChangeAccountRequest);
const parseNewLink = knownParserOf(NewLinkRequest);
const parseToken = knownParserOf(AddReadTokenRequest);
const parseId = knownParserOf(Type.Object({ id: Type.String({ maxLength: 64 }) }));

export type PeopleRoutes = {
  readonly gates: Gates;
  readonly accounts: StaffAccounts;
  readonly links: StaffLinks;
  readonly linkMail: LinkMail;
  readonly tokens: StaffTokens;
};

/** Users and read tokens: an administrator's, of his unit and below. */
export function peopleRoutes(app: FastifyInstance, routes: PeopleRoutes): void {
  userRoutes(app, routes);
  tokenRoutes(app, routes);
}

function userRoutes(app: FastifyInstance, routes: PeopleRoutes): void {
  const { gates, accounts, linkMail } = routes;
  app.get(HTTP_ROUTES.users.path, async (request, reply) => {
    const staff = await gates.person(request, 'admin');
    return staff.ok ? reply.send({ users: await accounts.list(staff.value) }) : sendFailure(reply, staff.error);
  });

  app.post(HTTP_ROUTES.inviteUser.path, async (request, reply) => {
    const staff = await gates.person(request, 'admin');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const parsed = parseInvite(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    if (parsed.value.mail && !linkMail.works) return sendFailure(reply, { code: 'MAIL_OFF', message: 'This centre cannot send e-mail.' });
    const added = await accounts.invite(parsed.value, staff.value);
    if (!added.ok) return sendFailure(reply, added.error);
    const answer = await makeLink(routes, staff.value, added.value.id, parsed.value.mail);
    return answer.ok ? reply.code(201).send(answer.value) : sendFailure(reply, answer.error);
  });

  app.patch(HTTP_ROUTES.changeUser.path, async (request, reply) => {
    const staff = await gates.person(request, 'admin');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const [id, parsed] = [parseId(request.params), parseChange(request.body)];
    if (!id.ok) return sendFailure(reply, id.error);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const changed = await accounts.change(id.value.id, parsed.value, staff.value);
    return changed.ok ? reply.send(changed.value) : sendFailure(reply, changed.error);
  });

  app.post(HTTP_ROUTES.linkUser.path, async (request, reply) => {
    const staff = await gates.person(request, 'admin');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const [id, parsed] = [parseId(request.params), parseNewLink(request.body)];
    if (!id.ok) return sendFailure(reply, id.error);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const answer = await makeLink(routes, staff.value, id.value.id, parsed.value.mail);
    return answer.ok ? reply.code(201).send(answer.value) : sendFailure(reply, answer.error);
  });
}

/** A link is shown once, or mailed and never shown. */
async function makeLink({ accounts, links, linkMail }: PeopleRoutes, actor: Staff, id: string, mail: boolean): Promise<Result<LinkAnswer, ErrorCode>> {
  if (id === actor.id) return failure('STAFF_NOT_ALLOWED', 'One\'s own password is changed on the account page.');
  if (mail && !linkMail.works) return failure('MAIL_OFF', 'This centre cannot send e-mail.');
  const user = await accounts.find(id, actor);
  if (!user.ok) return user;
  const made = await links.make(user.value, actor);
  if (!made.ok) return made;
  const { secret, kind, expiresAt } = made.value;
  if (mail) {
    const sent = await linkMail.send(user.value, { secret, kind, expiresAt });
    if (!sent.ok) return sent;
  }
  return success({ user: accountOf(user.value), link: mail ? null : `/link#${secret}`, expiresAt });
}

function tokenRoutes(app: FastifyInstance, { gates, tokens }: PeopleRoutes): void {
  app.get(HTTP_ROUTES.readTokens.path, async (request, reply) => {
    const staff = await gates.person(request, 'admin');
    return staff.ok ? reply.send({ tokens: await tokens.list(staff.value) }) : sendFailure(reply, staff.error);
  });

  app.post(HTTP_ROUTES.addReadToken.path, async (request, reply) => {
    const staff = await gates.person(request, 'admin');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const parsed = parseToken(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const added = await tokens.add(parsed.value, staff.value);
    return added.ok ? reply.code(201).send(added.value) : sendFailure(reply, added.error);
  });

  app.delete(HTTP_ROUTES.revokeReadToken.path, async (request, reply) => {
    const staff = await gates.person(request, 'admin');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const parsed = parseId(request.params);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const revoked = await tokens.revoke(parsed.value.id, staff.value);
    return revoked.ok ? reply.code(204).send() : sendFailure(reply, revoked.error);
  });
}
