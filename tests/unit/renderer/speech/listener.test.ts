import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { KioskDriver } from '#tests/driver/kiosk-driver.ts';
import { wordsIn } from '#renderer/i18n/words.ts';
import type { KioskEvent } from '#renderer/session/event.ts';
import type { SessionState } from '#renderer/session/state.ts';
import { createListener } from '#renderer/speech/listener.ts';
import type { ReadItem } from '#renderer/speech/read-screen.ts';
import type { Speaker, Utterance } from '#renderer/speech/speaker.ts';

type Given = { readonly text: string; readonly kind?: ReadItem['kind']; readonly attributes?: Readonly<Record<string, string>>; readonly press?: () => void };

/** What the listener looks at of an element. */
function elementOf({ attributes = {} }: Given): HTMLElement {
  const getAttribute = (name: string): string | null => attributes[name] ?? null;
  return { getAttribute, hasAttribute: (name: string) => name in attributes, matches: () => false } as unknown as HTMLElement;
}

/** A citizen with the session machine itself, a page of given items, and a voice that says everything at once. */
function listening(page: readonly Given[]) {
  const kiosk = new KioskDriver();
  const store = createStore<SessionState>()(() => kiosk.state);
  const heard: string[] = [];
  const events: KioskEvent[] = [];
  const send = (event: KioskEvent): void => {
    events.push(event);
    store.setState(kiosk.press(event).state, true);
  };
  const speak = (utterances: readonly Utterance[]): void => {
    for (const { text, onStart } of utterances) {
      onStart?.();
      heard.push(text);
    }
  };
  const nothing = (): void => undefined;
  const speaker: Speaker = { say: speak, add: speak, stop: nothing, pause: () => heard.push('(paused)'), resume: () => heard.push('(resumed)'), isSpeaking: () => false, setClips: nothing, setLoudness: nothing };
  const items = page.map((given): ReadItem => ({ kind: given.kind ?? 'control', element: elementOf(given), text: given.text, tag: 'vi' }));
  const focused: string[] = [];
  const listener = createListener({
    store,
    send,
    speaker,
    page: { read: () => items, focus: (item) => focused.push(item.text), press: (item) => page[items.indexOf(item)]?.press?.() },
    words: () => wordsIn('vi'),
    after: (_, task) => {
      task();
      return nothing;
    },
  });
  return { kiosk, send, listener, heard, events, focused, take: () => heard.splice(0) };
}

const PAGE: readonly Given[] = [{ text: 'Ông/bà cần gì?', kind: 'heading' }, { text: 'Chọn một việc', kind: 'text' }, { text: 'Khai sinh' }, { text: 'Chữ lớn', attributes: { 'aria-pressed': 'true' } }, { text: 'Gửi', attributes: { 'aria-disabled': 'true' } }];

describe('whoever hears the screen', () => {
  it('is told of the machine voice and the keys, then reads from the heading to the first control (E051, E055, E064, E192)', () => {
    const { listener, heard, focused } = listening(PAGE);
    listener.act('start');
    expect(heard[0]).toContain('giọng máy');
    expect(heard[1]).toContain('Phím tới');
    expect(heard.slice(2)).toEqual(['Ông/bà cần gì?', 'Chọn một việc', 'Khai sinh\nnút']);
    expect(focused.at(-1)).toBe('Khai sinh');
  });

  it('goes from item to item and hears what a control is and how it stands (E052, E054, E065)', () => {
    const { listener, take } = listening(PAGE);
    listener.act('start');
    take();
    listener.act('next');
    listener.act('next');
    listener.act('next');
    listener.act('prev');
    listener.act('repeat');
    expect(take()).toEqual(['Chữ lớn\nnút\nđã chọn', 'Gửi\nnút\nchưa bấm được lúc này', 'Hết màn hình này.', 'Chữ lớn\nnút\nđã chọn', 'Chữ lớn\nnút\nđã chọn']);
  });

  it('presses what is heard, echoes it, and presses nothing that rests', () => {
    const pressed: string[] = [];
    const { listener, take } = listening([{ text: 'a', press: () => pressed.push('a') }, { text: 'Gửi', attributes: { 'aria-disabled': 'true' }, press: () => pressed.push('Gửi') }]);
    listener.act('start');
    take();
    listener.act('select');
    listener.act('next');
    listener.act('select');
    expect(pressed).toEqual(['a']);
    expect(take()).toEqual(['a', 'Gửi\nnút\nchưa bấm được lúc này', 'chưa bấm được lúc này']);
  });

  it('hears a new screen by itself, and that there is none to go back to', () => {
    const { listener, send, take } = listening(PAGE);
    listener.act('start');
    take();
    listener.act('back');
    expect(take()).toEqual(['Không có màn hình trước đó.']);
    send({ kind: 'wake', clip: null });
    expect(take()).toEqual(['Ông/bà cần gì?', 'Chọn một việc', 'Khai sinh\nnút']);
  });

  it('hears stars for the digits of a PIN unless headphones are in (E060)', () => {
    const pad: readonly Given[] = [{ text: '7' }, { text: 'Mở' }];
    const { listener, send, take } = listening(pad);
    send({ kind: 'wake', clip: null });
    send({ kind: 'set-hearing', on: true });
    send({ kind: 'open-staff' });
    take();
    listener.act('repeat');
    expect(take()).toEqual(['dấu sao']);
    listener.act('headphonesIn');
    take();
    listener.act('repeat');
    expect(take()).toEqual(['7\nnút']);
  });

  it('keeps the session awake by reading, but not against the warning before its end (E070, E073)', () => {
    const { kiosk, listener, events, send } = listening(PAGE);
    send({ kind: 'wake', clip: null });
    send({ kind: 'set-hearing', on: true });
    expect(events).toContainEqual({ kind: 'activity' });
    kiosk.waitSeconds(121);
    send({ kind: 'tick' });
    expect(kiosk.state.overlay.kind).toBe('idle-warning');
    const before = events.length;
    listener.changed('Còn 10 giây', 'vi', true);
    expect(events.slice(before)).toEqual([]);
  });

  it('halts and goes on (E054)', () => {
    const { listener, take } = listening(PAGE);
    listener.act('start');
    take();
    listener.act('pause');
    listener.act('pause');
    expect(take()).toEqual(['(paused)', '(resumed)']);
  });

  it('ends without a word when the session ends by itself, with one when asked', () => {
    const { kiosk, listener, send, take } = listening(PAGE);
    listener.act('start');
    take();
    listener.act('stop');
    expect(take()).toEqual(['Đã tắt chế độ nghe.']);
    send({ kind: 'wake', clip: null });
    send({ kind: 'set-hearing', on: true });
    take();
    kiosk.waitSeconds(200);
    send({ kind: 'tick' });
    expect(kiosk.state.comfort.hearing.on).toBe(false);
    expect(take()).toEqual([]);
  });
});
