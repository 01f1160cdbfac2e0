import type { FastifyInstance } from 'fastify';
import { SpanQuery } from '#contract/day.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { parserOf } from '#contract/parse.ts';
import type { Result } from '#domain/result.ts';
import type { AnySummary } from '../services/files/summary-file.ts';
import type { Staff } from '../services/staff-access.ts';
import type { Summaries } from '../services/summaries.ts';
import type { Gates } from './gates.ts';
import { guarded } from './guarded.ts';
import { sendSummary } from './send-summary.ts';

const parseQuery = parserOf(SpanQuery);

export type SummaryRoutes = { readonly gates: Gates; readonly summaries: Summaries };

export function summaryRoutes(app: FastifyInstance, { gates, summaries }: SummaryRoutes): void {
  const summary = <Value>(path: string, ask: AskSpan<Value>, name: (value: Value, span: SpanQuery) => AnySummary): void => {
    app.get(path, (request, reply) =>
      guarded(request, reply, { gates, role: 'viewer', parse: parseQuery, ask, send: (to, value, query) => sendSummary(to, query, name(value, query)) }),
    );
  };
  summary(HTTP_ROUTES.daily.path, summaries.daily, (value, span) => ({ kind: 'daily', value, span }));
  summary(HTTP_ROUTES.hourly.path, summaries.hourly, (value, span) => ({ kind: 'hourly', value, span }));
  summary(HTTP_ROUTES.procedures.path, summaries.procedures, (value, span) => ({ kind: 'procedures', value, span }));
  summary(HTTP_ROUTES.steps.path, summaries.steps, (value, span) => ({ kind: 'steps', value, span }));
}

type AskSpan<Value> = (staff: Staff, query: SpanQuery) => Promise<Result<Value, ErrorCode>>;
