import { LANGUAGES } from '#contract/content-pack.ts';
import { speechKeys, type SpeechAction } from '#domain/speech/key-map.ts';
import { furtherWords } from '../i18n/further-words.ts';
import { wordsIn, type Translate } from '../i18n/words.ts';
import type { PageClock } from '../session/clock.ts';
import type { Session } from '../session/session-context.ts';
import type { SessionState } from '../session/state.ts';
import type { AudioPort } from './audio-port.ts';
import { openClips } from './clip-store.ts';
import { heardPage, hushFilms, hushNow, watchLiveRegions } from './heard-page.ts';
import { createListener } from './listener.ts';
import { createSpeaker } from './speaker.ts';
import type { SpokenText } from './spoken-text.ts';
import { listenToKeys, listenToPlugs } from './speech-keys.ts';
import type { SystemVoice } from './system-voice.ts';

export type SpeechPorts = {
  readonly session: Pick<Session, 'store' | 'send'>;
  readonly clock: PageClock;
  readonly audio: AudioPort;
  readonly voice: SystemVoice;
  readonly fetch: typeof globalThis.fetch;
  readonly page: Window & typeof globalThis;
  readonly spoken: SpokenText;
};

/** Lets the page be heard: keys, plugs and the session on one side, the queue of clips on the other. The returned function ends it. */
export function startSpeech({ session, clock, audio, voice, fetch, page, spoken }: SpeechPorts): () => void {
  const { store, send } = session;
  const isOn = (): boolean => store.getState().comfort.hearing.on;
  const speaker = createSpeaker({ audio, voice, after: clock.after, onText: spoken.set });
  const listener = createListener({ store, send, speaker, page: heardPage(page.document), words: (tag) => wordsOf(store.getState(), tag), after: clock.after });
  const act = (action: SpeechAction): void => listener.act(action);
  const loadFor = clipLoader(fetch, speaker.setClips);
  const ends = [
    listener.end,
    listenToKeys(page, { keys: () => speechKeys(store.getState().kiosk.boot?.settings.speechKeys), isListening: isOn, act }),
    listenToPlugs(page.navigator.mediaDevices, act),
    watchLiveRegions(page.document, listener.changed.bind(listener)),
    hushFilms(page.document, isOn),
    store.subscribe((state, before) => {
      loadFor(state.kiosk.boot?.mediaBase ?? null);
      if (state.comfort.hearing.on && !before.comfort.hearing.on) hushNow(page.document);
    }),
    listenToTouch(page, () => listener.touched()),
  ];
  return () => ends.forEach((end) => end());
}

function wordsOf({ kiosk }: SessionState, tag: string): Translate {
  const further = kiosk.pack?.languages?.find((language) => language.tag === tag);
  if (further !== undefined) return furtherWords(further).t;
  return wordsIn(LANGUAGES.find((language) => language === tag) ?? 'vi');
}

/** The indexes are read once the host has said where they lie: the first word must not wait for them. */
function clipLoader(fetch: typeof globalThis.fetch, use: (clips: Awaited<ReturnType<typeof openClips>>) => void): (mediaBase: string | null) => void {
  let loaded: string | null = null;
  return (mediaBase) => {
    if (mediaBase === null || mediaBase === loaded) return;
    loaded = mediaBase;
    openClips(fetch, mediaBase).then(use, () => {
      loaded = null;
    });
  };
}

function listenToTouch(page: Window, touched: () => void): () => void {
  const ended = new AbortController();
  page.addEventListener('pointerdown', touched, { capture: true, passive: true, signal: ended.signal });
  return () => ended.abort();
}
