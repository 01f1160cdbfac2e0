import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { parserOf } from '#contract/parse.ts';
import { parseHandoffCode } from '#domain/handoff-code.ts';
import type { GuideSlugs } from '../ports.ts';
import { PAGE_STYLE, sendCodePage, sendGuideUnknownPage } from './pages.ts';

const parseSlug = parserOf(Type.Object({ slug: Type.String({ pattern: '^[a-z0-9-]{1,80}$' }) }));
const parseCode = parserOf(Type.Object({ code: Type.Optional(Type.String({ maxLength: 40 })) }));

export type SiteRoutes = {
  /** Folders of the built dashboard and of the built hand-off pages. */
  readonly dashboardDir: string;
  readonly handoffDir: string;
  readonly guideSlugs: GuideSlugs;
};

/** What is not JSON: the dashboard, the guide pages for phones, and the way to them by code. */
export async function siteRoutes(app: FastifyInstance, { dashboardDir, handoffDir, guideSlugs }: SiteRoutes): Promise<void> {
  await app.register(fastifyStatic, { root: dashboardDir, serve: false });
  // Built names carry their content's hash, so both builds can share one folder and be kept for good.
  const assets = { immutable: true, maxAge: '365d', decorateReply: false, index: false, redirect: false } as const;
  await app.register(fastifyStatic, { ...assets, root: [`${dashboardDir}/assets`, `${handoffDir}/assets`], prefix: '/assets/' });
  await app.register(fastifyStatic, { ...assets, root: `${handoffDir}/assets`, prefix: '/g/assets/' });

  for (const path of ['/', '/first']) {
    app.get(path, (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html', dashboardDir, { cacheControl: false }));
  }
  app.get('/g/:slug', (request, reply) => {
    const parsed = parseSlug(request.params);
    if (!parsed.ok) return sendGuideUnknownPage(reply);
    return reply.header('cache-control', 'no-cache').sendFile(`g/${parsed.value.slug}.html`, handoffDir, { cacheControl: false });
  });

  app.get('/c', (request, reply) => {
    const parsed = parseCode(request.query);
    const code = parsed.ok ? parsed.value.code?.replace(/[\s-]/g, '') : undefined;
    return code === undefined || code === '' ? sendCodePage(reply) : reply.redirect(`/c/${encodeURIComponent(code)}`, 302);
  });
  app.get('/c/:code', async (request, reply) => {
    const parsed = parseCode(request.params);
    const place = parsed.ok ? parseHandoffCode(parsed.value.code ?? '') : null;
    const slug = place === null ? null : await guideSlugs(place.guide);
    if (place === null || slug === null) return sendGuideUnknownPage(reply);
    return reply.header('cache-control', 'no-cache').redirect(`/g/${slug}#${place.step}`, 302);
  });
  app.get('/page.css', (_request, reply) => reply.header('cache-control', 'max-age=3600').type('text/css; charset=utf-8').send(PAGE_STYLE));
}
