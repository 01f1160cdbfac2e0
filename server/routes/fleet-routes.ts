import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ErrorCode } from '#contract/errors.ts';
import { AddUnitRequest, AskCommandRequest, ChangeKioskRequest, ChangePointRequest, ChangeUnitRequest } from '#contract/fleet.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { knownParserOf } from '#contract/parse-known.ts';
import type { Parse } from '#contract/parse.ts';
import { AddPointRequest, PairRequest, type Role } from '#contract/staff.ts';
import { isCalendarDay } from '#domain/calendar-day.ts';
import { failure, type Result } from '#domain/result.ts';
import type { Static, TSchema } from 'typebox';
import type { Clock } from '../ports.ts';
import type { Enrolment } from '../services/enrolment.ts';
import type { KioskCommands } from '../services/fleet/kiosk-commands.ts';
import type { Kiosks } from '../services/kiosks.ts';
import type { ServicePoints } from '../services/service-points.ts';
import type { Staff } from '../services/staff-access.ts';
import { makeThrottle } from '../services/throttle.ts';
import type { Units } from '../services/units.ts';
import { sendFailure } from './error-answer.ts';
import type { Gates } from './gates.ts';

const parseId = knownParserOf(Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }) }));
const parseDay = knownParserOf(Type.Object({ day: Type.Optional(Type.String()) }));
const parseNothing = knownParserOf(Type.Unknown());
const parseAddUnit = knownParserOf(AddUnitRequest);
const parseChangeUnit = knownParserOf(ChangeUnitRequest);
const parseAddPoint = knownParserOf(AddPointRequest);
const parseChangePoint = knownParserOf(ChangePointRequest);
const parsePair = knownParserOf(PairRequest);
const parseChangeKiosk = knownParserOf(ChangeKioskRequest);
const parseAsk = knownParserOf(AskCommandRequest);

/** Pairing codes that one person may make: a delivery of kiosks at once, then one in ten seconds. Each is a row that stays. */
const CODES_OF_ONE = { tries: 100, refillMs: 10_000 };

export type FleetRoutes = {
  readonly clock: Clock;
  readonly gates: Gates;
  readonly units: Units;
  readonly servicePoints: ServicePoints;
  readonly enrolment: Enrolment;
  readonly kiosks: Kiosks;
  readonly commands: KioskCommands;
};

/** Units, service points, kiosks, and what staff ask of kiosks from afar. */
export function fleetRoutes(app: FastifyInstance, routes: FleetRoutes): void {
  structureRoutes(app, routes);
  kioskRoutesForStaff(app, routes);
  commandRoutes(app, routes);
}

function structureRoutes(app: FastifyInstance, { gates, units, servicePoints }: FleetRoutes): void {
  const answer = answererOf(gates);
  app.get(HTTP_ROUTES.units.path, (request, reply) => answer(request, reply, { role: 'viewer', parse: parseNothing, status: 200, ask: async ({ staff }) => ok(await units.list(staff)) }));
  app.post(HTTP_ROUTES.addUnit.path, (request, reply) => answer(request, reply, { role: 'admin', parse: parseAddUnit, status: 204, ask: ({ staff, body }) => units.add(body, staff) }));
  app.patch(HTTP_ROUTES.changeUnit.path, (request, reply) => answer(request, reply, { role: 'admin', parse: parseChangeUnit, status: 204, ask: ({ staff, body, id }) => units.change(id, body, staff) }));
  app.get(HTTP_ROUTES.servicePoints.path, (request, reply) => answer(request, reply, { role: 'viewer', parse: parseNothing, status: 200, ask: async ({ staff }) => ok(await servicePoints.list(staff)) }));
  app.post(HTTP_ROUTES.addServicePoint.path, (request, reply) => answer(request, reply, { role: 'admin', parse: parseAddPoint, status: 201, ask: ({ staff, body }) => servicePoints.add(body, staff) }));
  app.patch(HTTP_ROUTES.changeServicePoint.path, (request, reply) => answer(request, reply, { role: 'admin', parse: parseChangePoint, status: 204, ask: ({ staff, body, id }) => servicePoints.change(id, body, staff) }));
}

function kioskRoutesForStaff(app: FastifyInstance, { clock, gates, enrolment, kiosks }: FleetRoutes): void {
  const answer = answererOf(gates);
  const made = makeThrottle(CODES_OF_ONE);
  const inTurn = async <Value>(staff: Staff, make: () => Promise<Result<Value, ErrorCode>>): Promise<Result<Value, ErrorCode>> => {
    const wait = made.take(staff.id, clock.now());
    return wait > 0 ? failure('REQUEST_TOO_MANY', 'Too many pairing codes at once.', { retryAfter: Math.ceil(wait / 1_000) }) : make();
  };
  app.post(HTTP_ROUTES.pair.path, (request, reply) => answer(request, reply, { role: 'editor', parse: parsePair, status: 201, ask: ({ staff, body }) => inTurn(staff, () => enrolment.pair(body.servicePoint, staff)) }));
  app.get(HTTP_ROUTES.kiosks.path, async (request, reply) => {
    const staff = await gates.staff(request, 'viewer');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const parsed = parseDay(request.query);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const { day } = parsed.value;
    if (day !== undefined && !isCalendarDay(day)) return sendFailure(reply, { code: 'REQUEST_INVALID', message: 'day is a day, such as 2026-11-23.' });
    return reply.send(await kiosks.list(staff.value, day ?? null));
  });
  app.get(HTTP_ROUTES.kiosk.path, (request, reply) => answer(request, reply, { role: 'viewer', parse: parseNothing, status: 200, ask: ({ staff, id }) => kiosks.detail(id, staff) }));
  app.patch(HTTP_ROUTES.changeKiosk.path, (request, reply) => answer(request, reply, { role: 'admin', parse: parseChangeKiosk, status: 204, ask: ({ staff, body, id }) => kiosks.change(id, body, staff) }));
  app.post(HTTP_ROUTES.replaceKiosk.path, (request, reply) => answer(request, reply, { role: 'editor', parse: parseNothing, status: 201, ask: ({ staff, id }) => inTurn(staff, () => enrolment.replace(id, staff)) }));
  app.post(HTTP_ROUTES.revokeKiosk.path, (request, reply) => answer(request, reply, { role: 'admin', parse: parseNothing, status: 204, ask: ({ staff, id }) => enrolment.revoke(id, staff) }));
}

function commandRoutes(app: FastifyInstance, { gates, commands }: FleetRoutes): void {
  const answer = answererOf(gates);
  app.get(HTTP_ROUTES.kioskCommands.path, (request, reply) =>
    answer(request, reply, {
      role: 'viewer',
      parse: parseNothing,
      status: 200,
      ask: async ({ staff, id }) => {
        const listed = await commands.list(id, staff);
        return listed.ok ? ok({ commands: listed.value }) : listed;
      },
    }),
  );
  app.post(HTTP_ROUTES.askCommand.path, (request, reply) => answer(request, reply, { role: 'editor', parse: parseAsk, status: 201, ask: ({ staff, body, id }) => commands.ask(id, body.kind, staff) }));
  app.get(HTTP_ROUTES.commandAnswer.path, (request, reply) => answer(request, reply, { role: 'viewer', parse: parseNothing, status: 200, ask: ({ staff, id }) => commands.look(id, staff) }));
}

type Asked<Body> = { readonly staff: Staff; readonly body: Body; /** Of the path; '' where it names none. */ readonly id: string };
type Question<Schema extends TSchema> = {
  readonly role: Role;
  readonly parse: Parse<Schema>;
  readonly status: 200 | 201 | 204;
  readonly ask: (asked: Asked<Static<Schema>>) => Promise<Result<unknown, ErrorCode>>;
};

/** The way every question of staff takes: who asks, what is asked, what is answered. */
function answererOf(gates: Gates): <Schema extends TSchema>(request: FastifyRequest, reply: FastifyReply, question: Question<Schema>) => Promise<FastifyReply> {
  return async (request, reply, { role, parse, status, ask }) => {
    const staff = await gates.staff(request, role);
    if (!staff.ok) return sendFailure(reply, staff.error);
    const path = parseId(request.params);
    const body = parse(request.body);
    if (!body.ok) return sendFailure(reply, body.error);
    const answer = await ask({ staff: staff.value, body: body.value, id: path.ok ? path.value.id : '' });
    if (!answer.ok) return sendFailure(reply, answer.error);
    return status === 204 ? reply.code(204).send() : reply.code(status).send(answer.value);
  };
}

function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}
