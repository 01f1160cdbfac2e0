import type { KioskEvent } from './event.ts';
import { refuseWaysOut } from './refuse-ways-out.ts';
import { describeBug } from './store.ts';

type Send = (event: KioskEvent) => void;

/** Any touch restarts the waiting times; more often than this adds nothing, ms. */
const ACTIVITY_EVERY_MS = 250;

/** A button stays down at least this long, so that the quickest touch is seen too, ms. */
const DOWN_AT_LEAST_MS = 120;

/**
 * Makes a web page behave like a kiosk: nobody gets out of it (E005, E006); every touch or key counts as activity (E073); what throws unseen is reported as a bug.
 */
export function teachManners(page: Window & typeof globalThis, send: Send): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  refuseWaysOut(page, signal);
  showPresses(page, signal);
  listenForActivity(page, send, signal);
  listenForBugs(page, send, signal);
  return () => ended.abort();
}

/**
 * Marks the button under a finger with `data-down` at once (E010). `:active` is not enough: for a touch the
 * browser sets it only when it is sure that no scroll begins, often not before the finger is lifted.
 */
function showPresses(page: Window, signal: AbortSignal): void {
  let down: { readonly button: HTMLButtonElement; readonly since: number } | null = null;
  const lift = (): void => {
    down?.button.removeAttribute('data-down');
    down = null;
  };
  const options = { signal, passive: true, capture: true } as const;
  page.addEventListener('pointerdown', (event) => {
    lift();
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button === null) return;
    down = { button, since: event.timeStamp };
    button.setAttribute('data-down', '');
  }, options);
  const released = (event: Event): void => {
    const press = down;
    if (press === null) return;
    page.setTimeout(() => {
      if (down === press) lift();
    }, Math.max(0, DOWN_AT_LEAST_MS - (event.timeStamp - press.since)));
  };
  for (const name of ['pointerup', 'pointercancel'] as const) page.addEventListener(name, released, options);
}

function listenForActivity(page: Window & typeof globalThis, send: Send, signal: AbortSignal): void {
  let last = Number.NEGATIVE_INFINITY;
  const active = (event: Event): void => {
    if (event.timeStamp - last < ACTIVITY_EVERY_MS) return;
    last = event.timeStamp;
    send({ kind: 'activity' });
  };
  for (const name of ['pointerdown', 'keydown', 'wheel', 'scroll'] as const) {
    page.addEventListener(name, active, { signal, passive: true, capture: true });
  }
}

function listenForBugs(page: Window & typeof globalThis, send: Send, signal: AbortSignal): void {
  page.addEventListener('error', (event) => {
    // The browser's own notice that a layout took two rounds; nothing is broken.
    if (event.message.startsWith('ResizeObserver loop')) return;
    send({ kind: 'bug', message: describeBug(event.error ?? event.message) });
  }, { signal });
  page.addEventListener('unhandledrejection', (event) => {
    send({ kind: 'bug', message: describeBug(event.reason) });
  }, { signal });
}
