import type { HeardPage } from './listener.ts';
import { readScreen, textOf } from './read-screen.ts';

/** What lies uppermost: a dialog, else the screen. */
export function heardPage(page: Document): HeardPage {
  return {
    read: () => {
      const root = page.querySelector('[role=dialog]') ?? page.querySelector('.stage-screen');
      return root instanceof HTMLElement ? readScreen(root) : [];
    },
    focus: ({ kind, element }) => {
      if (kind === 'control') element.focus();
    },
    press: ({ element }) => element.click(),
  };
}

type Changed = (text: string, tag: string, isUrgent: boolean) => void;

const LIVE = '[aria-live]:not([aria-live=off]), [role=status], [role=alert]';

/** Tells what live regions of the page say anew. The returned function stops it. */
export function watchLiveRegions(page: Document, changed: Changed): () => void {
  const said = new WeakMap<Element, string>();
  const watch = new MutationObserver((changes) => {
    const regions = new Set(changes.flatMap(({ target }) => {
      const element = target instanceof Element ? target : target.parentElement;
      return element?.closest(LIVE) ?? [];
    }));
    for (const region of regions) {
      if (!(region instanceof HTMLElement) || !region.isConnected || region.closest('[data-speech=skip], [inert]') !== null) continue;
      const text = region.getAttribute('aria-label') ?? textOf(region);
      if (text === '' || said.get(region) === text) continue;
      said.set(region, text);
      const isUrgent = region.getAttribute('aria-live') === 'assertive' || region.getAttribute('role') === 'alert';
      changed(text, region.closest('[lang]')?.getAttribute('lang') ?? 'vi', isUrgent);
    }
  });
  watch.observe(page.body, { subtree: true, childList: true, characterData: true });
  return () => watch.disconnect();
}

/** While the screen is read aloud no film may sound beside it (E059). `isOn` is asked at every sound. The returned function stops it. */
export function hushFilms(page: Document, isOn: () => boolean): () => void {
  const ended = new AbortController();
  const hush = (event: Event): void => {
    if (isOn() && event.target instanceof HTMLMediaElement && !event.target.muted) event.target.muted = true;
  };
  for (const name of ['play', 'playing', 'volumechange'] as const) page.addEventListener(name, hush, { capture: true, signal: ended.signal });
  return () => ended.abort();
}

/** Films that sound in this moment. */
export function hushNow(page: Document): void {
  for (const film of page.querySelectorAll('video, audio')) {
    if (film instanceof HTMLMediaElement) film.muted = true;
  }
}
