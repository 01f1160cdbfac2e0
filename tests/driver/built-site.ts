import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { Page } from 'playwright-core';
import { inProject } from '#build/project-root.ts';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json' };
/** As strict as a page can be: no inline code, no data address, no other host. */
const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export type BuiltSite = { readonly url: string; readonly asked: readonly string[]; readonly close: () => Promise<void> };

/**
 * Serves a built room of dist/ under a strict CSP. `fileOf` maps an address to a file of the room;
 * `api` answers first and says whether it did.
 */
export async function serveBuilt(room: string, fileOf: (path: string) => string, api: (request: IncomingMessage, response: ServerResponse) => boolean = () => false): Promise<BuiltSite> {
  const root = inProject(`dist/${room}`);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (api(request, response)) return;
    const path = normalize(new URL(request.url ?? '/', 'http://site').pathname);
    const file = join(root, fileOf(path));
    const found = existsSync(file) ? file : join(root, '404.html');
    response.writeHead(found === file ? 200 : 404, { 'content-type': TYPES[extname(found)] ?? 'application/octet-stream', 'content-security-policy': STRICT });
    response.end(existsSync(found) ? readFileSync(found) : '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the site has no port');
  return { url: `http://127.0.0.1:${address.port}`, asked, close: () => new Promise((done) => server.close(() => done())) };
}

type Finding = { readonly id: string; readonly places: readonly string[] };

/** Every violation axe finds on the page, target sizes included (E190, E191). */
export async function axeFindings(page: Page): Promise<readonly Finding[]> {
  await page.evaluate(readFileSync(inProject('node_modules/axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    type Axe = { run: (context: Document, options: unknown) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> };
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { rules: { 'target-size': { enabled: true } } });
    return violations.map(({ id, nodes }) => ({ id, places: nodes.map((node) => node.target.join(' ')) }));
  });
}

/** What the page complained about: errors, and whatever the CSP refused. */
export function complaints(page: Page): readonly string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  return heard;
}
