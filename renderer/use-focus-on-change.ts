import { useEffect, type RefObject } from 'react';
import { placeName } from './session/selectors.ts';
import { useSession } from './session/session-context.ts';

/**
 * Moves focus to the heading of what has just appeared (E064); whoever hears the screen or walks it by
 * keys starts at its beginning. Closing an overlay gives focus back to the button that opened it.
 */
export function useFocusOnChange(page: RefObject<HTMLElement | null>): void {
  const place = useSession(placeName);
  useEffect(() => {
    const dialog = page.current?.querySelector('[role=dialog] h1');
    const heading = dialog ?? page.current?.querySelector('h1');
    if (!(heading instanceof HTMLElement)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [page, place]);
}
