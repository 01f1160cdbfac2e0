import type { ClipText } from '#domain/speech/clip-key.ts';
import { planSpeech, type PlannedPhrase } from '#domain/speech/plan-speech.ts';
import type { AudioPort, Playing } from './audio-port.ts';
import { NO_CLIPS, spokenLanguage, type ClipStore } from './clip-store.ts';
import type { SystemVoice } from './system-voice.ts';

/** Something to be said; `onStart` runs when it begins to be heard. */
export type Utterance = { readonly text: string; readonly tag: string; readonly onStart?: () => void };

export type Speaker = ReturnType<typeof createSpeaker>;

/** Between two utterances, ms: so that a list is heard as one. */
const BREATH_MS = 160;

type SpeakerPorts = {
  readonly audio: AudioPort;
  readonly voice: SystemVoice;
  readonly after: (delay: number, task: () => void) => () => void;
  /** What is being said now, for the strip on the screen (E062); null: nothing. */
  readonly onText: (text: string | null) => void;
};

/** The queue: what is new silences what is old at once (E053). */
export function createSpeaker({ audio, voice, after, onText }: SpeakerPorts) {
  let clips: ClipStore = NO_CLIPS;
  let queue: readonly Utterance[] = [];
  let loudness = 1;
  /** Each run of the queue has its number; a run that is not the last one has been interrupted. */
  let run = 0;
  let silence: (() => void) | null = null;
  let isSpeaking = false;

  const stop = (): void => {
    run += 1;
    queue = [];
    silence?.();
    silence = null;
    isSpeaking = false;
    onText(null);
  };

  const hold = (playing: { readonly stop: () => void }): void => {
    silence = playing.stop;
  };

  const sayPhrase = async (phrase: PlannedPhrase, tag: string, mine: number): Promise<void> => {
    onText(phrase.text);
    if (phrase.missing.length > 0 || phrase.clips.length === 0) {
      const spoken = voice.say(phrase.text, tag, loudness);
      if (spoken !== null) {
        hold(spoken);
        return spoken.ended;
      }
      if (mine === run) await audio.tone();
    }
    await playClips(phrase.clips, mine);
  };

  const playClips = async (list: readonly ClipText[], mine: number): Promise<void> => {
    let next = loadAt(list, 0);
    for (let at = 0; at < list.length && mine === run; at += 1) {
      const bytes = await next;
      next = loadAt(list, at + 1);
      if (bytes === null || mine !== run) continue;
      const playing = await start(bytes);
      if (playing === null) continue;
      if (mine !== run) return playing.stop();
      hold(playing);
      await playing.ended;
    }
  };

  const loadAt = (list: readonly ClipText[], at: number): Promise<ArrayBuffer | null> => {
    const clip = list[at];
    return clip === undefined ? Promise.resolve(null) : clips.load(clip);
  };

  const start = async (bytes: ArrayBuffer): Promise<Playing | null> => {
    try {
      return await audio.play(bytes);
    } catch {
      // A clip that does not decode must not silence the rest of the screen.
      await audio.tone();
      return null;
    }
  };

  const work = async (mine: number): Promise<void> => {
    isSpeaking = true;
    while (mine === run) {
      const [utterance, ...rest] = queue;
      if (utterance === undefined) break;
      queue = rest;
      utterance.onStart?.();
      for (const phrase of planSpeech(utterance.text, spokenLanguage(utterance.tag), clips.has)) {
        if (mine === run) await sayPhrase(phrase, utterance.tag, mine);
      }
      if (mine === run && queue.length > 0) await new Promise<void>((done) => after(BREATH_MS, done));
    }
    if (mine !== run) return;
    isSpeaking = false;
    onText(null);
  };

  return {
    /** Says this, and nothing of what was being said. */
    say: (utterances: readonly Utterance[]): void => {
      stop();
      audio.resume();
      queue = utterances;
      void work(run);
    },
    /** Says this after what is being said. */
    add: (utterances: readonly Utterance[]): void => {
      queue = [...queue, ...utterances];
      if (!isSpeaking) void work(run);
    },
    stop,
    pause: audio.pause,
    resume: audio.resume,
    isSpeaking: (): boolean => isSpeaking,
    setClips: (store: ClipStore): void => {
      clips = store;
    },
    /** From 0 to 1. */
    setLoudness: (next: number): void => {
      loudness = next;
      audio.setLoudness(next);
    },
  };
}

/** Each step of volume is 4 dB; the highest is the clip as it is (E057). */
export function loudnessOf(volume: number, highest: number): number {
  return 10 ** (((volume - highest) * 4) / 20);
}
