import type { CDPSession, Page } from 'playwright-core';

/** What a press looked like from inside the page; all ms are from the event to the end of the frame that painted it. */
export type Painted = { readonly ms: number; readonly frames: number };

type Watched = { readonly pressed: Painted | null; readonly answered: Painted | null };
type Probe = { watch: (target: string, answer: string) => void; take: () => Watched };

/**
 * Puts a probe into every document of the page. It looks once a frame, in the frame's own callback, so what
 * it sees is what that frame paints; the time is taken after the frame's work on the main thread is done.
 */
export async function addPressProbe(page: Page): Promise<void> {
  await page.addInitScript(installProbe);
}

function installProbe(): void {
  type Seen = { ms: number; frames: number };
  const state = { target: '', answer: '', down: 0, up: 0, frames: 0, framesAtUp: 0, pressed: null as Seen | null, answered: null as Seen | null, depth: '' };
  const depthOf = (): string => {
    const tile = document.querySelector(state.target);
    if (tile === null) return '';
    const { transform, backgroundColor } = getComputedStyle(tile);
    return `${transform} ${backgroundColor}`;
  };
  const afterFrame = (done: (now: number) => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => done(performance.now()), { once: true });
    port1.start();
    port2.postMessage(null);
  };
  const look = (): void => {
    state.frames += 1;
    const { frames } = state;
    if (state.down > 0 && state.pressed === null && depthOf() !== state.depth) {
      const seen = { ms: 0, frames };
      state.pressed = seen;
      afterFrame((now) => (seen.ms = now - state.down));
    }
    if (state.up > 0 && state.answered === null && document.querySelector(state.answer) !== null) {
      const seen = { ms: 0, frames: frames - state.framesAtUp };
      state.answered = seen;
      afterFrame((now) => (seen.ms = now - state.up));
    }
    if (state.target !== '') requestAnimationFrame(look);
  };
  addEventListener('pointerdown', (event) => Object.assign(state, { down: event.timeStamp, frames: 0 }), { capture: true });
  addEventListener('pointerup', (event) => Object.assign(state, { up: event.timeStamp, framesAtUp: state.frames }), { capture: true });
  const probe: Probe = {
    watch: (target, answer) => {
      Object.assign(state, { target, answer, down: 0, up: 0, frames: 0, framesAtUp: 0, pressed: null, answered: null });
      state.depth = depthOf();
      requestAnimationFrame(look);
    },
    take: () => {
      state.target = '';
      return { pressed: state.pressed, answered: state.answered };
    },
  };
  Object.assign(window, { pressProbe: probe });
}

export type Press = {
  /** What moves under the finger: a CSS selector. */
  readonly target: string;
  /** What must appear: a CSS selector. */
  readonly answer: string;
  /** How long the finger stays, ms. */
  readonly hold: number;
};

/** One finger on the middle of the target, through the browser's own gesture recogniser. */
export async function pressAndWatch(page: Page, session: CDPSession, { target, answer, hold }: Press): Promise<Watched> {
  const box = await page.locator(target).first().boundingBox();
  if (box === null) throw new Error(`${target} is not on the screen`);
  await page.evaluate(([one, two]) => (window as unknown as { pressProbe: Probe }).pressProbe.watch(one, two), [target, answer] as const);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }] });
  await new Promise((resolve) => setTimeout(resolve, hold));
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.locator(answer).first().waitFor();
  // The frame that shows the answer is over when the next one has begun.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return page.evaluate(() => (window as unknown as { pressProbe: Probe }).pressProbe.take());
}
