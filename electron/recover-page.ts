import { LOOK_AT_PAGE, parseLook } from '#contract/page-look.ts';
import { decideRecovery, decideReturn, FIRST_RECOVERY_STATE, RELOAD_SPAN, type RecoveryState } from '#domain/page-recovery.ts';
import { decideSight, LOOK_EVERY, LOOK_PATIENCE, type SightState } from '#domain/page-sight.ts';
import type { Clock, Log, Timers } from '#host/ports.ts';
import type { PageAddress } from './page-address.ts';
import type { ShellContents } from './shell-api.ts';

/** A renderer that is asked to end leaves cleanly: that is no crash. */
const CLEAN = 'clean-exit';

export type RecoveryNeeds = {
  readonly contents: ShellContents;
  readonly address: PageAddress;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** The page had to be loaded again, and why; on the safe page when true. */
  readonly onRestart: (safePage: boolean, why: string) => void;
};

export type RecoveredPage = {
  /** Loads it again because of something that only the host can see (the page fell silent); counts as a failure. */
  readonly reload: (why: string) => void;
  /** Loads the kiosk's page because staff want it: no failure, and the failures before are forgotten. */
  readonly renew: () => void;
};

/** Keeps a page on the screen whatever happens to it. */
export function recoverPage(needs: RecoveryNeeds): RecoveredPage {
  const { contents, address, clock, timers, log } = needs;
  let state: RecoveryState = FIRST_RECOVERY_STATE;
  let cancel: (() => void) | null = null;

  const load = (page: 'main' | 'safe'): void => {
    if (contents.isDestroyed()) return;
    // A load that fails tells so by its own event, which comes here again.
    contents.loadURL(page === 'safe' ? address.safe : address.main).catch((error: unknown) => log.warn('page.load-failed', { page, detail: String(error) }));
  };
  const fail = (why: string): void => {
    const next = decideRecovery(state, clock.up());
    state = next.state;
    const { page, delay } = next.action;
    log.error('page.failed', { why, page, failures: state.failures.length });
    needs.onRestart(page === 'safe', why);
    cancel?.();
    cancel = timers.after(delay, () => {
      load(page);
      if (page === 'safe') cancel = timers.after(RELOAD_SPAN, returnToMain);
    });
  };
  const returnToMain = (): void => {
    const rested = decideReturn(state, clock.up());
    if (rested === null) return;
    state = rested;
    log.info('page.returned');
    load('main');
  };

  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== CLEAN) fail(reason);
  });
  // It will not answer a polite reload; its end comes back as render-process-gone.
  const end = (): void => contents.forcefullyCrashRenderer();
  contents.on('unresponsive', end);
  contents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    // -3: another load took its place.
    if (isMainFrame && code !== -3) fail(`load: ${description}`);
  });
  load('main');
  watchSight(needs, end, fail);
  return {
    reload: fail,
    renew: () => {
      cancel?.();
      state = FIRST_RECOVERY_STATE;
      load('main');
    },
  };
}

/**
 * Looks at the page every second. Electron itself tells of a page that hangs only when somebody touches it, and never of
 * one that lives and shows nothing.
 */
function watchSight({ contents, address, clock, timers }: RecoveryNeeds, end: () => void, fail: (why: string) => void): void {
  let state: SightState = { loadedAt: clock.up(), blankSince: null };
  const look = (): void => {
    if (contents.isDestroyed()) return;
    let answered = false;
    const judge = (answer: unknown): void => {
      if (answered) return;
      answered = true;
      stopWaiting();
      const sight = parseLook(answer, address.origin);
      const next = decideSight(state, sight, clock.up());
      state = next.state;
      if (next.action === 'end') end();
      if (next.action === 'load') fail(sight);
      timers.after(LOOK_EVERY, look);
    };
    const stopWaiting = timers.after(LOOK_PATIENCE, () => judge(null));
    // A page that cannot be asked is being loaded, or is gone: an event of its own says so.
    contents.executeJavaScript(LOOK_AT_PAGE).then(judge, () => judge(`${address.origin} loading`));
  };
  timers.after(LOOK_EVERY, look);
}
