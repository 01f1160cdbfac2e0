import type { KioskApi } from '#contract/kiosk-api.ts';
import { TOKEN_META } from '#contract/kiosk-door.ts';
import { createHttpBridge } from './http-bridge.ts';
import { createIpcBridge, findPreload } from './ipc-bridge.ts';

/** Between two loads of the page because the host does not know it, ms. */
const RELOAD_PAUSE = 3_000;

/** The way to the host from this page: Electron's IPC when there is a preload, else the loopback door. */
export function findBridge(page: Window): KioskApi {
  const preload = findPreload(page);
  if (preload !== null) return createIpcBridge(preload);
  let reloading = false;
  return createHttpBridge({
    fetch: page.fetch.bind(page),
    base: '',
    token: page.document.querySelector(`meta[name="${TOKEN_META}"]`)?.getAttribute('content') ?? '',
    onVisible: (listener) => {
      const tell = (): void => listener(page.document.visibilityState === 'visible');
      page.document.addEventListener('visibilitychange', tell);
      tell();
    },
    onStranger: () => {
      if (reloading) return;
      reloading = true;
      page.setTimeout(() => page.location.reload(), RELOAD_PAUSE);
    },
  });
}
