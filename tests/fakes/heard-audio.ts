/**
 * Stands in for the browser's sound in a journey: decodes nothing, plays every clip for `clipMs`, and keeps what began, what was
 * stopped, and whether a clip is being fetched. Runs in the page before its own scripts (`page.addInitScript`), so that the kiosk's own code is what is heard.
 */
export function installHeardAudio(clipMs: number): void {
  type Sound = { clip: string; startedAt: number; stoppedAt: number | null; gain: number };
  const heard: Sound[] = [];
  let paused = false;
  let loading = 0;
  const fetchNow = globalThis.fetch;
  /** A turn of the page that no fake clock holds up. */
  const turn = (): Promise<unknown> =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', done, { once: true });
      port1.start();
      port2.postMessage(null);
    });
  globalThis.fetch = async (...asked) => {
    const answer = fetchNow(...asked);
    const [address] = asked;
    if (typeof address !== 'string' || !address.includes('/speech/')) return answer;
    loading += 1;
    // Loaded is what is there to the last byte and has been handed on to whoever asked.
    void answer.then((whole) => whole.clone().arrayBuffer()).catch(() => undefined).then(turn).then(turn).then(() => (loading -= 1));
    return answer;
  };
  const settings = { clipMs };
  const nameOf = (bytes: ArrayBuffer): string => {
    let sum = 0x811c9dc5;
    for (const byte of new Uint8Array(bytes)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
    return `${bytes.byteLength}-${sum.toString(16)}`;
  };
  class Source extends EventTarget {
    buffer: { name: string } | null = null;
    frequency = { value: 0 };
    #sound: Sound | null = null;
    readonly context: Context;
    constructor(context: Context) {
      super();
      this.context = context;
    }
    connect(): void {}
    start(): void {
      this.#sound = { clip: this.buffer?.name ?? 'tone', startedAt: performance.now(), stoppedAt: null, gain: this.context.gain.gain.value };
      heard.push(this.#sound);
      this.#wait();
    }
    #wait(): void {
      setTimeout(() => {
        if (this.#sound === null || this.#sound.stoppedAt !== null) return;
        if (paused) this.#wait();
        else this.dispatchEvent(new Event('ended'));
      }, settings.clipMs);
    }
    stop(): void {
      // An oscillator's planned end is no interruption.
      if (this.#sound === null || this.buffer === null) return;
      this.#sound.stoppedAt = performance.now();
      this.dispatchEvent(new Event('ended'));
    }
  }
  class Context {
    currentTime = 0;
    destination = {};
    gain = { gain: { value: 1 }, connect: (): void => undefined };
    createGain(): Context['gain'] {
      return this.gain;
    }
    createBufferSource(): Source {
      return new Source(this);
    }
    createOscillator(): Source {
      return new Source(this);
    }
    decodeAudioData(bytes: ArrayBuffer): Promise<{ name: string }> {
      return Promise.resolve({ name: nameOf(bytes) });
    }
    suspend(): Promise<void> {
      paused = true;
      return Promise.resolve();
    }
    resume(): Promise<void> {
      paused = false;
      return Promise.resolve();
    }
  }
  Object.assign(globalThis, { AudioContext: Context, heardAudio: { heard, settings, isPaused: () => paused, isLoading: () => loading > 0 } });
}
