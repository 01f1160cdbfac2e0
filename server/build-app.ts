import fastifyCookie from '@fastify/cookie';
import fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { requestOrigin } from './adapters/request-origin.ts';
import type { Clock, HandoffPages, Mailer, OidcProvider, Passwords, Random, Secrets, WebhookPoster } from './ports.ts';
import type { Repositories } from './repositories/repositories.ts';
import { takeEmptyBodies } from './routes/empty-bodies.ts';
import { answerError, answerErrors } from './routes/error-handlers.ts';
import { makeGates, refuseForeignWrites } from './routes/gates.ts';
import { kioskRoutes } from './routes/kiosk-routes.ts';
import { addSecurityHeaders } from './routes/security-headers.ts';
import { siteRoutes } from './routes/site-routes.ts';
import { staffRoutes } from './routes/staff-routes.ts';
import { summaryRoutes } from './routes/summary-routes.ts';
import { auditWithOrigin } from './services/audit-origin.ts';
import { findDevice } from './services/device-access.ts';
import { enrolment } from './services/enrolment.ts';
import { heartbeats } from './services/heartbeats.ts';
import { listKiosks } from './services/kiosks.ts';
import { ledgerIntake } from './services/ledger/ledger-intake.ts';
import { servicePoints } from './services/service-points.ts';
import type { SignIn } from './services/sign-in.ts';
import { findStaff } from './services/staff-access.ts';
import { summaries } from './services/summaries.ts';
import { wirePeople } from './wire/wire-people.ts';

export type AppPorts = {
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly passwords: Passwords;
  readonly repositories: Repositories;
  readonly signIn: SignIn;
  readonly handoff: HandoffPages;
  /** Null or left out: this centre sends no e-mail, or posts nothing to other systems. */
  readonly mailer?: Mailer | null;
  readonly webhooks?: WebhookPoster | null;
  readonly oidc?: { readonly name: string; readonly provider: OidcProvider } | null;
};

export type AppOptions = {
  /** Public address without a slash at its end; null when none is configured. */
  readonly publicUrl: string | null;
  /** Ed25519 public key, base64url. */
  readonly contentKey: string;
  readonly dashboardDir: string;
  readonly handoffDir: string;
  /** Addresses of reverse proxies whose X-Forwarded-For counts. */
  readonly trustProxy: readonly string[];
  /** Most bytes of ledger bodies in memory at once. */
  readonly bytesInFlight: number;
  readonly logger: FastifyServerOptions['logger'];
};

/** The centre as a Fastify app that listens nowhere yet. */
export async function buildApp(given: AppPorts, options: AppOptions): Promise<FastifyInstance> {
  const origin = requestOrigin();
  const ports = { ...given, repositories: { ...given.repositories, audit: auditWithOrigin(given.repositories.audit, origin) } };
  const app = fastify({
    logger: options.logger ?? false,
    // A line a request would cost more than the request; LOG_LEVEL=debug shows failures' reasons.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy.length > 0 ? [...options.trustProxy] : false,
    bodyLimit: 64 * 1024,
    // A body must be there within this time: a slow sender holds memory.
    requestTimeout: 60_000,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    forceCloseConnections: 'idle',
  });
  const { clock, secrets, repositories } = ports;
  const { devices, staff } = repositories;
  const gates = makeGates({
    findDevice: (token) => findDevice({ secrets, devices }, token),
    findStaff: (credentials) => findStaff({ clock, secrets, staff }, credentials),
    publicUrl: options.publicUrl,
  });
  const enrol = enrolment({ ...ports, contentKey: options.contentKey, publicUrl: options.publicUrl });

  takeEmptyBodies(app);
  await app.register(fastifyCookie);
  addSecurityHeaders(app, options.publicUrl);
  refuseForeignWrites(app, gates, options.publicUrl);
  answerErrors(app, ports.handoff);
  // Just before the handler: reading a body loses the context of what came before it.
  app.addHook('preHandler', (request, _reply, done) => origin.run(request.ip, done));
  kioskRoutes(app, {
    clock,
    gates,
    enrolment: enrol,
    heartbeats: heartbeats({ clock, devices }),
    intake: ledgerIntake(repositories.ledger),
    bytesInFlight: options.bytesInFlight,
  });
  wirePeople(app, { ...ports, mailer: ports.mailer ?? null, webhooks: ports.webhooks ?? null, oidc: ports.oidc ?? null }, { gates, publicUrl: options.publicUrl });
  staffRoutes(app, { gates, enrolment: enrol, servicePoints: servicePoints({ clock, repositories }) });
  summaryRoutes(app, { gates, summaries: summaries(repositories), listKiosks: (who, day) => listKiosks({ clock, repositories }, who, day) });
  await siteRoutes(app, { dashboardDir: options.dashboardDir, handoffDir: options.handoffDir, ...ports.handoff });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => ((await repositories.care.ready()) ? { status: 'ready' } : reply.code(503).send({ status: 'not ready' })));
  return app;
}
