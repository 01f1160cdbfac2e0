import type { FastifyInstance } from 'fastify';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { knownParserOf } from '#contract/parse-known.ts';
import { AuditQuery, RawQuery } from '#contract/people.ts';
import type { AuditLog } from '../services/audit-log.ts';
import type { RawLook } from '../services/audit-raw-look.ts';
import { sendFailure } from './error-answer.ts';
import type { Gates } from './gates.ts';

const parseQuery = knownParserOf(AuditQuery);
const parseRaw = knownParserOf(RawQuery);

export type AuditRoutes = { readonly gates: Gates; readonly log: AuditLog; readonly raw: RawLook };

/** Who did what, and the one way to single entries with their times. */
export function auditRoutes(app: FastifyInstance, { gates, log, raw }: AuditRoutes): void {
  app.get(HTTP_ROUTES.audit.path, async (request, reply) => {
    const staff = await gates.person(request, 'admin');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const query = parseQuery(request.query);
    if (!query.ok) return sendFailure(reply, query.error);
    if (query.value.format === 'csv') {
      const csv = await log.csv(query.value, staff.value);
      if (!csv.ok) return sendFailure(reply, csv.error);
      return reply.header('content-disposition', 'attachment; filename="mot-cham-audit.csv"').type('text/csv; charset=utf-8').send(csv.value);
    }
    const page = await log.page(query.value, staff.value);
    return page.ok ? reply.send(page.value) : sendFailure(reply, page.error);
  });

  app.get(HTTP_ROUTES.rawEntries.path, async (request, reply) => {
    const staff = await gates.person(request, 'admin');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const query = parseRaw(request.query);
    if (!query.ok) return sendFailure(reply, query.error);
    const entries = await raw.look(query.value, staff.value);
    return entries.ok ? reply.send(entries.value) : sendFailure(reply, entries.error);
  });
}
