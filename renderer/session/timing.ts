import type { KioskEvent } from './event.ts';
import type { Comfort, Screen } from './state.ts';

/** A second identical press within this time is a tremor, not a wish (E008). */
export const SAME_PRESS_MS = 500;
/** The same between two presses of a key that writes: "ee" must be possible at a natural speed (decision 0020). */
export const SAME_KEY_MS = 150;
/** The touch that woke the kiosk cannot press what appears under the finger (E077). */
export const WAKE_GUARD_MS = 400;
export const IDLE_READ_MS = 60_000;
/** Screens with something to type or to scan (E072). */
export const IDLE_FORM_MS = 120_000;
/** From the warning to the end of the session (E070). */
export const WARNING_MS = 30_000;
/** Seconds left at which the countdown is spoken (E074). */
export const ANNOUNCED_SECONDS: readonly number[] = [30, 10, 5];
/** A rating that nobody touches ends after this and counts as ignored (E157, E179). */
export const RATE_IGNORED_MS = 20_000;
export const UNDO_MS = 5_000;
/** Whoever hears the thanks learns of the way back only when it has been read. */
export const UNDO_HEARD_MS = 20_000;
/** "Cảm ơn" stands at least this long (E155). */
export const THANKS_MIN_MS = 3_000;
/** The reasons close by themselves this long after the last touch (E156). */
export const REASONS_CLOSE_MS = 15_000;
export const NOT_STORED_CLOSE_MS = 30_000;
/** A language or colours chosen on the loop go back to the kiosk's own after this. */
export const ATTRACT_COMFORT_MS = 30_000;
export const CALM_MS = 5_000;
export const BOOT_RETRY_MS = 3_000;

/** How long nobody may touch this screen before the warning comes, ms; null: it has no such limit. */
export function idleLimit(screen: Screen, comfort: Comfort): number | null {
  const limit = plainIdleLimit(screen);
  // Who needs larger text, or hears the screen, reads and acts more slowly (E072).
  return limit === null ? null : limit * slowness(comfort);
}

/**
 * Within this time a second identical press counts as a tremor (E008), ms. A real keyboard keeps its keys from bouncing
 * itself, and who brings one types fast, above all who cannot see the screen well.
 */
export function tremorLimit(event: KioskEvent, comfort: Comfort): number {
  if (event.kind !== 'search-key') return SAME_PRESS_MS;
  if (event.real === true) return 0;
  return slowness(comfort) > 1 ? SAME_PRESS_MS : SAME_KEY_MS;
}

export function slowness(comfort: Comfort): number {
  return comfort.textSize > 1 || comfort.hearing.on ? 2 : 1;
}

/** How long a tap can be taken back, ms. */
export function undoTime(comfort: Comfort): number {
  return comfort.hearing.on ? UNDO_HEARD_MS : UNDO_MS;
}

function plainIdleLimit(screen: Screen): number | null {
  switch (screen.kind) {
    case 'home':
    case 'events':
    case 'event':
    case 'card':
    case 'procedure':
    case 'answer':
      return IDLE_READ_MS;
    case 'guide':
      return screen.part.kind === 'question' ? IDLE_FORM_MS : IDLE_READ_MS;
    case 'setup':
      return screen.key === null ? null : IDLE_FORM_MS;
    case 'search':
    case 'ask':
    case 'handoff':
    case 'staff':
      return IDLE_FORM_MS;
    // These end by a clock of their own, or wait for staff.
    case 'starting':
    case 'attract':
    case 'rate':
    case 'thanks':
    case 'not-stored':
    case 'calm':
      return null;
  }
}
