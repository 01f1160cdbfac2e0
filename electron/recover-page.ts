import type { Clock, Log, Timers } from '#host/ports.ts';
import { decideRecovery, decideReturn, FIRST_RECOVERY_STATE, RELOAD_SPAN, type RecoveryState } from './decide-recovery.ts';
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
  /** The page had to be loaded again; on the safe page when true. */
  readonly onRestart: (safePage: boolean) => void;
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
    needs.onRestart(page === 'safe');
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
  contents.on('unresponsive', () => {
    // It will not answer a polite reload; its end comes back as render-process-gone.
    contents.forcefullyCrashRenderer();
  });
  contents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    // -3: another load took its place.
    if (isMainFrame && code !== -3) fail(`load: ${description}`);
  });
  load('main');
  return {
    reload: fail,
    renew: () => {
      cancel?.();
      state = FIRST_RECOVERY_STATE;
      load('main');
    },
  };
}
