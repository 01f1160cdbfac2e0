import type { Fault, FaultOptions, FaultResult } from '../fault.ts';
import { couldNot } from '../fault.ts';
import { hasFault, openStand, timeToPicture, type KioskStand } from './kiosk-stand.ts';

/** Promise 9: the picture is back within ten seconds. */
const BACK_WITHIN = 10_000;
/** Longer than promised, so that a late picture is a figure and not only a failure, ms. */
const PATIENCE = 60_000;

type Harm = {
  readonly harm: (stand: KioskStand) => unknown;
  /** The code that health carries afterwards; null: this shell cannot know of it, and need not. */
  readonly code: string | null;
};

/** One kiosk a try: a tap that is thanked for, the harm, the picture again, the tap still there, another one taken. */
function windowFault(name: string, title: string, usual: number, { harm, code }: Harm): Fault {
  const run = async ({ tries, say }: FaultOptions): Promise<FaultResult> => {
    if (process.platform !== 'linux') return couldNot('the processes of a browser are found through /proc');
    const found: string[] = [];
    let [lost, doubled, worstMs] = [0, 0, 0];
    const count = tries ?? usual;
    for (let attempt = 0; attempt < count; attempt += 1) {
      const stand = await openStand();
      try {
        const score = 1 + (attempt % 5);
        await stand.page.tap(score);
        await stand.page.moves(PATIENCE);
        const since = performance.now();
        await harm(stand);
        const back = await timeToPicture(stand.page, since, PATIENCE);
        say(back === null ? 'the picture stayed away' : `the picture was back after ${back} ms`);
        worstMs = Math.max(worstMs, back ?? PATIENCE);
        if (back === null || back > BACK_WITHIN) found.push(`the picture was away for ${back ?? PATIENCE} ms`);
        if (back !== null) await stand.page.tap(score);
        const kept = stand.taps();
        const thanked = back === null ? 1 : 2;
        lost += Math.max(0, thanked - kept.length);
        doubled += Math.max(0, kept.length - thanked);
        if (code !== null && !(await hasFault(stand, code))) found.push(`health says nothing of it: ${(await stand.faults()).join(', ') || 'no fault'}`);
      } finally {
        await stand.close();
      }
    }
    return { tries: count, lost, doubled, worstMs, found, could: 'run' };
  };
  return { name, title, run };
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  if (pids.length === 0) throw new Error('the browser has no such process');
  for (const pid of pids) process.kill(pid, name);
}

export const WINDOW_FAULTS: readonly Fault[] = [
  windowFault('page-killed', 'kill -9 of the page\'s process: the page is back, and health says so', 3, {
    harm: ({ processes }) => signal(processes('renderer'), 'SIGKILL'),
    code: 'SHELL_PAGE_SILENT',
  }),
  windowFault('page-hung', 'an endless loop in the page: its process is ended and the page is back', 3, {
    harm: ({ page }) => void page.evaluate('setTimeout(() => { for (;;); }, 0)'),
    code: 'SHELL_PAGE_SILENT',
  }),
  windowFault('page-stopped', 'the page\'s process is stopped by the system: it is ended and the page is back', 2, {
    harm: ({ processes }) => signal(processes('renderer'), 'SIGSTOP'),
    code: 'SHELL_PAGE_SILENT',
  }),
  windowFault('page-emptied', 'everything is taken out of the page, its process lives: it is loaded again', 3, {
    harm: ({ page }) => page.evaluate('document.body.replaceChildren()'),
    code: 'SHELL_PAGE_SILENT',
  }),
  windowFault('graphics-killed', 'kill -9 of the graphics process: frames come again by themselves', 3, {
    harm: ({ processes }) => signal(processes('gpu-process'), 'SIGKILL'),
    code: null,
  }),
  windowFault('window-killed', 'kill -9 of the browser: the launcher opens it again', 3, {
    harm: ({ processes }) => signal(processes('browser'), 'SIGKILL'),
    code: 'SHELL_PAGE_SILENT',
  }),
];
