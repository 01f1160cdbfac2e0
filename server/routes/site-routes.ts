import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { parserOf } from '#contract/parse.ts';
import { PHONE_WORKER } from '#contract/phone-pages.ts';
import { parseHandoffCode } from '#domain/handoff-code.ts';
import type { Clock, Secrets } from '../ports.ts';
import { addressKey, makeThrottle } from '../services/throttle.ts';
import { sendCodePage, sendGuideUnknownPage, sendTooManyPage, type PageSource } from './pages.ts';

const parseSlug = parserOf(Type.Object({ slug: Type.String({ pattern: '^[a-z0-9-]{1,80}$' }) }));
const parseCode = parserOf(Type.Object({ code: Type.Optional(Type.String({ maxLength: 40 })) }));
const parseFile = parserOf(Type.Object({ '*': Type.String({ maxLength: 200 }) }));

/**
 * Codes that one address may look up: a hall or a mobile network puts many people behind one, and a code is no secret,
 * it names a public guide. Bounds what a machine that tries them all costs.
 */
const CODES_OF_ONE = { tries: 120, refillMs: 1_000 };

/** The areas of dashboard/areas.ts: the page itself reads the rest of the address. */
const AREAS = ['overview', 'day', 'alerts', 'reports', 'fleet', 'library', 'people', 'audit', 'settings', 'account'] as const;
export const DASHBOARD_PATHS: readonly string[] = ['/', '/first', '/link', ...AREAS.flatMap((area) => [`/${area}`, `/${area}/*`])];

export type SiteRoutes = PageSource & {
  readonly clock: Clock;
  readonly secrets: Secrets;
  /** Folder of the built dashboard. */
  readonly dashboardDir: string;
  /** Folder of the phone pages that are shown now. */
  folder(this: void): string;
  /** The slug of a guide by its number in the content pack. */
  findSlug(this: void, guide: number): Promise<string | null>;
};

/** What is not JSON: the dashboard, the guide pages for phones, and the way to them by code. */
export async function siteRoutes(app: FastifyInstance, site: SiteRoutes): Promise<void> {
  const { dashboardDir } = site;
  await app.register(fastifyStatic, { root: dashboardDir, serve: false, preCompressed: true });

  for (const path of DASHBOARD_PATHS) app.get(path, (_request, reply) => sendFresh(reply, 'index.html', dashboardDir));
  app.get('/g/:slug', (request, reply) => {
    const parsed = parseSlug(request.params);
    return parsed.ok ? sendFresh(reply, `g/${parsed.value.slug}.html`, site.folder()) : sendGuideUnknownPage(reply, site);
  });
  // Lies beside the pages, whose folder is its scope; asked for anew each time, so that a mended worker comes at once.
  app.get(`/g/${PHONE_WORKER}`, (_request, reply) => sendFresh(reply, PHONE_WORKER, site.folder()));
  // A built file's name carries the hash of its content.
  for (const [prefix, folder] of [['/assets/', () => `${dashboardDir}/assets`], ['/h/', () => `${site.folder()}/h`]] as const) {
    app.get(`${prefix}*`, (request, reply) => {
      const parsed = parseFile(request.params);
      return parsed.ok ? reply.sendFile(parsed.value['*'], folder(), { immutable: true, maxAge: '365d' }) : reply.callNotFound();
    });
  }

  codeRoutes(app, site);
}

function codeRoutes(app: FastifyInstance, site: SiteRoutes): void {
  // Fresh with each start, so that nobody finds an address by its hash in this process's memory later.
  const salt = site.secrets.make();
  const looked = makeThrottle(CODES_OF_ONE);
  app.get('/c', (request, reply) => {
    const parsed = parseCode(request.query);
    const code = parsed.ok ? parsed.value.code?.replace(/[\s-]/g, '') : undefined;
    return code === undefined || code === '' ? sendCodePage(reply, site) : reply.redirect(`/c/${encodeURIComponent(code)}`, 302);
  });
  app.get('/c/:code', async (request, reply) => {
    const wait = looked.take(site.secrets.hash(`${salt} ${addressKey(request.ip)}`), site.clock.now());
    if (wait > 0) return sendTooManyPage(reply, wait);
    const parsed = parseCode(request.params);
    const place = parsed.ok ? parseHandoffCode(parsed.value.code ?? '') : null;
    const slug = place === null ? null : await site.findSlug(place.guide);
    if (place === null || slug === null) return sendGuideUnknownPage(reply, site);
    return reply.header('cache-control', 'no-cache').redirect(`/g/${slug}#${place.step}`, 302);
  });
}

/**
 * A page that the browser asks for anew each time, and is told "unchanged" by its ETag alone: after a roll-back the
 * right page is older than the one the browser holds.
 */
function sendFresh(reply: FastifyReply, file: string, folder: string): FastifyReply {
  return reply.header('cache-control', 'no-cache').sendFile(file, folder, { cacheControl: false, lastModified: false });
}
