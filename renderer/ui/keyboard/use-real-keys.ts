import { useEffect, useRef } from 'react';

/**
 * Keys of a real keyboard, wherever the focus is (E123). Writing inside a field, before its end, is left to the browser;
 * a press that the keyboard repeats by itself counts for deleting only.
 */
export function useRealKeys(onKey: (key: string) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!isWriting(event)) return;
      event.preventDefault();
      if (!event.repeat || event.key === 'Backspace') latest.current(event.key);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

function isWriting(event: KeyboardEvent): boolean {
  const { key, target } = event;
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
  if (key !== 'Backspace' && [...key].length !== 1) return false;
  // Space on a focused button presses that button.
  if (target instanceof HTMLButtonElement) return key !== ' ';
  if (!(target instanceof HTMLInputElement)) return true;
  return target.selectionStart === target.value.length && target.selectionEnd === target.value.length;
}
