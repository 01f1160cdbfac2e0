import type { ClipText } from '#domain/speech/clip-key.ts';
import { planSpeech, type PlannedPhrase } from '#domain/speech/plan-speech.ts';
import type { AudioPort, Playing } from './audio-port.ts';
import { NO_CLIPS, spokenLanguage, type ClipStore } from './clip-store.ts';
import type { SystemVoice } from './system-voice.ts';

/** Something to be said; `onStart` runs when it begins to be heard. */
export type Utterance = { readonly text: string; readonly tag: string; readonly onStart?: () => void };

export type Speaker = {
  /** Says this, and nothing of what was being said. */
  readonly say: (utterances: readonly Utterance[]) => void;
  /** Says this after what is being said. */
  readonly add: (utterances: readonly Utterance[]) => void;
  readonly stop: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly isSpeaking: () => boolean;
  readonly setClips: (clips: ClipStore) => void;
  /** From 0 to 1. */
  readonly setLoudness: (loudness: number) => void;
};

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
export function createSpeaker(ports: SpeakerPorts): Speaker {
  const queue = new SpeechQueue(ports);
  return {
    say: (utterances) => queue.say(utterances),
    add: (utterances) => queue.add(utterances),
    stop: () => queue.stop(),
    pause: () => ports.audio.pause(),
    resume: () => ports.audio.resume(),
    isSpeaking: () => queue.isSpeaking,
    setClips: (clips) => {
      queue.clips = clips;
    },
    setLoudness: (loudness) => queue.setLoudness(loudness),
  };
}

class SpeechQueue {
  clips: ClipStore = NO_CLIPS;
  isSpeaking = false;
  readonly #ports: SpeakerPorts;
  #queue: readonly Utterance[] = [];
  #loudness = 1;
  /** Each run of the queue has its number; a run that is not the last one has been interrupted. */
  #run = 0;
  #silence: (() => void) | null = null;

  constructor(ports: SpeakerPorts) {
    this.#ports = ports;
  }

  say(utterances: readonly Utterance[]): void {
    this.stop();
    this.#ports.audio.resume();
    this.#queue = utterances;
    this.#begin();
  }

  add(utterances: readonly Utterance[]): void {
    this.#queue = [...this.#queue, ...utterances];
    if (!this.isSpeaking) this.#begin();
  }

  stop(): void {
    this.#run += 1;
    this.#queue = [];
    this.#silence?.();
    this.#silence = null;
    this.isSpeaking = false;
    this.#ports.onText(null);
  }

  setLoudness(loudness: number): void {
    this.#loudness = loudness;
    this.#ports.audio.setLoudness(loudness);
  }

  /** A sound that fails ends the run; the next thing to say begins another. */
  #begin(): void {
    const mine = this.#run;
    this.isSpeaking = true;
    this.#work(mine).catch((bug: unknown) => {
      console.error(bug);
      if (mine === this.#run) this.stop();
    });
  }

  async #work(mine: number): Promise<void> {
    while (mine === this.#run) {
      const [utterance, ...rest] = this.#queue;
      if (utterance === undefined) break;
      this.#queue = rest;
      utterance.onStart?.();
      for (const phrase of planSpeech(utterance.text, spokenLanguage(utterance.tag), (clip) => this.clips.has(clip))) {
        if (mine === this.#run) await this.#sayPhrase(phrase, utterance.tag, mine);
      }
      if (mine === this.#run && this.#queue.length > 0) await new Promise<void>((done) => this.#ports.after(BREATH_MS, done));
    }
    if (mine !== this.#run) return;
    this.isSpeaking = false;
    this.#ports.onText(null);
  }

  async #sayPhrase(phrase: PlannedPhrase, tag: string, mine: number): Promise<void> {
    const { audio, voice, onText } = this.#ports;
    onText(phrase.text);
    if (phrase.missing.length > 0 || phrase.clips.length === 0) {
      const spoken = voice.say(phrase.text, tag, this.#loudness);
      if (spoken !== null) {
        this.#silence = spoken.stop;
        return spoken.ended;
      }
      await audio.tone();
    }
    await this.#playClips(phrase.clips, mine);
  }

  async #playClips(list: readonly ClipText[], mine: number): Promise<void> {
    let next = this.#load(list[0]);
    for (let at = 0; at < list.length && mine === this.#run; at += 1) {
      const bytes = await next;
      next = this.#load(list[at + 1]);
      const playing = bytes === null || mine !== this.#run ? null : await this.#start(bytes);
      if (playing === null) continue;
      // Interrupted while it was being decoded.
      if (mine !== this.#run) return playing.stop();
      this.#silence = playing.stop;
      await playing.ended;
    }
  }

  #load(clip: ClipText | undefined): Promise<ArrayBuffer | null> {
    return clip === undefined ? Promise.resolve(null) : this.clips.load(clip);
  }

  /** A clip that does not decode must not silence the rest of the screen. */
  async #start(bytes: ArrayBuffer): Promise<Playing | null> {
    try {
      return await this.#ports.audio.play(bytes);
    } catch {
      await this.#ports.audio.tone();
      return null;
    }
  }
}

/** Each step of volume is 4 dB; the highest is the clip as it is (E057). */
export function loudnessOf(volume: number, highest: number): number {
  return 10 ** (((volume - highest) * 4) / 20);
}
