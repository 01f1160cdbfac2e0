import type { FastifyInstance } from 'fastify';
import { AcknowledgeRequest, AlertsQuery, OverviewQuery, SetTargetRequest, SpanQuery, TargetsQuery } from '#contract/day.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { knownParserOf } from '#contract/parse-known.ts';
import type { Result } from '#domain/result.ts';
import type { AlertService } from '../services/day/alert-list.ts';
import type { AskFileWords } from '../services/day/file-words.ts';
import type { AskOverview } from '../services/day/overview.ts';
import type { Spans } from '../services/day/spans.ts';
import type { TargetService } from '../services/day/targets.ts';
import type { AnySummary } from '../services/files/summary-file.ts';
import type { Staff } from '../services/staff-access.ts';
import type { Gates } from './gates.ts';
import { guarded } from './guarded.ts';
import { sendSummary } from './send-summary.ts';

export type DayRoutes = {
  readonly gates: Gates;
  readonly overview: AskOverview;
  readonly spans: Spans;
  readonly targets: TargetService;
  readonly alerts: AlertService;
  readonly words: AskFileWords;
};

const parseOverview = knownParserOf(OverviewQuery);
const parseSpan = knownParserOf(SpanQuery);
const parseTargets = knownParserOf(TargetsQuery);
const parseSetTarget = knownParserOf(SetTargetRequest);
const parseAlerts = knownParserOf(AlertsQuery);
const parseWord = knownParserOf(AcknowledgeRequest);

export function dayRoutes(app: FastifyInstance, { gates, overview, spans, targets, alerts, words }: DayRoutes): void {
  app.get(HTTP_ROUTES.overview.path, (request, reply) =>
    guarded(request, reply, { gates, role: 'viewer', parse: parseOverview, ask: overview, send: (to, value, wish, staff) => sendSummary(to, wish, { kind: 'overview', value }, () => words(staff, wish)) }),
  );
  const span = <Value>(path: string, ask: AskSpan<Value>, name: (value: Value) => AnySummary): void => {
    app.get(path, (request, reply) => guarded(request, reply, { gates, role: 'viewer', parse: parseSpan, ask, send: (to, value, wish, staff) => sendSummary(to, wish, name(value), () => words(staff, wish)) }));
  };
  span(HTTP_ROUTES.week.path, spans.week, (value) => ({ kind: 'week', value }));
  span(HTTP_ROUTES.heatMap.path, spans.heatMap, (value) => ({ kind: 'heat-map', value }));
  span(HTTP_ROUTES.reasons.path, spans.reasons, (value) => ({ kind: 'reasons', value }));
  span(HTTP_ROUTES.fields.path, spans.fields, (value) => ({ kind: 'fields', value }));
  span(HTTP_ROUTES.stuckSteps.path, spans.stuckSteps, (value) => ({ kind: 'stuck-steps', value }));

  app.get(HTTP_ROUTES.targets.path, (request, reply) => guarded(request, reply, { gates, role: 'viewer', parse: parseTargets, ask: targets.get }));
  app.put(HTTP_ROUTES.setTarget.path, (request, reply) => guarded(request, reply, { gates, role: 'admin', parse: parseSetTarget, ask: targets.set }));
  app.get(HTTP_ROUTES.alerts.path, (request, reply) => guarded(request, reply, { gates, role: 'viewer', parse: parseAlerts, ask: alerts.list }));
  app.post<{ Params: { id: string } }>(HTTP_ROUTES.acknowledgeAlert.path, (request, reply) =>
    guarded(request, reply, { gates, role: 'editor', parse: parseWord, ask: (staff, word) => alerts.acknowledge(staff, request.params.id, word) }),
  );
}

type AskSpan<Value> = (staff: Staff, query: SpanQuery) => Promise<Result<Value, ErrorCode>>;
