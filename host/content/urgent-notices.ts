import type { KioskNotice } from '#contract/kiosk-channels.ts';
import type { UrgentNotice } from '#contract/manifest.ts';
import type { Timers } from '../ports.ts';

/** A corrected clock is looked at at least so often, ms. */
const LOOK_EVERY = 60_000;

export type UrgentNeeds = {
  readonly timers: Timers;
  /** The centre's time, as far as this kiosk knows it; ms since the epoch. */
  readonly centreNow: () => number;
  readonly tell: (notice: KioskNotice) => void;
};

/** The notice that stands at `now`; of several the one that began last. */
export function findStanding(notices: readonly UrgentNotice[], now: number): UrgentNotice | null {
  const standing = notices.filter(({ from, until }) => from <= now && now < until);
  return standing.reduce<UrgentNotice | null>((latest, notice) => (latest === null || notice.from >= latest.from ? notice : latest), null);
}

/** When the answer of {@link findStanding} may change next; null: never. */
export function nextChange(notices: readonly UrgentNotice[], now: number): number | null {
  const moments = notices.flatMap(({ from, until }) => [from, until]).filter((at) => at > now);
  return moments.length === 0 ? null : Math.min(...moments);
}

export type UrgentNotices = ReturnType<typeof createUrgentNotices>;

/** Begins and ends urgent notices by the centre's time, also while the kiosk is offline, and tells the page of each change. */
export function createUrgentNotices({ timers, centreNow, tell }: UrgentNeeds) {
  let notices: readonly UrgentNotice[] = [];
  let told = 'null';
  let cancel: (() => void) | null = null;

  const present = (): Extract<KioskNotice, { kind: 'urgent' }> => ({ kind: 'urgent', notice: findStanding(notices, centreNow()) });
  const look = (): void => {
    cancel?.();
    const now = centreNow();
    const standing = JSON.stringify(findStanding(notices, now));
    if (standing !== told) {
      told = standing;
      tell(present());
    }
    const next = nextChange(notices, now);
    cancel = next === null ? null : timers.after(Math.min(LOOK_EVERY, next - now), look);
  };

  return {
    /** These take the place of all before. */
    set: (next: readonly UrgentNotice[]): void => {
      notices = next;
      look();
    },
    /** The centre's time was learnt anew. */
    look,
    /** For a page that has just come. */
    present,
    stop: (): void => cancel?.(),
  };
}
