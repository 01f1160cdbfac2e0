import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { collectTexts } from '#assets/speech/collect-texts.ts';
import { readIndex } from '#assets/speech/speech-folder.ts';
import { inProject } from '#build/project-root.ts';
import { clipKey, SPOKEN_LANGUAGES } from '#domain/speech/clip-key.ts';
import { installHeardAudio } from '#tests/fakes/heard-audio.ts';
import { until } from './until.ts';

export type Sound = { readonly clip: string; readonly text: string; readonly startedAt: number; readonly stoppedAt: number | null; readonly gain: number };

/** Longer than any pause between two things that are said; in steps, so that what is fetched meanwhile is heard. */
const QUIET_MS = 600;
const STEP_MS = 150;
const DRAWN_MS = 20;
const PACK = inProject('assets/pack');

/** The text of every clip of the pack by the name that the fake sound gives its bytes. */
function clipTexts(): ReadonlyMap<string, string> {
  const byKey = new Map(collectTexts(PACK).map((clip) => [`${clip.language}/${clipKey(clip)}`, clip.text]));
  const names = new Map<string, string>([['tone', '(tone)']]);
  for (const language of SPOKEN_LANGUAGES) {
    const index = readIndex(`${PACK}/speech/${language}/index.json`);
    if (index === null) throw new Error('The pack has no clips: run npm run speech.');
    const bundles = index.bundles.map((name) => readFileSync(`${PACK}/speech/${language}/${name}`));
    for (const [key, [bundle, from, bytes]] of Object.entries(index.machine)) {
      const clip = bundles[bundle]?.subarray(from, from + bytes) ?? Buffer.alloc(0);
      const text = byKey.get(`${language}/${key}`) ?? `(stale ${key})`;
      // "5" and "Năm" sound the same to the byte: the shorter is meant, and a capital before a small letter.
      const known = names.get(nameOf(clip));
      if (known === undefined || text.length < known.length || (text.length === known.length && text < known)) names.set(nameOf(clip), text);
    }
  }
  return names;
}

/** As in tests/fakes/heard-audio.ts. */
function nameOf(bytes: Uint8Array): string {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return `${bytes.length}-${sum.toString(16)}`;
}

/** A citizen who sees nothing: presses keys, and knows only what was heard. */
export class ListeningCitizen {
  readonly page: Page;
  readonly complaints: string[] = [];
  readonly #texts = clipTexts();

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** `realClock`: for what measures time; else the page's clock leaps over the silence between two sounds. */
  static async open(browser: Browser, url: string, { clipMs = 15, realClock = false } = {}): Promise<ListeningCitizen> {
    const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
    const page = await context.newPage();
    if (!realClock) await page.clock.install();
    await page.addInitScript(installHeardAudio, clipMs);
    const citizen = new ListeningCitizen(page);
    await page.goto(url);
    await page.locator('main.attract').waitFor();
    return citizen;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** Everything that was heard so far, in order. */
  async heard(): Promise<readonly Sound[]> {
    const sounds = await this.page.evaluate(() => (Reflect.get(globalThis, 'heardAudio') as { heard: Omit<Sound, 'text'>[] }).heard);
    return sounds.map((sound) => ({ ...sound, text: this.#texts.get(sound.clip) ?? `(unknown ${sound.clip})` }));
  }

  /** Time leaps for the page once it has drawn what it was about to draw. */
  async #leap(ms: number): Promise<void> {
    await this.page.waitForTimeout(DRAWN_MS);
    await this.page.clock.runFor(ms);
  }

  #sound(): Promise<{ readonly heard: number; readonly isLoading: boolean }> {
    return this.page.evaluate(() => {
      const audio = Reflect.get(globalThis, 'heardAudio') as { heard: readonly unknown[]; isLoading: () => boolean };
      return { heard: audio.heard.length, isLoading: audio.isLoading() };
    });
  }

  async #count(): Promise<number> {
    return (await this.#sound()).heard;
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Presses a key and gives what is heard until it is quiet. */
  async hear(key: string): Promise<readonly string[]> {
    const before = (await this.heard()).length;
    await this.press(key);
    await this.quiet(before);
    return (await this.heard()).slice(before).map(({ text }) => text);
  }

  /** Waits until something new was heard and nothing follows. */
  async quiet(before: number): Promise<void> {
    await until(async () => {
      await this.#leap(50);
      return (await this.#count()) > before;
    }, 'something is heard');
    for (let silent = 0, count = 0; silent < QUIET_MS; ) {
      await this.#leap(STEP_MS);
      const { heard, isLoading } = await this.#sound();
      silent = heard === count && !isLoading ? silent + STEP_MS : 0;
      count = heard;
    }
  }

  /** Hears where it is, and goes on item by item until one begins with these words. */
  async goTo(words: string): Promise<readonly string[]> {
    const passed: string[] = [];
    for (let key = 'ArrowRight'; passed.length < 60; key = 'ArrowDown') {
      const said = await this.hear(key);
      if (said[0]?.toLowerCase() === words.toLowerCase()) return said;
      passed.push(said.join(' '));
      if (said[0] === 'Hết màn hình này' || said[0] === 'End of this screen') break;
    }
    throw new Error(`“${words}” was not heard on this screen, but ${passed.join(' | ')}`);
  }
}
