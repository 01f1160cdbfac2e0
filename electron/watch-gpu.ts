import type { Clock, Log } from '#host/ports.ts';
import { decideGpu, FIRST_GPU_STATE } from './decide-gpu.ts';
import type { ShellApp } from './shell-api.ts';

/** Argument of a start without the graphics process. */
export const SOFTWARE = '--kiosk-software-rendering';

/** Starts the kiosk anew in software when the graphics process crashes again and again. Call before `ready`. */
export function watchGpu(needs: { readonly app: ShellApp; readonly args: readonly string[]; readonly clock: Clock; readonly log: Log }): void {
  const { app, args, clock, log } = needs;
  const isSoftware = args.includes(SOFTWARE);
  let state = FIRST_GPU_STATE;
  if (isSoftware) app.disableHardwareAcceleration();
  app.on('child-process-gone', (_event, { type, reason }) => {
    log.error('process.gone', { type, reason });
    if (type !== 'GPU' || reason === 'clean-exit') return;
    const next = decideGpu(state, clock.up());
    state = next.state;
    if (!next.relaunch || isSoftware) return;
    app.relaunch({ args: [...args, SOFTWARE] });
    app.quit();
  });
}
