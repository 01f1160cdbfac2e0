import fastifyCookie from '@fastify/cookie';
import fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { readProtocolPage } from './adapters/protocol-page.ts';
import { requestOrigin } from './adapters/request-origin.ts';
import type { Clock, HandoffPages, Mailer, OidcProvider, Passwords, PhonePageFolders, Random, Secrets, WebhookPoster } from './ports.ts';
import type { Repositories } from './repositories/repositories.ts';
import { addBodyDeadline } from './routes/body-deadline.ts';
import { apiDocsRoutes } from './routes/api-docs-routes.ts';
import { takeEmptyBodies } from './routes/empty-bodies.ts';
import { answerError, answerErrors } from './routes/error-handlers.ts';
import { makeGates, refuseForeignWrites } from './routes/gates.ts';
import { kioskRoutes } from './routes/kiosk-routes.ts';
import { isUploadAddress } from './routes/library-routes.ts';
import { addSecurityHeaders, securityHeaders } from './routes/security-headers.ts';
import { noteRefusals } from './routes/note-refusals.ts';
import { phoneRoutes } from './routes/phone-routes.ts';
import { siteRoutes } from './routes/site-routes.ts';
import { summaryRoutes } from './routes/summary-routes.ts';
import { auditWithOrigin } from './services/audit-origin.ts';
import { findDevice } from './services/device-access.ts';
import { NO_NAMES, type ContentNames } from './services/day/content-names.ts';
import { fileWords } from './services/day/file-words.ts';
import { enrolment } from './services/enrolment.ts';
import { ledgerIntake } from './services/ledger/ledger-intake.ts';
import { contentLibrary, type LibraryPorts } from './services/library/library.ts';
import { noManifests } from './services/manifest-for.ts';
import { phoneAnswers } from './services/phone-answers.ts';
import type { SignIn } from './services/sign-in.ts';
import { findStaff } from './services/staff-access.ts';
import { summaries } from './services/summaries.ts';
import { wireLibrary } from './wire/wire-library.ts';
import { wireFleet } from './wire/wire-fleet.ts';
import { wireDay } from './wire/wire-day.ts';
import { wirePhonePages } from './wire/wire-phone-pages.ts';
import { wirePeople } from './wire/wire-people.ts';
import { wireRephrase, type RephrasePorts } from './wire/wire-rephrase.ts';

export type AppPorts = {
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly passwords: Passwords;
  readonly repositories: Repositories;
  readonly signIn: SignIn;
  readonly handoff: HandoffPages;
  /** Left out: the phone pages stay as they are, whatever is published. */
  readonly phonePages?: PhonePageFolders;
  /** Null or left out: this centre sends no e-mail, or posts nothing to other systems. */
  readonly mailer?: Mailer | null;
  readonly webhooks?: WebhookPoster | null;
  /** Left out: a centre without a content library; its kiosks show the pack they came with. */
  readonly content?: Pick<LibraryPorts, 'blobs' | 'media' | 'sign' | 'largestUpload'>;
  readonly oidc?: { readonly name: string; readonly provider: OidcProvider } | null;
  /** What the content pack calls things; left out: ids are shown. */
  readonly names?: ContentNames;
  /** Null or left out: nothing is said in other words, and kiosks are not told that it could be. */
  readonly rephrase?: RephrasePorts | null;
};

export type AppOptions = {
  /** Public address without a slash at its end; null when none is configured. */
  readonly publicUrl: string | null;
  /** Ed25519 public key, base64url. */
  readonly contentKey: string;
  readonly dashboardDir: string;
  /** Addresses of reverse proxies whose X-Forwarded-For counts. */
  readonly trustProxy: readonly string[];
  /** Most bytes of ledger bodies in memory at once. */
  readonly bytesInFlight: number;
  /** Files of the library are given to anybody who knows their hash. */
  readonly blobsPublic?: boolean;
  readonly logger: FastifyServerOptions['logger'];
};

/** The centre as a Fastify app that listens nowhere yet. */
export async function buildApp(given: AppPorts, options: AppOptions): Promise<FastifyInstance> {
  const origin = requestOrigin();
  const ports = { ...given, repositories: { ...given.repositories, audit: auditWithOrigin(given.repositories.audit, origin) } };
  const setHeaders = securityHeaders(options.publicUrl);
  const app = fastify({
    logger: options.logger ?? false,
    // A line a request would cost more than the request; LOG_LEVEL=debug shows failures' reasons.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy.length > 0 ? [...options.trustProxy] : false,
    bodyLimit: 64 * 1024,
    // addBodyDeadline ends slow senders: a film may take longer than anything else.
    requestTimeout: 0,
    // Before any hook has run.
    frameworkErrors(error, request, reply) {
      setHeaders(request, reply);
      void answerError(error, request, reply);
    },
    forceCloseConnections: 'idle',
  });
  const { clock, secrets, repositories } = ports;
  const { devices, staff } = repositories;
  const gates = makeGates({
    findDevice: (token) => findDevice({ clock, secrets, devices, audit: repositories.audit }, token),
    findStaff: (credentials) => findStaff({ clock, secrets, staff }, credentials),
    publicUrl: options.publicUrl,
  });
  const enrol = enrolment({ ...ports, contentKey: options.contentKey, publicUrl: options.publicUrl });

  addBodyDeadline(app, isUploadAddress);
  const library = ports.content === undefined ? null : contentLibrary({ ...ports, ...ports.content });
  const manifestsFor = library?.manifests.expected ?? noManifests;
  takeEmptyBodies(app);
  await app.register(fastifyCookie);
  addSecurityHeaders(app, setHeaders);
  refuseForeignWrites(app, gates, options.publicUrl);
  noteRefusals(app, clock);
  answerErrors(app, ports.handoff);
  // Just before the handler: reading a body loses the context of what came before it.
  app.addHook('preHandler', (request, _reply, done) => origin.run(request.ip, done));
  kioskRoutes(app, {
    clock,
    random: ports.random,
    gates,
    enrolment: enrol,
    heartbeats: wireFleet(app, { ...ports, enrolment: enrol, manifestsFor, publicUrl: options.publicUrl, rephrases: Boolean(ports.rephrase) }, gates),
    intake: ledgerIntake(repositories.ledger),
    bytesInFlight: options.bytesInFlight,
  });
  wirePeople(app, { ...ports, mailer: ports.mailer ?? null, webhooks: ports.webhooks ?? null, oidc: ports.oidc ?? null }, { gates, publicUrl: options.publicUrl });
  wireRephrase(app, { clock, library, files: repositories.library.files, rephrase: ports.rephrase }, gates);
  if (library !== null) wireLibrary(app, library, { gates, blobsPublic: options.blobsPublic === true });
  if (library !== null && ports.phonePages !== undefined) wirePhonePages(app, { clock, library, files: repositories.library.files, folders: ports.phonePages });
  const told = { mailer: ports.mailer ?? null, webhooks: ports.webhooks ?? null };
  wireDay(app, { ...ports, ...told, names: ports.names ?? NO_NAMES, manifestsFor }, { gates, publicUrl: options.publicUrl });
  summaryRoutes(app, { gates, summaries: summaries(repositories), words: fileWords({ clock, repositories, names: ports.names ?? NO_NAMES }) });
  phoneRoutes(app, { gates, answers: phoneAnswers({ clock, secrets, answers: repositories.phoneAnswers, findGuide: ports.handoff.findGuide }), publicUrl: options.publicUrl });
  apiDocsRoutes(app, { readProtocol: readProtocolPage, version: '1' });
  await siteRoutes(app, { clock, secrets, dashboardDir: options.dashboardDir, ...ports.handoff });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => ((await repositories.care.ready()) ? { status: 'ready' } : reply.code(503).send({ status: 'not ready' })));
  return app;
}
