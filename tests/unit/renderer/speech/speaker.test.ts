import { describe, expect, it } from 'vitest';
import type { ClipText } from '#domain/speech/clip-key.ts';
import type { AudioPort } from '#renderer/speech/audio-port.ts';
import type { ClipStore } from '#renderer/speech/clip-store.ts';
import { createSpeaker, loudnessOf } from '#renderer/speech/speaker.ts';
import type { SystemVoice } from '#renderer/speech/system-voice.ts';

/** Sound in memory: a clip lasts until the test lets it end. */
function fakeSound() {
  const log: string[] = [];
  let playing: { readonly name: string; readonly end: (whole: boolean) => void } | null = null;
  const audio: AudioPort = {
    play: (bytes) => {
      const name = new TextDecoder().decode(bytes);
      if (name === 'hỏng') return Promise.reject(new Error('cannot be decoded'));
      log.push(name);
      const ended = new Promise<boolean>((resolve) => {
        playing = { name, end: resolve };
      });
      const mine = playing;
      return Promise.resolve({ ended, stop: () => { log.push(`stop ${name}`); mine?.end(false); } });
    },
    tone: () => {
      log.push('tone');
      return Promise.resolve();
    },
    setLoudness: (loudness) => log.push(`loudness ${loudness.toFixed(2)}`),
    pause: () => log.push('pause'),
    resume: () => undefined,
  };
  return { audio, log, finish: () => playing?.end(true) };
}

const clips = (...texts: readonly string[]): ClipStore => ({
  has: ({ text }: ClipText) => texts.includes(text),
  load: ({ text }) => Promise.resolve(new TextEncoder().encode(text).buffer),
});
const noVoice: SystemVoice = { say: () => null };
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

function speakerWith(store: ClipStore, voice: SystemVoice = noVoice) {
  const sound = fakeSound();
  const shown: (string | null)[] = [];
  const speaker = createSpeaker({ audio: sound.audio, voice, after: (_, task) => { task(); return () => undefined; }, onText: (text) => shown.push(text) });
  speaker.setClips(store);
  return { ...sound, speaker, shown };
}

describe('the queue of what is said', () => {
  it('says one after the other, and shows each in words (E062)', async () => {
    const { speaker, log, finish, shown } = speakerWith(clips('Một', 'Hai', 'Ba'));
    speaker.say([{ text: 'Một. Hai.', tag: 'vi' }, { text: 'Ba', tag: 'vi' }]);
    for (let count = 0; count < 3; count += 1) {
      await settle();
      finish();
    }
    await settle();
    expect(log).toEqual(['Một', 'Hai', 'Ba']);
    expect(shown.filter((text) => text !== null)).toEqual(['Một', 'Hai', 'Ba']);
    expect(speaker.isSpeaking()).toBe(false);
  });

  it('is silenced at once by what is newer, and says nothing more of the old (E053)', async () => {
    const { speaker, log, finish } = speakerWith(clips('Một', 'Hai', 'Ba'));
    speaker.say([{ text: 'Một', tag: 'vi' }, { text: 'Hai', tag: 'vi' }]);
    await settle();
    speaker.say([{ text: 'Ba', tag: 'vi' }]);
    expect(log).toEqual(['Một', 'stop Một']);
    await settle();
    finish();
    await settle();
    expect(log).toEqual(['Một', 'stop Một', 'Ba']);
  });

  it('says an addition after what is being said (E074)', async () => {
    const { speaker, log, finish } = speakerWith(clips('Một', 'Hai'));
    speaker.say([{ text: 'Một', tag: 'vi' }]);
    await settle();
    speaker.add([{ text: 'Hai', tag: 'vi' }]);
    finish();
    await settle();
    expect(log).toEqual(['Một', 'Hai']);
  });

  it('marks what has no recording with a tone, and asks the system\'s voice first where there is one (E063)', async () => {
    const none = speakerWith(clips());
    none.speaker.say([{ text: '你好', tag: 'zh-Hans' }]);
    await settle();
    expect(none.log).toEqual(['tone']);
    const asked: string[] = [];
    const some = speakerWith(clips(), { say: (text) => { asked.push(text); return { ended: Promise.resolve(), stop: () => undefined }; } });
    some.speaker.say([{ text: '你好', tag: 'zh-Hans' }]);
    await settle();
    expect(asked).toEqual(['你好']);
    expect(some.log).toEqual([]);
  });

  it('passes over a clip that does not decode', async () => {
    const { speaker, log, finish } = speakerWith(clips('hỏng', 'Hai'));
    speaker.say([{ text: 'hỏng. Hai', tag: 'vi' }]);
    await settle();
    finish();
    await settle();
    expect(log).toEqual(['tone', 'Hai']);
  });

  it('has at least five steps of volume, each heard as louder (E057)', () => {
    const steps = [1, 2, 3, 4, 5, 6, 7, 8].map((step) => loudnessOf(step, 8));
    for (const [at, step] of steps.slice(1).entries()) expect(step / (steps[at] ?? 1)).toBeCloseTo(1.585, 2);
    expect(steps.at(-1)).toBe(1);
  });
});
