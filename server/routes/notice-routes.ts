import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { knownParserOf } from '#contract/parse-known.ts';
import { AddSubscriptionRequest } from '#contract/people.ts';
import type { Notices } from '../services/notify.ts';
import { sendFailure } from './error-answer.ts';
import type { Gates } from './gates.ts';

const parseAdd = knownParserOf(AddSubscriptionRequest);
const parseId = knownParserOf(Type.Object({ id: Type.String({ maxLength: 64 }) }));

/** Who is told what, by e-mail or webhook. */
export function noticeRoutes(app: FastifyInstance, { gates, notices }: { readonly gates: Gates; readonly notices: Notices }): void {
  app.get(HTTP_ROUTES.subscriptions.path, async (request, reply) => {
    const staff = await gates.person(request, 'viewer');
    if (!staff.ok) return sendFailure(reply, staff.error);
    return reply.send({ subscriptions: await notices.list(staff.value), mail: notices.mailWorks });
  });

  app.post(HTTP_ROUTES.addSubscription.path, async (request, reply) => {
    const staff = await gates.person(request, 'viewer');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const parsed = parseAdd(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const added = await notices.add(parsed.value, staff.value);
    return added.ok ? reply.code(201).send(added.value) : sendFailure(reply, added.error);
  });

  app.delete(HTTP_ROUTES.removeSubscription.path, async (request, reply) => {
    const staff = await gates.person(request, 'viewer');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const parsed = parseId(request.params);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const removed = await notices.remove(parsed.value.id, staff.value);
    return removed.ok ? reply.code(204).send() : sendFailure(reply, removed.error);
  });

  app.post(HTTP_ROUTES.testSubscription.path, async (request, reply) => {
    const staff = await gates.person(request, 'viewer');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const parsed = parseId(request.params);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const tested = await notices.test(parsed.value.id, staff.value);
    return tested.ok ? reply.send({ sent: tested.value === null, problem: tested.value }) : sendFailure(reply, tested.error);
  });
}
