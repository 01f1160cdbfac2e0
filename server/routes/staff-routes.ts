import type { FastifyInstance } from 'fastify';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { parserOf } from '#contract/parse.ts';
import { AddPointRequest, PairRequest } from '#contract/staff.ts';
import type { Enrolment } from '../services/enrolment.ts';
import type { ServicePoints } from '../services/service-points.ts';
import { sendFailure } from './error-answer.ts';
import type { Gates } from './gates.ts';

const parsePoint = parserOf(AddPointRequest);
const parsePair = parserOf(PairRequest);

export type StaffRoutes = {
  readonly gates: Gates;
  readonly enrolment: Enrolment;
  readonly servicePoints: ServicePoints;
};

export function staffRoutes(app: FastifyInstance, routes: StaffRoutes): void {
  pointRoutes(app, routes);
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
