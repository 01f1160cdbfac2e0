import { setTimeout as pause } from 'node:timers/promises';
import { LOOK_AT_PAGE, parseLook } from '#contract/page-look.ts';
import { decideRecovery, decideReturn, FIRST_RECOVERY_STATE, type RecoveryState } from '#domain/page-recovery.ts';
import { decideSight, LOOK_EVERY, LOOK_PATIENCE, type PageSight, type SightState } from '#domain/page-sight.ts';
import type { DevtoolsPipe } from './devtools-pipe.ts';

/** A page that had to be loaded again, and why; on the safe page when `safe`. */
export type PageRestart = { readonly safe: boolean; readonly why: string };

export type GuardNeeds = {
  readonly pipe: DevtoolsPipe;
  /** The kiosk's address. */
  readonly url: string;
  readonly say: (line: string) => void;
  readonly onRestart: (restart: PageRestart) => void;
  /** The browser takes no orders any more. */
  readonly endBrowser: () => void;
};

/**
 * Sees that the browser's page shows something, as Electron's shell does for its own: a dead page is only a sad face in
 * a browser, a page that hangs or is empty not even that, and nobody stands there to press "reload". The returned
 * function ends it.
 */
export function guardPage(needs: GuardNeeds): () => void {
  const ended = new AbortController();
  const { pipe } = needs;
  let hasCrashed = false;
  let crash = Promise.withResolvers<void>();
  pipe.hear((event) => {
    if (event !== 'Target.targetCrashed') return;
    hasCrashed = true;
    crash.resolve();
  });
  const takeCrash = (): boolean => {
    const crashed = hasCrashed;
    hasCrashed = false;
    crash = Promise.withResolvers();
    return crashed;
  };
  void watch({ ...needs, takeCrash, nextLook: () => Promise.race([pause(LOOK_EVERY), crash.promise]) }, ended.signal);
  return () => ended.abort();
}

type Watching = GuardNeeds & { readonly takeCrash: () => boolean; readonly nextLook: () => Promise<void> };

async function watch(needs: Watching, signal: AbortSignal): Promise<void> {
  const { pipe, url, say, onRestart, endBrowser, takeCrash, nextLook } = needs;
  let sight: SightState = { loadedAt: performance.now(), blankSince: null };
  let recovery: RecoveryState = FIRST_RECOVERY_STATE;
  await pipe.ask('Target.setDiscoverTargets', { discover: true }).catch(() => undefined);
  for (;;) {
    await nextLook();
    if (signal.aborted) return;
    const seen = takeCrash() ? 'crashed' : await look(pipe, url);
    if (signal.aborted) return;
    const next = decideSight(sight, seen, performance.now());
    sight = next.state;
    const rested = decideReturn(recovery, performance.now());
    if (rested !== null) {
      recovery = rested;
      await load(pipe, url);
    }
    if (next.action === 'none') continue;
    // An error page of the browser is not the page's fault: its host is being started.
    const decided = seen === 'elsewhere' ? null : decideRecovery(recovery, performance.now());
    recovery = decided?.state ?? recovery;
    const safe = recovery.page === 'safe';
    await pause(decided?.action.delay ?? 0);
    say(`The kiosk's page is ${seen}; ${safe ? 'the safe page' : 'it'} is loaded${safe ? '' : ' again'}.`);
    if (seen !== 'elsewhere') onRestart({ safe, why: seen });
    if (next.action === 'end') await endRenderers(pipe);
    if (!(await load(pipe, safe ? new URL('/safe.html', url).href : url))) return endBrowser();
    takeCrash();
  }
}

async function look(pipe: DevtoolsPipe, url: string): Promise<PageSight> {
  const answer = await within(LOOK_PATIENCE, evaluate(pipe));
  return answer === null ? 'silent' : parseLook(answer, url.replace(/\/$/, ''));
}

async function evaluate(pipe: DevtoolsPipe): Promise<unknown> {
  const session = await attach(pipe);
  if (session === null) return 'about:blank empty';
  const { result } = await pipe.ask('Runtime.evaluate', { expression: LOOK_AT_PAGE, returnByValue: true }, session);
  await pipe.ask('Target.detachFromTarget', { sessionId: session });
  return typeof result === 'object' && result !== null && 'value' in result ? result.value : null;
}

/** False when the browser does not do it. */
async function load(pipe: DevtoolsPipe, url: string): Promise<boolean> {
  const session = await within(LOOK_PATIENCE, attach(pipe));
  const done = session === null ? pipe.ask('Target.createTarget', { url }) : pipe.ask('Page.navigate', { url }, session);
  return (await within(LOOK_PATIENCE, done)) !== null;
}

/** A page that hangs answers to nothing: its process is ended by the machine. The browser's others of the kind have nothing to show. */
async function endRenderers(pipe: DevtoolsPipe): Promise<void> {
  const answer = await within(LOOK_PATIENCE, pipe.ask('SystemInfo.getProcessInfo'));
  const processes = answer !== null && Array.isArray(answer['processInfo']) ? answer['processInfo'] : [];
  for (const one of processes) {
    if (typeof one !== 'object' || one === null || !('type' in one) || one.type !== 'renderer' || !('id' in one) || typeof one.id !== 'number') continue;
    try {
      process.kill(one.id, 'SIGKILL');
    } catch (error: unknown) {
      // It ended by itself meanwhile, which is what was wanted.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}

/** A session with the browser's page; null when it has none. */
async function attach(pipe: DevtoolsPipe): Promise<string | null> {
  const { targetInfos } = await pipe.ask('Target.getTargets');
  const page: unknown = Array.isArray(targetInfos) ? targetInfos.find((target: unknown) => typeof target === 'object' && target !== null && 'type' in target && target.type === 'page') : undefined;
  if (typeof page !== 'object' || page === null || !('targetId' in page)) return null;
  const { sessionId } = await pipe.ask('Target.attachToTarget', { targetId: page.targetId, flatten: true });
  return typeof sessionId === 'string' ? sessionId : null;
}

/** Null when it failed or did not come in time, ms. */
async function within<Value>(patience: number, value: Promise<Value>): Promise<Value | null> {
  const late = new AbortController();
  try {
    return await Promise.race([value, pause(patience, null, { signal: late.signal }).catch(() => null)]);
  } catch {
    // The browser refused: the page or the browser is gone, which the next look sees.
    return null;
  } finally {
    late.abort();
  }
}
