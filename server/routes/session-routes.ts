import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ErrorCode } from '#contract/errors.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { knownParserOf } from '#contract/parse-known.ts';
import { ChangePasswordRequest, OpenLinkRequest, UseLinkRequest } from '#contract/people.ts';
import { ClaimRequest, OneTimeSignInRequest, SHORTEST_PASSWORD, SignInRequest } from '#contract/staff.ts';
import type { Result } from '#domain/result.ts';
import type { SignIn } from '../services/sign-in.ts';
import { SESSION_MS } from '../services/staff-access.ts';
import type { StaffLinks } from '../services/staff-links.ts';
import type { From } from '../services/staff-sessions.ts';
import { sendFailure } from './error-answer.ts';
import type { Gates } from './gates.ts';

const parseSignIn = knownParserOf(SignInRequest);
const parseOnce = knownParserOf(OneTimeSignInRequest);
const parseOpen = knownParserOf(OpenLinkRequest);
const parseUse = knownParserOf(UseLinkRequest);
const parseClaim = knownParserOf(ClaimRequest);
const parseChange = knownParserOf(ChangePasswordRequest);
const parseId = knownParserOf(Type.Object({ id: Type.String({ maxLength: 64 }) }));

export type SessionRoutes = {
  readonly gates: Gates;
  readonly signIn: SignIn;
  readonly links: StaffLinks;
  /** The name of the OpenID Connect provider; null when there is none. */
  readonly oidcName: string | null;
};

/** Getting in and out, and one's own account. */
export function sessionRoutes(app: FastifyInstance, routes: SessionRoutes): void {
  signInRoutes(app, routes);
  accountRoutes(app, routes);
}

export function fromOf(gates: Gates, request: FastifyRequest): From {
  return { address: request.ip, agent: request.headers['user-agent'] ?? '', session: gates.session(request) };
}

function signInRoutes(app: FastifyInstance, { gates, signIn, links, oidcName }: SessionRoutes): void {
  const letIn = (reply: FastifyReply, session: Result<string, ErrorCode>): FastifyReply => {
    if (!session.ok) return sendFailure(reply, session.error);
    gates.openSession(reply, session.value, SESSION_MS / 1_000);
    return reply.code(204).send();
  };

  app.get(HTTP_ROUTES.signInOptions.path, async (_request, reply) => reply.send({ oidc: oidcName === null ? null : { name: oidcName }, shortestPassword: SHORTEST_PASSWORD }));

  app.post(HTTP_ROUTES.signIn.path, async (request, reply) => {
    const parsed = parseSignIn(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    return letIn(reply, await signIn.withPassword(parsed.value.email, parsed.value.password, fromOf(gates, request)));
  });

  app.post(HTTP_ROUTES.signInOnce.path, async (request, reply) => {
    const parsed = parseOnce(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    return letIn(reply, await signIn.withLink(parsed.value.token, fromOf(gates, request)));
  });

  app.post(HTTP_ROUTES.openLink.path, async (request, reply) => {
    const parsed = parseOpen(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const opened = await links.open(parsed.value.token, request.ip);
    return opened.ok ? reply.send(opened.value) : sendFailure(reply, opened.error);
  });

  app.post(HTTP_ROUTES.useLink.path, async (request, reply) => {
    const parsed = parseUse(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    return letIn(reply, await links.use(parsed.value.token, parsed.value.password, fromOf(gates, request)));
  });

  app.post(HTTP_ROUTES.signOut.path, async (request, reply) => {
    const session = gates.session(request);
    if (session !== null) await signIn.signOut(session);
    gates.closeSession(reply);
    return reply.code(204).send();
  });
}

function accountRoutes(app: FastifyInstance, { gates, signIn }: SessionRoutes): void {
  app.post(HTTP_ROUTES.claim.path, async (request, reply) => {
    const staff = await gates.person(request, 'admin');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const parsed = parseClaim(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const claimed = await signIn.claim(staff.value, parsed.value.email, parsed.value.password);
    return claimed.ok ? reply.code(204).send() : sendFailure(reply, claimed.error);
  });

  app.get(HTTP_ROUTES.me.path, async (request, reply) => {
    const staff = await gates.staff(request, 'viewer');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const { id, email, role, unit, name = '' } = staff.value;
    return reply.send({ id, email, role, unit, name });
  });

  app.post(HTTP_ROUTES.changePassword.path, async (request, reply) => {
    const staff = await gates.person(request, 'viewer');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const parsed = parseChange(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const session = await signIn.changePassword(staff.value, parsed.value.present, parsed.value.fresh, fromOf(gates, request));
    if (!session.ok) return sendFailure(reply, session.error);
    gates.openSession(reply, session.value, SESSION_MS / 1_000);
    return reply.code(204).send();
  });

  app.get(HTTP_ROUTES.sessions.path, async (request, reply) => {
    const staff = await gates.person(request, 'viewer');
    return staff.ok ? reply.send({ sessions: await signIn.sessions.list(staff.value) }) : sendFailure(reply, staff.error);
  });

  app.delete(HTTP_ROUTES.endSession.path, async (request, reply) => {
    const staff = await gates.person(request, 'viewer');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const parsed = parseId(request.params);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    await signIn.sessions.end(staff.value, parsed.value.id);
    return reply.code(204).send();
  });
}
