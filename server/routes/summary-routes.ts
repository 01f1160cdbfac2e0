import type { FastifyInstance } from 'fastify';
import { SpanQuery } from '#contract/day.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { knownParserOf } from '#contract/parse-known.ts';
import type { DailySummary } from '#contract/summaries.ts';
import type { Result } from '#domain/result.ts';
import type { AskFileWords } from '../services/day/file-words.ts';
import type { AnySummary } from '../services/files/summary-file.ts';
import type { Staff } from '../services/staff-access.ts';
import type { Summaries } from '../services/summaries.ts';
import type { Gates } from './gates.ts';
import { guarded } from './guarded.ts';
import { sendSummary } from './send-summary.ts';

const parseQuery = knownParserOf(SpanQuery);

export type SummaryRoutes = { readonly gates: Gates; readonly summaries: Summaries; readonly words: AskFileWords };

export function summaryRoutes(app: FastifyInstance, { gates, summaries, words }: SummaryRoutes): void {
  const summary = <Value>(path: string, ask: AskSpan<Value>, name: (value: Value, span: SpanQuery) => AnySummary): void => {
    app.get(path, (request, reply) =>
      guarded(request, reply, { gates, role: 'viewer', parse: parseQuery, ask, send: (to, value, query, staff) => sendSummary(to, query, name(value, query), () => words(staff, query)) }),
    );
  };
  app.get(HTTP_ROUTES.daily.path, (request, reply) =>
    guarded<SpanQuery, DailySummary | Buffer>(request, reply, {
      gates,
      role: 'viewer',
      parse: parseQuery,
      ask: (staff, query) => (isJson(query) ? summaries.dailyJson(staff, query) : summaries.daily(staff, query)),
      send: async (to, value, query, staff) => {
        if (Buffer.isBuffer(value)) return to.type('application/json; charset=utf-8').send(value);
        return sendSummary(to, query, { kind: 'daily', value, span: query }, () => words(staff, query));
      },
    }),
  );
  summary(HTTP_ROUTES.hourly.path, summaries.hourly, (value, span) => ({ kind: 'hourly', value, span }));
  summary(HTTP_ROUTES.procedures.path, summaries.procedures, (value, span) => ({ kind: 'procedures', value, span }));
  summary(HTTP_ROUTES.steps.path, summaries.steps, (value, span) => ({ kind: 'steps', value, span }));
}

function isJson({ format }: SpanQuery): boolean {
  return format === undefined || format === 'json';
}

type AskSpan<Value> = (staff: Staff, query: SpanQuery) => Promise<Result<Value, ErrorCode>>;
