import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ErrorCode } from '#contract/errors.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { parserOf } from '#contract/parse.ts';
import { DailySummaryQuery } from '#contract/summaries.ts';
import type { Result } from '#domain/result.ts';
import { buildDailyCsv, buildHourlyCsv } from '../services/csv.ts';
import type { Staff } from '../services/staff-access.ts';
import type { Summaries } from '../services/summaries.ts';
import { sendFailure } from './error-answer.ts';
import type { Gates } from './gates.ts';

const parseQuery = parserOf(DailySummaryQuery);
const parseFormat = parserOf(Type.Object({ format: Type.Optional(Type.Enum(['json', 'csv'])) }));

export type SummaryRoutes = {
  readonly gates: Gates;
  readonly summaries: Summaries;
};

export function summaryRoutes(app: FastifyInstance, { gates, summaries }: SummaryRoutes): void {
  const { daily, hourly, procedures, steps } = summaries;
  app.get(HTTP_ROUTES.daily.path, (request, reply) => answer(gates, request, reply, { ask: daily, csv: { name: 'daily', build: buildDailyCsv } }));
  app.get(HTTP_ROUTES.hourly.path, (request, reply) => answer(gates, request, reply, { ask: hourly, csv: { name: 'hourly', build: buildHourlyCsv } }));
  app.get(HTTP_ROUTES.procedures.path, (request, reply) => answer(gates, request, reply, { ask: procedures, csv: null }));
  app.get(HTTP_ROUTES.steps.path, (request, reply) => answer(gates, request, reply, { ask: steps, csv: null }));
}

type Page<Summary> = {
  readonly ask: (staff: Staff, query: DailySummaryQuery) => Promise<Result<Summary, ErrorCode>>;
  readonly csv: { readonly name: string; readonly build: (summary: Summary) => string } | null;
};

async function answer<Summary>(gates: Gates, request: FastifyRequest, reply: FastifyReply, { ask, csv }: Page<Summary>): Promise<FastifyReply> {
  const staff = await gates.staff(request, 'viewer');
  if (!staff.ok) return sendFailure(reply, staff.error);
  const query = parseQuery(request.query);
  if (!query.ok) return sendFailure(reply, query.error);
  const format = parseFormat(request.query);
  if (!format.ok) return sendFailure(reply, format.error);
  const wantsCsv = format.value.format === 'csv';
  if (wantsCsv && csv === null) return sendFailure(reply, { code: 'REQUEST_INVALID', message: 'This summary is not there as CSV.' });
  const summary = await ask(staff.value, query.value);
  if (!summary.ok) return sendFailure(reply, summary.error);
  if (!wantsCsv || csv === null) return reply.send(summary.value);
  const name = `mot-cham-${csv.name}-${query.value.from}-${query.value.to}.csv`;
  return reply.header('content-disposition', `attachment; filename="${name}"`).type('text/csv; charset=utf-8').send(csv.build(summary.value));
}
