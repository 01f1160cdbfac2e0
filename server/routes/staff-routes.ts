import type { FastifyInstance } from 'fastify';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { parserOf } from '#contract/parse.ts';
import { AddPointRequest, ClaimRequest, OneTimeSignInRequest, PairRequest, SignInRequest } from '#contract/staff.ts';
import type { Enrolment } from '../services/enrolment.ts';
import type { ServicePoints } from '../services/service-points.ts';
import { SESSION_MS, type SignIn } from '../services/sign-in.ts';
import { sendFailure } from './error-answer.ts';
import type { Gates } from './gates.ts';

const parseSignIn = parserOf(SignInRequest);
const parseOnce = parserOf(OneTimeSignInRequest);
const parseClaim = parserOf(ClaimRequest);
const parsePoint = parserOf(AddPointRequest);
const parsePair = parserOf(PairRequest);

export type StaffRoutes = {
  readonly gates: Gates;
  readonly signIn: SignIn;
  readonly enrolment: Enrolment;
  readonly servicePoints: ServicePoints;
};

export function staffRoutes(app: FastifyInstance, routes: StaffRoutes): void {
  sessionRoutes(app, routes);
  pointRoutes(app, routes);
}

function sessionRoutes(app: FastifyInstance, { gates, signIn }: StaffRoutes): void {
  app.post(HTTP_ROUTES.signIn.path, async (request, reply) => {
    const parsed = parseSignIn(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const session = await signIn.withPassword(parsed.value.email, parsed.value.password, request.ip);
    if (!session.ok) return sendFailure(reply, session.error);
    gates.openSession(reply, session.value, SESSION_MS / 1_000);
    return reply.code(204).send();
  });

  app.post(HTTP_ROUTES.signInOnce.path, async (request, reply) => {
    const parsed = parseOnce(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const session = await signIn.withLink(parsed.value.token, request.ip);
    if (!session.ok) return sendFailure(reply, session.error);
    gates.openSession(reply, session.value, SESSION_MS / 1_000);
    return reply.code(204).send();
  });

  app.post(HTTP_ROUTES.claim.path, async (request, reply) => {
    const staff = await gates.staff(request, 'admin');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const parsed = parseClaim(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const claimed = await signIn.claim(staff.value, parsed.value.email, parsed.value.password);
    return claimed.ok ? reply.code(204).send() : sendFailure(reply, claimed.error);
  });

  app.post(HTTP_ROUTES.signOut.path, async (request, reply) => {
    const session = gates.session(request);
    if (session !== null) await signIn.signOut(session);
    gates.closeSession(reply);
    return reply.code(204).send();
  });

  app.get(HTTP_ROUTES.me.path, async (request, reply) => {
    const staff = await gates.staff(request, 'viewer');
    return staff.ok ? reply.send(staff.value) : sendFailure(reply, staff.error);
  });
}

function pointRoutes(app: FastifyInstance, { gates, enrolment, servicePoints }: StaffRoutes): void {
  app.get(HTTP_ROUTES.servicePoints.path, async (request, reply) => {
    const staff = await gates.staff(request, 'viewer');
    return staff.ok ? reply.send(await servicePoints.list(staff.value)) : sendFailure(reply, staff.error);
  });

  app.post(HTTP_ROUTES.addServicePoint.path, async (request, reply) => {
    const staff = await gates.staff(request, 'admin');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const parsed = parsePoint(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const added = await servicePoints.add(parsed.value, staff.value);
    return added.ok ? reply.code(201).send(added.value) : sendFailure(reply, added.error);
  });

  app.post(HTTP_ROUTES.pair.path, async (request, reply) => {
    const staff = await gates.staff(request, 'editor');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const parsed = parsePair(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const code = await enrolment.pair(parsed.value.servicePoint, staff.value);
    return code.ok ? reply.code(201).send(code.value) : sendFailure(reply, code.error);
  });
}
