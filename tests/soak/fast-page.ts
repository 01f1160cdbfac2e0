import type { Page } from 'playwright-core';

/** The page's clock runs so many times as fast as the world's while somebody stands before the kiosk. */
export const FAST = 40;
/** And so many times while it thanks: three seconds must be long enough to be seen. */
const THANKING = 8;

/** What the soak's own script in the page counted. It keeps numbers only, so that nothing of it grows. */
export type PageCounts = { readonly loads: number; readonly frames: number; readonly dropped: number; readonly blocked: number };

/**
 * Lets time pass fast while no loop is on the screen, and counts the clips' frames. `leak`: keeps something of every
 * touch for ever, to see that the soak sees it.
 */
export async function prepareFastPage(page: Page, leak: boolean): Promise<void> {
  await page.addInitScript(install, { fast: FAST, thanking: THANKING, leak });
}

export async function pageCounts(page: Page): Promise<PageCounts> {
  return page.evaluate(() => (Reflect.get(window, 'soakCounts') as () => PageCounts)());
}

/**
 * Playwright has the browser keep every answer to every request in the page's own process, up to 200 MB, so that a test
 * may ask for it. There is no public way to have it stop; the version of playwright-core is exact for this, too.
 */
export async function forgetRequests(page: Page): Promise<void> {
  const inner = page as unknown as { readonly _connection: { readonly toImpl: (of: Page) => { readonly delegate: { readonly _mainFrameSession: { readonly _client: { readonly send: (method: string) => Promise<unknown> } } } } } };
  await inner._connection.toImpl(page).delegate._mainFrameSession._client.send('Network.disable');
}

function install({ fast, thanking, leak }: { readonly fast: number; readonly thanking: number; readonly leak: boolean }): void {
  const now = performance.now.bind(performance);
  const wait = window.setTimeout.bind(window);
  const epoch = Date.now() - now();
  let [up, lookedAt] = [now(), now()];
  const factor = (): number => {
    if (document.querySelector('main.attract') !== null) return 1;
    return document.querySelector('.frame-thanks') === null ? fast : thanking;
  };
  performance.now = () => {
    const real = now();
    up += (real - lookedAt) * factor();
    lookedAt = real;
    return up;
  };
  Date.now = () => epoch + performance.now();
  window.setTimeout = ((task: () => void, delay = 0, ...rest: unknown[]) => wait(task, delay / factor(), ...rest)) as typeof window.setTimeout;

  let [loads, frames, dropped, blocked] = [0, 0, 0, 0];
  const close = (video: HTMLVideoElement): void => {
    const { totalVideoFrames, droppedVideoFrames } = video.getVideoPlaybackQuality();
    frames += totalVideoFrames;
    dropped += droppedVideoFrames;
  };
  // A new source counts its frames from nothing.
  const load = HTMLMediaElement.prototype.load;
  HTMLMediaElement.prototype.load = function counted(this: HTMLMediaElement): void {
    if (this instanceof HTMLVideoElement) close(this);
    if (this.hasAttribute('src')) loads += 1;
    load.call(this);
  };
  // "Blocked attempt to create a WebMediaPlayer as there are too many": a clip that will not play.
  window.addEventListener('error', (event) => {
    if (event.target instanceof HTMLVideoElement && event.target.hasAttribute('src')) blocked += 1;
  }, true);
  Object.assign(window, { soakCounts: () => ({ loads, frames, dropped, blocked }) });

  if (!leak) return;
  const kept: unknown[] = [];
  window.addEventListener('pointerdown', () => {
    kept.push(document.createElement('div'), Array.from({ length: 500 }, () => Math.random()));
    window.addEventListener('soak-leak', () => kept.length);
  }, true);
}
