import { expect, it } from 'vitest';
import { decideKey, type KeyDecision, type KeyStroke } from '#domain/kiosk-keys.ts';
import { DEFAULT_SPEECH_KEYS } from '#domain/speech/key-map.ts';

/** `Ctrl+Shift+i` as a stroke. */
function stroke(text: string): KeyStroke {
  const parts = text === '+' ? ['+'] : text.split(/(?<=.)\+/);
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  return { key: parts.at(-1) ?? '', control: has('Ctrl'), shift: has('Shift'), alt: has('Alt'), meta: has('Meta') };
}

/** What people press who want out of a kiosk, and what people press who read and write. */
const KEYS: Readonly<Record<KeyDecision, readonly string[]>> = {
  deny: [
    'F5', 'F11', 'F12', 'Ctrl+F5', 'Shift+F5', 'Ctrl+r', 'Ctrl+Shift+R', 'Ctrl+w', 'Ctrl+Shift+W', 'Ctrl+F4', 'Alt+F4', 'Ctrl+q', 'Ctrl+Shift+Q', 'Meta+q', 'Meta+w',
    'Ctrl+t', 'Ctrl+Shift+T', 'Ctrl+n', 'Ctrl+Shift+N', 'Ctrl+Tab', 'Ctrl+Shift+Tab', 'Ctrl+PageUp', 'Ctrl+PageDown', 'Ctrl+1', 'Ctrl+9',
    'Ctrl+l', 'Alt+d', 'Ctrl+e', 'Ctrl+k', 'Alt+Enter', 'Ctrl+Enter', 'Ctrl+o', 'Ctrl+s', 'Ctrl+p', 'Ctrl+Shift+P', 'Ctrl+u', 'Ctrl+j', 'Ctrl+h', 'Ctrl+d', 'Ctrl+f', 'Ctrl+g',
    'Ctrl+Shift+I', 'Ctrl+Shift+J', 'Ctrl+Shift+C', 'Ctrl+Shift+K', 'Ctrl+Shift+M', 'Ctrl+Shift+B', 'Ctrl+Shift+O', 'Ctrl+Shift+Delete', 'Shift+Escape', 'Meta+Alt+i',
    'Ctrl++', 'Ctrl+=', 'Ctrl+-', 'Ctrl+0', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Meta+[', 'Alt+F', 'Alt+ ', 'Alt+Tab', 'Alt+Escape', 'Ctrl+Escape', 'Ctrl+Alt+Delete',
    'Meta+r', 'Meta+e', 'Meta+d', 'Meta+l', 'Meta+u', 'Meta+Tab', 'Meta++', 'Ctrl+Meta+o', 'Ctrl+Alt+v',
    'BrowserBack', 'BrowserForward', 'BrowserHome', 'BrowserRefresh', 'BrowserSearch', 'BrowserFavorites', 'LaunchMail', 'LaunchApplication1', 'LaunchApplication2', 'GoBack',
    'ContextMenu', 'PrintScreen', 'Help', 'Find', 'Print', 'Open', 'Save', 'Close', 'New', 'ZoomIn', 'ZoomOut', 'ZoomToggle', 'MediaTrackNext', 'Eject', 'Power', 'Sleep', 'Insert',
  ],
  mute: ['F1', 'F3', 'F6', 'F7', 'F10', 'Shift+F10', 'Alt', 'Meta', 'Ctrl+Alt', 'MediaPlayPause', 'AudioVolumeUp'],
  page: ['a', 'Z', 'ư', 'ế', '7', ' ', '@', '+', 'Shift+A', 'Tab', 'Shift+Tab', 'Enter', 'Escape', 'Backspace', 'ArrowDown', 'PageDown', 'Home', 'Shift', 'Control', 'AltGraph', 'Dead', 'Process', 'Ctrl+a', 'Ctrl+C', 'Ctrl+v', 'Ctrl+x', 'Ctrl+z'],
};

it.each(Object.entries(KEYS))('decides to %s each key of that list', (decision, keys) => {
  for (const key of keys) expect([key, decideKey(stroke(key))]).toEqual([key, decision]);
});

it('lets every key of a pad to hear with reach the page (E051, E052)', () => {
  for (const code of Object.values(DEFAULT_SPEECH_KEYS).flat()) {
    const key = code === 'NumpadEnter' ? 'Enter' : code;
    expect([code, decideKey(stroke(key))]).not.toEqual([code, 'deny']);
  }
});
