import type { FastifyInstance } from 'fastify';
import { API_STYLE, buildApiPage } from '../services/api-docs/build-api-page.ts';
import { buildOpenApi, type OpenApi } from '../services/api-docs/build-openapi.ts';
import { findSections } from '../services/api-docs/find-sections.ts';

/** No script and no frame: the page is text. */
const PAGE_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export type ApiDocs = {
  /** The text of docs/protocol.md; '' where it is not there. */
  readonly readProtocol: () => Promise<string>;
  readonly version: string;
};

/** The API's own description. It says nothing that is not public: whoever builds against it needs no account. */
export function apiDocsRoutes(app: FastifyInstance, { readProtocol, version }: ApiDocs): void {
  let made: Promise<{ readonly api: OpenApi; readonly page: string }> | null = null;
  const docs = (): NonNullable<typeof made> => {
    made ??= readProtocol().then((protocol) => {
      const api = buildOpenApi(findSections(protocol), version);
      return { api, page: buildApiPage(api) };
    });
    return made;
  };
  app.get('/api/docs', async (_request, reply) => reply.header('content-security-policy', PAGE_POLICY).type('text/html; charset=utf-8').send((await docs()).page));
  app.get('/api/docs/openapi.json', async (_request, reply) => reply.send((await docs()).api));
  app.get('/api/docs/style.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(API_STYLE));
}
