import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '#tests/driver/until.ts';

const PATIENCE = 4_000;

/**
 * The page in a browser that somebody else opened, by a DevTools port that only a test's browser has: what is broken is
 * broken from outside the product, and the picture is judged by frames, not by what the product says.
 */
export class BrowserPage {
  readonly #profile: string;

  constructor(profile: string) {
    this.#profile = profile;
  }

  /** What an expression gives in the page; null while there is no page that answers. */
  async evaluate(expression: string): Promise<unknown> {
    try {
      return await this.#ask(expression);
    } catch {
      // No browser, no page or no answer: all the same to whoever waits for a picture.
      return null;
    }
  }

  /** Frames shown so far by the loop's video, or that a slide of the loop is on the screen; null: no picture. */
  async picture(): Promise<number | 'slide' | null> {
    const seen = await this.evaluate(`(() => {
      const video = document.querySelector('main.attract video.is-front');
      if (video instanceof HTMLVideoElement && video.readyState >= 2) return video.getVideoPlaybackQuality().totalVideoFrames + 1;
      return document.querySelector('main.attract .slide-scene, main.attract .slide, main.attract .still') === null ? null : 'slide';
    })()`);
    return typeof seen === 'number' || seen === 'slide' ? seen : null;
  }

  /** Waits until frames come one after the other. @throws when they do not. */
  async moves(patience: number): Promise<void> {
    let last: number | 'slide' | null = null;
    await until(async () => {
      const now = await this.picture();
      const isMoving = now === 'slide' || (typeof now === 'number' && typeof last === 'number' && now !== last);
      last = now;
      return isMoving;
    }, 'the picture moves', patience);
  }

  /** Touches a face on the loop and waits for the thanks. @throws when there are none. */
  async tap(score: number): Promise<void> {
    // A screen that has just come takes no touch for 400 ms (E077): then the citizen touches again.
    await until(async () => {
      await this.evaluate(`(() => { const face = document.querySelectorAll('.attract .face-button')[${score - 1}]; if (face && !face.disabled) face.click(); })()`);
      return until(async () => (await this.evaluate(`document.querySelector('.frame-thanks') !== null`)) === true, 'thanks', 1_000).then(() => true, () => false);
    }, 'the tap is thanked for', 20_000);
  }

  async #ask(expression: string): Promise<unknown> {
    const [port] = readFileSync(join(this.#profile, 'DevToolsActivePort'), 'utf8').split('\n');
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`, { signal: AbortSignal.timeout(PATIENCE) });
    const page = ((await answer.json()) as readonly { type: string; webSocketDebuggerUrl: string }[]).find(({ type }) => type === 'page');
    if (page === undefined) throw new Error('there is no page');
    const socket = new WebSocket(page.webSocketDebuggerUrl);
    try {
      return await new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('the page does not answer')), PATIENCE);
        const end = (settle: () => void): void => {
          clearTimeout(timer);
          settle();
        };
        socket.addEventListener('open', () => socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression, returnByValue: true } })));
        socket.addEventListener('error', () => end(() => reject(new Error('the browser is gone'))));
        socket.addEventListener('message', ({ data }) => {
          const message = JSON.parse(String(data)) as { id?: number; error?: { message: string }; result?: { result?: { value?: unknown } } };
          if (message.id !== 1) return;
          const { error } = message;
          end(() => (error === undefined ? resolve(message.result?.result?.value) : reject(new Error(error.message))));
        });
      });
    } finally {
      socket.close();
    }
  }
}
