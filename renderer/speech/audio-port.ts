/** A clip that is being heard. */
export type Playing = {
  /** True when it came to its end, false when it was stopped. */
  readonly ended: Promise<boolean>;
  /** Silent at once. */
  readonly stop: () => void;
};

/** What makes sound. A clip is Ogg Opus bytes. */
export type AudioPort = {
  /** @throws when the bytes cannot be decoded. */
  readonly play: (clip: ArrayBuffer) => Promise<Playing>;
  /** A short low tone: something here has no recording. */
  readonly tone: () => Promise<void>;
  /** From 0 to 1, at once. */
  readonly setLoudness: (loudness: number) => void;
  readonly pause: () => void;
  readonly resume: () => void;
};

const TONE_HZ = 330;
const TONE_SECONDS = 0.12;

/** Sound over Web Audio. The context is made at the first sound: before it there is nothing to hear. */
export function webAudio(): AudioPort {
  let made: { readonly context: AudioContext; readonly gain: GainNode } | null = null;
  let loudness = 1;
  const sound = (): { readonly context: AudioContext; readonly gain: GainNode } => {
    if (made !== null) return made;
    const context = new AudioContext();
    const gain = context.createGain();
    gain.gain.value = loudness;
    gain.connect(context.destination);
    made = { context, gain };
    return made;
  };
  const start = (node: AudioScheduledSourceNode): Playing => {
    let isStopped = false;
    const ended = new Promise<boolean>((resolve) => node.addEventListener('ended', () => resolve(!isStopped), { once: true }));
    node.connect(sound().gain);
    node.start();
    return {
      ended,
      stop: () => {
        isStopped = true;
        node.stop();
      },
    };
  };
  return {
    play: async (clip) => {
      const { context } = sound();
      const source = context.createBufferSource();
      source.buffer = await context.decodeAudioData(clip);
      return start(source);
    },
    tone: async () => {
      const { context } = sound();
      const oscillator = context.createOscillator();
      oscillator.frequency.value = TONE_HZ;
      const playing = start(oscillator);
      oscillator.stop(context.currentTime + TONE_SECONDS);
      await playing.ended;
    },
    setLoudness: (next) => {
      loudness = next;
      if (made !== null) made.gain.gain.value = next;
    },
    pause: () => void made?.context.suspend(),
    resume: () => void made?.context.resume(),
  };
}
