/** What a key of the pad asks for. `prev`, `next`, `select`, `back` and `repeat` are the five keys (E052). */
export const SPEECH_ACTIONS = [
  'start', 'stop', 'prev', 'next', 'select', 'back', 'repeat', 'pause', 'volumeUp', 'volumeDown', 'language', 'help', 'blank', 'headphonesIn', 'headphonesOut',
] as const;
export type SpeechAction = (typeof SPEECH_ACTIONS)[number];

/** Which keys do it, by `KeyboardEvent.code`. */
export type SpeechKeyMap = Readonly<Record<SpeechAction, readonly string[]>>;

/**
 * Works with a plain keyboard and with pads that send arrows, Enter and F13–F24. Which code a pad sends is set in the pad or
 * its table; the kiosk's own map then takes the place of this one, action by action.
 */
export const DEFAULT_SPEECH_KEYS: SpeechKeyMap = {
  start: ['F9', 'F13'],
  stop: ['F10', 'F14'],
  prev: ['ArrowUp', 'F23'],
  next: ['ArrowDown', 'F22'],
  select: ['Enter', 'NumpadEnter', 'F21'],
  back: ['ArrowLeft', 'F20'],
  repeat: ['ArrowRight', 'F19'],
  pause: ['F8', 'MediaPlayPause'],
  volumeUp: ['AudioVolumeUp', 'PageUp', 'F18'],
  volumeDown: ['AudioVolumeDown', 'PageDown', 'F17'],
  language: ['F6'],
  help: ['F1'],
  blank: ['F7'],
  headphonesIn: ['F15'],
  headphonesOut: ['F16'],
};

/** The default map with the kiosk's own keys in place of the default's, each action apart. */
export function speechKeys(own: Partial<Record<SpeechAction, readonly string[]>> = {}): SpeechKeyMap {
  return { ...DEFAULT_SPEECH_KEYS, ...own };
}

/**
 * What a key means now; null: nothing of ours, the page may have it. While nobody listens only those keys count that can begin it.
 */
export function actionOfKey(code: string, keys: SpeechKeyMap, isListening: boolean): SpeechAction | null {
  const action = SPEECH_ACTIONS.find((one) => keys[one].includes(code)) ?? null;
  if (isListening || action === null) return action;
  return action === 'start' || action === 'headphonesIn' || action === 'headphonesOut' ? action : null;
}
