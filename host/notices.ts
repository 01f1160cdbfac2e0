import type { KioskNotice } from '#contract/kiosk-channels.ts';

type Listener = (notice: KioskNotice) => void;
export type Notices = ReturnType<typeof createNotices>;

/** Tells every listening page what the host has to say unasked. */
export function createNotices() {
  const listeners = new Set<Listener>();
  return {
    tell: (notice: KioskNotice): void => listeners.forEach((listener) => listener(notice)),
    /** Returns its own unsubscribe. */
    listen: (listener: Listener): (() => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
