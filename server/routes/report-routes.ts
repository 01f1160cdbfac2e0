import type { FastifyInstance } from 'fastify';
import { AnnexQuery, ReportHeadingQuery, SetReportHeadingRequest } from '#contract/day.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { knownParserOf } from '#contract/parse-known.ts';
import type { Clock } from '../ports.ts';
import type { AskAnnex } from '../services/day/annex.ts';
import type { ReportHeadingService } from '../services/day/report-heading.ts';
import { buildAnnexFile } from '../services/files/annex-file.ts';
import type { Gates } from './gates.ts';
import { guarded } from './guarded.ts';
import { sendFile } from './send-summary.ts';

export type ReportRoutes = { readonly gates: Gates; readonly annex: AskAnnex; readonly headings: ReportHeadingService; readonly clock: Clock };

const parseAnnex = knownParserOf(AnnexQuery);
const parseHeadingQuery = knownParserOf(ReportHeadingQuery);
const parseSetHeading = knownParserOf(SetReportHeadingRequest);

export function reportRoutes(app: FastifyInstance, { gates, annex, headings, clock }: ReportRoutes): void {
  app.get(HTTP_ROUTES.annex.path, (request, reply) =>
    guarded(request, reply, {
      gates,
      role: 'viewer',
      parse: parseAnnex,
      ask: annex,
      send: async (to, value, { format, audience }) =>
        format === undefined || format === 'json' ? to.send(value) : sendFile(to, await buildAnnexFile(value, format, audience ?? 'internal', clock.now())),
    }),
  );
  app.get(HTTP_ROUTES.reportHeading.path, (request, reply) =>
    guarded(request, reply, { gates, role: 'viewer', parse: parseHeadingQuery, ask: (staff, { unit }) => headings.get(staff, unit) }),
  );
  app.put(HTTP_ROUTES.setReportHeading.path, (request, reply) => guarded(request, reply, { gates, role: 'editor', parse: parseSetHeading, ask: headings.set }));
}
