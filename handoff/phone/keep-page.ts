import { KEPT_PAGES, parseWorkerWord, WORKER, type WorkerWord } from './kept-pages.ts';
import { element } from './page-guide.ts';
import { dayInFigures } from './wire-reminder.ts';

/** A copy older than this was not fetched just now. */
const FRESH_MS = 2 * 60_000;

/**
 * When this copy came from the centre, ms. The centre sends no Last-Modified with a page, so a browser says "now"; the
 * worker puts the moment of keeping there when it gives a kept copy.
 */
function cameAt(): number {
  const at = Date.parse(document.lastModified);
  return Number.isNaN(at) ? Date.now() : at;
}

/** "Cập nhật lúc 14:05 23/11/2026" (E106), and above the page when it is not of now. */
export function showStamp(): void {
  const at = new Date(cameAt());
  const two = (figure: number): string => String(figure).padStart(2, '0');
  const text = `${two(at.getHours())}:${two(at.getMinutes())} ${dayInFigures(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`)}`;
  for (const time of document.querySelectorAll<HTMLTimeElement>('[data-stamp]')) {
    time.textContent = text;
    time.dateTime = at.toISOString();
  }
  const isKept = performance.timeOrigin - at.getTime() > FRESH_MS;
  const kept = element(document, '[data-kept]');
  if (kept !== null) kept.hidden = !isKept;
}

/** Keeps this page for when the network is down. Where a browser has no workers, it works like any page. */
export function wireOffline(): void {
  const { serviceWorker } = navigator;
  // Missing on http, in some in-app browsers, and in private windows of old ones.
  if (!('serviceWorker' in navigator) || serviceWorker === undefined) return;
  element(document, '[data-reload]')?.addEventListener('click', () => location.reload());
  serviceWorker.addEventListener('message', ({ data }) => {
    const newer = element(document, '[data-newer]');
    if (newer !== null && parseWorkerWord(data)?.kind === 'newer') newer.hidden = false;
  });
  // A page that the worker gave is kept already.
  const isFirst = serviceWorker.controller === null;
  const begin = async (): Promise<void> => {
    await serviceWorker.register(WORKER);
    const { active } = await serviceWorker.ready;
    if (!isFirst) return;
    const word: WorkerWord = { kind: 'keep', path: location.pathname, pictures: !savesData() };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of its page's own origin
    active?.postMessage(word);
  };
  // After everything the citizen looks at; a refusal leaves a page that needs the network.
  const start = (): void => void begin().catch(() => undefined);
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start);
}

function savesData(): boolean {
  const connection: unknown = 'connection' in navigator ? navigator.connection : null;
  return typeof connection === 'object' && connection !== null && 'saveData' in connection && connection.saveData === true;
}

/** Forgets the copies too: they tell which guide was opened here. */
export function forgetKeptPages(): void {
  if (!('caches' in window)) return;
  caches.delete(KEPT_PAGES).catch(() => undefined);
}
