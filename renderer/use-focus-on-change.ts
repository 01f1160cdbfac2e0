import { useEffect, useRef, type RefObject } from 'react';
import { placeName } from './session/selectors.ts';
import { useSession } from './session/session-context.ts';

/**
 * Moves focus to the heading of what has just appeared (E064); whoever hears the screen or walks it by
 * keys starts at its beginning. Closing an overlay gives focus back to the button that opened it.
 */
export function useFocusOnChange(page: RefObject<HTMLElement | null>): void {
  const place = useSession(placeName);
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const dialog = page.current?.querySelector('[role=dialog] h1') ?? null;
    // The button under the overlay still has the focus here: the browser takes it away only later.
    if (dialog !== null) opener.current ??= focusedElement();
    else if (opener.current?.isConnected === true) {
      opener.current.focus({ preventScroll: true });
      opener.current = null;
      return;
    } else opener.current = null;
    const heading = dialog ?? page.current?.querySelector('h1');
    if (!(heading instanceof HTMLElement)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [page, place]);
}

function focusedElement(): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
}
