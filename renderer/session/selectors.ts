import type { Score } from '#domain/score.ts';
import { ANNOUNCED_SECONDS, undoTime } from './timing.ts';
import type { Saving, SessionState, StaffView } from './state.ts';

/** The face that was touched and is on its way to the disk: draw it pressed. */
export function pressedFace(state: SessionState): Score | null {
  return savingOf(state)?.score ?? null;
}

function savingOf(state: SessionState): Saving | null {
  const { screen } = state;
  return screen.kind === 'attract' || screen.kind === 'rate' ? screen.saving : null;
}

/** Faces rest for a few seconds after a tap (E170). */
export function facesRest(state: SessionState): boolean {
  return state.now.up < state.kiosk.restUntil;
}

/** Whole seconds in which the tap can still be taken back: 5 … 0, more for those who hear the screen. */
export function undoSecondsLeft(state: SessionState): number {
  const { screen } = state;
  if (screen.kind !== 'thanks' || screen.stage !== 'open') return 0;
  return Math.max(0, Math.ceil((screen.since + undoTime(state.comfort) - state.now.up) / 1000));
}

/** "Quay lại" leads somewhere. */
export function canGoBack(state: SessionState): boolean {
  return state.trail.length > 0;
}

/** The last of the countdown's spoken marks that was passed, or null: it changes three times, not every second (E074). */
export function announcedSeconds(state: SessionState): number | null {
  const { overlay } = state;
  if (overlay.kind !== 'idle-warning') return null;
  return ANNOUNCED_SECONDS.findLast((seconds) => overlay.remaining <= seconds) ?? null;
}

/** Names the place on the screen: when it changes, focus goes to the new heading (E064). */
export function placeName({ screen, overlay }: SessionState): string {
  return overlay.kind === 'none' ? screenName(screen) : `${screenName(screen)}+${overlay.kind}`;
}

function staffPlace(view: StaffView): string {
  switch (view.kind) {
    case 'pin':
      return 'pin';
    case 'set-pin':
      return view.first === null ? 'set-pin' : 'set-pin-again';
    case 'open':
      return view.page;
  }
}

function screenName(screen: SessionState['screen']): string {
  switch (screen.kind) {
    case 'guide':
      return `guide/${screen.slug}/${screen.part.kind}/${'question' in screen.part ? screen.part.question : 'step' in screen.part ? screen.part.step : ''}`;
    case 'event':
      return `event/${screen.event}`;
    case 'answer':
      return `answer/${screen.quote.kind === 'answer' ? screen.quote.id : `${screen.quote.slug}/${screen.quote.aspect}`}`;
    case 'card':
      return `card/${screen.slug}`;
    case 'procedure':
      return `procedure/${screen.entry.code}/${screen.part}`;
    case 'handoff':
      return `handoff/${screen.slug}/${screen.step}/${String(screen.enlarged)}`;
    case 'thanks':
      return `thanks/${screen.stage}`;
    case 'staff':
      return `staff/${staffPlace(screen.view)}`;
    case 'setup':
      return `setup/${screen.step}/${screen.pin.first === null ? 'first' : 'again'}`;
    default:
      return screen.kind;
  }
}
