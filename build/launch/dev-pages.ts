import type { Plugin, ViteDevServer } from 'vite';
import { inProject } from '../project-root.ts';
import type { Development } from './run-stack.ts';

export type DevPages = { readonly kiosk: string; readonly dashboard: string; readonly close: () => Promise<void> };

/** Says where the kiosk's page will be before there is a host, because the host must know it. */
export function pageOrigin(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** Serves both pages from their sources; what they ask for goes on to host and centre. */
export async function serveDevPages(options: {
  readonly kioskUrl: string;
  readonly centreUrl: string;
  readonly development: Development;
  readonly ports: { readonly kiosk: number; readonly dashboard: number };
}): Promise<DevPages> {
  const { createServer } = await import('vite');
  const own = { host: '127.0.0.1', strictPort: true };
  const kiosk = await createServer({
    configFile: inProject('renderer/vite.config.ts'),
    plugins: [tokenInPage(options.development.token)],
    server: { ...own, port: options.ports.kiosk, proxy: forward(options.kioskUrl, ['/kiosk', '/media']) },
  });
  const dashboard = await createServer({
    configFile: inProject('dashboard/vite.config.ts'),
    server: { ...own, port: options.ports.dashboard, proxy: forward(options.centreUrl, ['/api', '/g/', '/c/', '/h/']) },
  });
  const servers: readonly ViteDevServer[] = [await kiosk.listen(), await dashboard.listen()];
  return {
    kiosk: pageOrigin(options.ports.kiosk),
    dashboard: pageOrigin(options.ports.dashboard),
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

function forward(target: string, paths: readonly string[]) {
  return Object.fromEntries(paths.map((path) => [path, { target, changeOrigin: true }]));
}

/** In production the host writes the token into the page (host/adapters/door); here nobody else does. */
function tokenInPage(token: string): Plugin {
  return {
    name: 'kiosk-token',
    transformIndexHtml: () => [{ tag: 'meta', attrs: { name: 'kiosk-token', content: token }, injectTo: 'head-prepend' }],
  };
}
