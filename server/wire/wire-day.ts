import type { FastifyInstance } from 'fastify';
import type { Clock, Mailer, Secrets, WebhookPoster } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import { dayRoutes } from '../routes/day-routes.ts';
import type { Gates } from '../routes/gates.ts';
import { reportRoutes } from '../routes/report-routes.ts';
import { alertService } from '../services/day/alert-list.ts';
import { annex } from '../services/day/annex.ts';
import type { ContentNames } from '../services/day/content-names.ts';
import { fileWords } from '../services/day/file-words.ts';
import { overview } from '../services/day/overview.ts';
import { reportHeadingService } from '../services/day/report-heading.ts';
import { spans } from '../services/day/spans.ts';
import { targetService } from '../services/day/targets.ts';
import type { ManifestsFor } from '../services/manifest-for.ts';
import { notices } from '../services/notify.ts';
import { keepWatching } from './alert-watch.ts';

export type DayPorts = {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly repositories: Repositories;
  readonly names: ContentNames;
  readonly manifestsFor: ManifestsFor;
  readonly mailer: Mailer | null;
  readonly webhooks: WebhookPoster | null;
};

/** Overview, spans, targets, alerts and reports: services and their routes; and the look for alerts while the app listens. */
export function wireDay(app: FastifyInstance, ports: DayPorts, { gates, publicUrl }: { readonly gates: Gates; readonly publicUrl: string | null }): void {
  const headings = reportHeadingService(ports);
  reportRoutes(app, { gates, annex: annex({ ...ports, headings }), headings, clock: ports.clock });
  dayRoutes(app, {
    gates,
    overview: overview(ports),
    spans: spans(ports),
    targets: targetService(ports),
    alerts: alertService(ports),
    words: fileWords(ports),
  });
  let watch: ReturnType<typeof keepWatching> | null = null;
  app.addHook('onListen', async () => {
    watch = keepWatching({ ...ports, makeId: ports.secrets.makeId, tell: notices({ ...ports, publicUrl }).tell }, app.log);
  });
  app.addHook('preClose', async () => watch?.stop());
}
