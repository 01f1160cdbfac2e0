import { LANGUAGES } from '#contract/content-pack.ts';
import type { SpeechAction } from '#domain/speech/key-map.ts';
import { assertNever } from '#domain/assert-never.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Translate } from '../i18n/words.ts';
import type { KioskEvent } from '../session/event.ts';
import { canGoBack, placeName } from '../session/selectors.ts';
import { VOLUMES, type SessionState, type Volume } from '../session/state.ts';
import { describeItem } from './describe-item.ts';
import type { ReadItem } from './read-screen.ts';
import { loudnessOf, type Speaker, type Utterance } from './speaker.ts';

/** The page as the listener knows it. */
export type HeardPage = {
  /** What is on the screen now, in reading order. */
  readonly read: () => readonly ReadItem[];
  readonly focus: (item: ReadItem) => void;
  readonly press: (item: ReadItem) => void;
};

export type ListenerPorts = {
  readonly store: Pick<StoreApi<SessionState>, 'getState' | 'subscribe'>;
  readonly send: (event: KioskEvent) => void;
  readonly speaker: Speaker;
  readonly page: HeardPage;
  readonly words: (tag: string) => Translate;
  readonly after: (delay: number, task: () => void) => () => void;
};

/** A new screen is drawn by then, ms. */
const SETTLE_MS = 90;
/** What a press changed on the same screen is drawn by then, ms. */
const ECHO_MS = 150;

export type Listener = {
  readonly act: (action: SpeechAction) => void;
  /** A finger on the screen: whatever is being said ends (E053). */
  readonly touched: () => void;
  /** Something on the page said of itself that it has changed (a live region). */
  readonly changed: (text: string, tag: string, isUrgent: boolean) => void;
  readonly end: () => void;
};

/** Follows the session and the keys, and says what is to be heard. Decides nothing about the visit itself. */
export function createListener(ports: ListenerPorts): Listener {
  return new ScreenListener(ports);
}

class ScreenListener implements Listener {
  readonly #ports: ListenerPorts;
  readonly #unsubscribe: () => void;
  #items: readonly ReadItem[] = [];
  #at = 0;
  #isPaused = false;
  #byKeys = false;
  #cancelWait: () => void = () => undefined;

  constructor(ports: ListenerPorts) {
    this.#ports = ports;
    let before = ports.store.getState();
    this.#unsubscribe = ports.store.subscribe((state) => {
      const last = before;
      before = state;
      this.#follow(last, state);
    });
  }

  end(): void {
    this.#unsubscribe();
    this.#cancelWait();
    this.#ports.speaker.stop();
  }

  touched(): void {
    this.#byKeys = false;
    this.#isPaused = false;
    if (this.#isOn()) this.#ports.speaker.stop();
  }

  changed(text: string, tag: string, isUrgent: boolean): void {
    if (!this.#isOn() || this.#isPaused) return;
    const words = [{ text, tag }];
    if (isUrgent && !this.#isReadingNewScreen) this.#ports.speaker.say(words);
    else this.#ports.speaker.add(words);
  }

  #isReadingNewScreen = false;

  #isOn(): boolean {
    return this.#ports.store.getState().comfort.hearing.on;
  }

  #t(): Translate {
    return this.#ports.words(this.#tag());
  }

  #tag(): string {
    return this.#ports.store.getState().comfort.language;
  }

  #follow(before: SessionState, state: SessionState): void {
    const { hearing } = state.comfort;
    const was = before.comfort.hearing;
    if (hearing.volume !== was.volume || hearing.on !== was.on) this.#ports.speaker.setLoudness(loudnessOf(hearing.volume, VOLUMES.length));
    if (was.on && !hearing.on) return this.#fallSilent(state.screen.kind !== 'attract' || before.screen.kind === 'attract');
    if (!hearing.on) return;
    if (!was.on) return this.#readNew(this.#welcome());
    if (placeName(before) !== placeName(state) || before.comfort.language !== state.comfort.language) return this.#readNew([]);
    if (hearing.blank !== was.blank) return this.#announce(this.#t()(hearing.blank ? 'speech.blankOn' : 'speech.blankOff'));
    if (hearing.volume !== was.volume) this.#announce(this.#t()('speech.volume', { step: hearing.volume, of: VOLUMES.length }));
  }

  /** A session that ended by itself ends without a word: nobody may be there. */
  #fallSilent(wasAsked: boolean): void {
    this.#cancelWait();
    this.#isPaused = false;
    this.#ports.speaker.stop();
    if (wasAsked) this.#announce(this.#t()('speech.off'));
  }

  #welcome(): readonly string[] {
    const t = this.#t();
    return [t('speech.welcome'), t(this.#byKeys ? 'speech.howKeys' : 'speech.howTouch')];
  }

  #announce(...texts: readonly string[]): void {
    this.#isReadingNewScreen = false;
    this.#ports.speaker.say(texts.map((text) => ({ text, tag: this.#tag() })));
  }

  /** Silence at once; the new screen as soon as it is drawn. */
  #readNew(first: readonly string[]): void {
    this.#cancelWait();
    this.#isPaused = false;
    this.#ports.speaker.stop();
    this.#isReadingNewScreen = true;
    this.#cancelWait = this.#ports.after(SETTLE_MS, () => {
      this.#items = this.#ports.page.read();
      this.#at = 0;
      const words = first.map((text): Utterance => ({ text, tag: this.#tag() }));
      this.#ports.speaker.say([...words, ...this.#readOn()]);
    });
  }

  /** From the heading to the first control, which then has the focus. */
  #readOn(): readonly Utterance[] {
    const first = this.#items.findIndex((item) => item.kind === 'control');
    return this.#items.slice(0, first === -1 ? this.#items.length : first + 1).map((item, at) => this.#utter(item, at));
  }

  #utter(item: ReadItem, at: number): Utterance {
    return {
      text: this.#isSecret(item) ? this.#t()('speech.masked') : describeItem(item, this.#t()),
      tag: item.tag,
      onStart: () => {
        this.#at = at;
        if (this.#byKeys) this.#ports.page.focus(item);
        this.#stayAwake();
      },
    };
  }

  /** What is read is not idle (E073), but a warning must not put itself off. */
  #stayAwake(): void {
    if (this.#ports.store.getState().overlay.kind !== 'idle-warning') this.#ports.send({ kind: 'activity' });
  }

  /** The digits of a PIN are for headphones only (E060). */
  #isSecret(item: ReadItem): boolean {
    const { screen, comfort } = this.#ports.store.getState();
    const isPin = screen.kind === 'staff' && screen.view.kind !== 'open';
    return isPin && !comfort.hearing.headphones && /^\d$/.test(item.text);
  }

  act(action: SpeechAction): void {
    this.#byKeys = true;
    if (action !== 'pause') this.#isPaused = false;
    switch (action) {
      case 'start':
        return this.#isOn() ? this.#readNew(this.#welcome()) : this.#ports.send({ kind: 'set-hearing', on: true });
      case 'stop':
        return this.#ports.send({ kind: 'set-hearing', on: false });
      case 'headphonesIn':
      case 'headphonesOut':
        return this.#ports.send({ kind: 'headphones', plugged: action === 'headphonesIn' });
      case 'prev':
        return this.#go(-1);
      case 'next':
        return this.#go(1);
      case 'select':
        return this.#select();
      case 'back':
        return this.#back();
      case 'repeat':
        return this.#sayCurrent([]);
      case 'pause':
        return this.#pause();
      case 'volumeUp':
        return this.#turn(1);
      case 'volumeDown':
        return this.#turn(-1);
      case 'language':
        return this.#nextLanguage();
      case 'help':
        return this.#ports.send({ kind: 'open-help' });
      case 'blank':
        return this.#ports.send({ kind: 'set-blank', on: !this.#ports.store.getState().comfort.hearing.blank });
      default:
        return assertNever(action, 'A key of the pad does nothing');
    }
  }

  #go(by: 1 | -1): void {
    this.#refresh();
    const at = this.#at + by;
    if (at >= this.#items.length) return this.#announce(this.#t()('speech.atEnd'));
    if (at < 0) return this.#sayCurrent([this.#t()('speech.atStart')]);
    this.#at = at;
    this.#sayCurrent([]);
  }

  #sayCurrent(first: readonly string[]): void {
    this.#isReadingNewScreen = false;
    const current = this.#items[this.#at];
    const words = first.map((text): Utterance => ({ text, tag: this.#tag() }));
    this.#ports.speaker.say(current === undefined ? words : [...words, this.#utter(current, this.#at)]);
  }

  /** The page as it is now, at the item that was heard last. */
  #refresh(): void {
    const last = this.#items[this.#at];
    this.#items = this.#ports.page.read();
    const same = this.#items.findIndex((item) => item.element === last?.element && item.kind === last.kind);
    this.#at = same === -1 ? Math.min(this.#at, Math.max(0, this.#items.length - 1)) : same;
  }

  #select(): void {
    this.#refresh();
    const current = this.#items[this.#at];
    if (current === undefined || current.kind !== 'control') return this.#toNextControl();
    if (current.element.getAttribute('aria-disabled') === 'true') return this.#announce(this.#t()('speech.unavailable'));
    const before = this.#ports.store.getState();
    this.#cancelWait();
    this.#ports.speaker.stop();
    this.#ports.page.press(current);
    const now = this.#ports.store.getState();
    // What changed the screen or the way it is heard is said already, or will be in a moment.
    if (placeName(before) !== placeName(now) || before.comfort !== now.comfort) return;
    this.#cancelWait = this.#ports.after(ECHO_MS, () => this.#echo(current));
  }

  /** The same screen: what was pressed, and how it stands now (E055, E123). */
  #echo(pressed: ReadItem): void {
    this.#refresh();
    const now = this.#items[this.#at];
    if (now === undefined || now.element !== pressed.element) return this.#sayCurrent([]);
    const isToggle = now.element.hasAttribute('aria-pressed');
    const words = this.#isSecret(now) ? this.#t()('speech.masked') : isToggle ? describeItem(now, this.#t()) : now.text;
    this.#ports.speaker.say([{ text: words, tag: now.tag }]);
  }

  #toNextControl(): void {
    const next = this.#items.findIndex((item, at) => at > this.#at && item.kind === 'control');
    if (next === -1) return this.#announce(this.#t()('speech.atEnd'));
    this.#at = next;
    this.#sayCurrent([]);
  }

  #back(): void {
    const state = this.#ports.store.getState();
    if (state.overlay.kind === 'none' && !canGoBack(state)) return this.#announce(this.#t()('speech.noBack'));
    this.#ports.send({ kind: 'back' });
  }

  #pause(): void {
    this.#isPaused = !this.#isPaused;
    if (this.#isPaused) this.#ports.speaker.pause();
    else this.#ports.speaker.resume();
  }

  #turn(by: 1 | -1): void {
    const { volume } = this.#ports.store.getState().comfort.hearing;
    const next: Volume = VOLUMES.find((one) => one === volume + by) ?? volume;
    if (next === volume) return this.#announce(this.#t()('speech.volume', { step: volume, of: VOLUMES.length }));
    this.#ports.send({ kind: 'set-volume', volume: next });
  }

  /** Around the languages that are offered, each said in itself by the screen's own reading (E056). */
  #nextLanguage(): void {
    const { comfort, kiosk } = this.#ports.store.getState();
    const tags = [...LANGUAGES, ...(kiosk.pack?.languages ?? []).map(({ tag }) => tag)];
    const next = tags[(tags.indexOf(comfort.language) + 1) % tags.length];
    if (next !== undefined) this.#ports.send({ kind: 'set-language', language: next });
  }
}
