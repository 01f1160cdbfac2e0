import type { FastifyInstance } from 'fastify';
import type { Clock } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import { dayRoutes } from '../routes/day-routes.ts';
import type { Gates } from '../routes/gates.ts';
import { alertService } from '../services/day/alert-list.ts';
import type { ContentNames } from '../services/day/content-names.ts';
import { overview } from '../services/day/overview.ts';
import { reportHeadingService } from '../services/day/report-heading.ts';
import { spans } from '../services/day/spans.ts';
import { targetService } from '../services/day/targets.ts';

export type DayPorts = { readonly clock: Clock; readonly repositories: Repositories; readonly names: ContentNames };

/** Overview, spans, targets, alerts and reports: services and their routes. */
export function wireDay(app: FastifyInstance, ports: DayPorts, { gates }: { readonly gates: Gates }): void {
  dayRoutes(app, {
    gates,
    overview: overview(ports),
    spans: spans(ports),
    targets: targetService(ports),
    alerts: alertService(ports),
    headings: reportHeadingService(ports),
    sendSummary: async (reply, _wish, summary) => reply.send(summary.value),
  });
}
