import { useEffect } from 'react';
import type { RefObject } from 'react';

/** What a keyboard says while the system's own writing method or a dead key composes a letter (UI Events KeyboardEvent key Values). */
const COMPOSING_KEYS: ReadonlySet<string> = new Set(['Process', 'Dead', 'Compose', 'Unidentified']);

/** A writing method composes inside a field only: its first key brings the focus there, wherever it was, and no letter is lost. */
export function useWritingMethod(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const { current } = field;
      if (current === null || !COMPOSING_KEYS.has(event.key) || event.target === current) return;
      current.focus();
      current.setSelectionRange(current.value.length, current.value.length);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [field]);
}
