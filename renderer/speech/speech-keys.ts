import { actionOfKey, type SpeechAction, type SpeechKeyMap } from '#domain/speech/key-map.ts';

type KeyPorts = { readonly keys: () => SpeechKeyMap; readonly isListening: () => boolean; readonly act: (action: SpeechAction) => void };

/** While somebody types into a field these keys belong to the field. */
const FIELD_CODES = new Set(['ArrowLeft', 'ArrowRight']);

/** The pad's keys, before the page sees them. A key that is held down counts once. The returned function stops it. */
export function listenToKeys(page: Window, { keys, isListening, act }: KeyPorts): () => void {
  const ended = new AbortController();
  page.addEventListener('keydown', (event) => {
    const action = actionOfKey(event.code, keys(), isListening());
    if (action === null || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof HTMLInputElement && FIELD_CODES.has(event.code) && event.target.value !== '') return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) act(action);
  }, { capture: true, signal: ended.signal });
  return () => ended.abort();
}

/**
 * A plug as far as a browser can see one: the number of sounding devices grows or shrinks. A socket that only switches between
 * loudspeaker and headphones is not seen here; there the pad's own plug keys are used. The returned function stops it.
 */
export function listenToPlugs(devices: MediaDevices | undefined, act: (action: SpeechAction) => void): () => void {
  if (devices === undefined) return () => undefined;
  const ended = new AbortController();
  let before: number | null = null;
  const count = async (): Promise<number> => (await devices.enumerateDevices()).filter(({ kind }) => kind === 'audiooutput').length;
  const look = async (): Promise<void> => {
    const now = await count();
    const known = before;
    before = now;
    if (known === null || now === known) return;
    act(now > known ? 'headphonesIn' : 'headphonesOut');
  };
  const lookSafely = (): void => {
    look().catch(() => {
      // A browser that does not tell its devices: the keys are there.
      before = null;
    });
  };
  lookSafely();
  devices.addEventListener('devicechange', lookSafely, { signal: ended.signal });
  return () => ended.abort();
}
