import type { KioskApi } from '#contract/kiosk-api.ts';
import { isScore, SCALE_ID, type Score } from '#domain/score.ts';
import { findBridge } from '../bridge/find-bridge.ts';
import { refuseWaysOut } from '../session/refuse-ways-out.ts';
import './safe.css';

/** E170: the faces rest after a tap, ms. */
const REST = 5_000;
const BEAT_EVERY = 10_000;
const THANKS = 'Cảm ơn. Ý kiến của ông/bà đã được ghi.';
const NOT_STORED = 'Máy chưa ghi được. Mời ông/bà thử lại.';

/** The page of last resort: five faces that write to the ledger, without the kiosk's page behind them (promise 9). */
function runSafePage(page: Document, api: KioskApi): void {
  const buttons = [...page.querySelectorAll<HTMLButtonElement>('button[data-score]')];
  const answer = page.querySelector('.answer');
  const say = (text: string): void => {
    if (answer !== null) answer.textContent = text;
  };
  const rest = (isResting: boolean): void => buttons.forEach((button) => void (button.disabled = isResting));

  const record = async (button: HTMLButtonElement, score: Score): Promise<void> => {
    rest(true);
    button.setAttribute('aria-pressed', 'true');
    const stored = await api.call('record', { kind: 'tap', score, scale: SCALE_ID, about: 'visit', lang: 'vi', from: 'attract' });
    say(stored.ok ? THANKS : NOT_STORED);
    setTimeout(() => {
      button.removeAttribute('aria-pressed');
      say('');
      rest(false);
    }, REST);
  };
  for (const button of buttons) {
    const score = Number(button.dataset['score']);
    if (isScore(score)) button.addEventListener('click', () => void record(button, score));
  }
}

/** Says that this page lives and paints. */
function beat(api: KioskApi): void {
  let frames = 0;
  const count = (): void => {
    frames += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  setInterval(() => {
    const framesShown = frames;
    frames = 0;
    void api.call('beat', { framesShown, pictureMoving: framesShown > 0 });
  }, BEAT_EVERY);
}

const api = findBridge(window);
api.onNotice((notice) => {
  if (notice.kind === 'reload') location.reload();
});
refuseWaysOut(window, new AbortController().signal);
runSafePage(document, api);
beat(api);
