/** A key as the browser's event and Electron's input both describe it; `key` by UI Events KeyboardEvent key Values. */
export type KeyStroke = { readonly key: string; readonly control: boolean; readonly shift: boolean; readonly alt: boolean; readonly meta: boolean };

/**
 * `page`: typing, moving, editing: it does what it always does. `mute`: the page may hear it, because pads to hear with send such
 * keys (E052), but the browser must do nothing of its own. `deny`: it would leave, reload, zoom, print, search or inspect.
 */
export type KeyDecision = 'page' | 'mute' | 'deny';

const PAGE_KEYS: ReadonlySet<string> = new Set([
  'Tab', 'Enter', 'Escape', 'Backspace', 'Delete', 'Home', 'End', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight',
  // Modifiers by themselves, and what writing Vietnamese with a system's own method sends.
  'Shift', 'Control', 'AltGraph', 'CapsLock', 'NumLock', 'Dead', 'Compose', 'Process', 'Unidentified',
]);
const MUTE_KEYS: ReadonlySet<string> = new Set(['Alt', 'Meta', 'AudioVolumeUp', 'AudioVolumeDown', 'AudioVolumeMute', 'MediaPlayPause', 'MediaPlay', 'MediaPause', 'MediaStop']);
/** Reload, full screen, developer tools: no pad needs them, and a browser that hangs would obey them before the page could refuse. */
const DENIED_F_KEYS: ReadonlySet<string> = new Set(['F5', 'F11', 'F12']);

/** Who may hear a key on a public screen. What is not named here is denied. */
export function decideKey({ key, control, shift, alt, meta }: KeyStroke): KeyDecision {
  if (control || alt || meta) return decideCombination({ key, control, shift, alt, meta });
  // Chromium's task manager.
  if (shift && key === 'Escape') return 'deny';
  if (PAGE_KEYS.has(key)) return 'page';
  if (MUTE_KEYS.has(key)) return 'mute';
  if (/^F\d{1,2}$/.test(key)) return DENIED_F_KEYS.has(key) ? 'deny' : 'mute';
  return [...key].length === 1 ? 'page' : 'deny';
}

/** Of all combinations only those that edit a field: select all, copy, paste, cut, undo. */
function decideCombination({ key, control, shift, alt, meta }: KeyStroke): KeyDecision {
  if (key === 'Shift' || key === 'Control' || key === 'AltGraph') return 'page';
  if (key === 'Alt' || key === 'Meta') return 'mute';
  return control && !shift && !alt && !meta && /^[acvxz]$/i.test(key) ? 'page' : 'deny';
}
