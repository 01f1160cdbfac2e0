import { LANGUAGES } from '#contract/content-pack.ts';
import { assertNever } from '#domain/assert-never.ts';
import { isCitizenEvent, isStaffEvent, type CitizenEvent, type StaffEvent, type SystemEvent, type TimedEvent } from './event.ts';
import { markActivity, tick } from './moves/clock.ts';
import * as guide from './moves/guide.ts';
import * as hearing from './moves/hearing.ts';
import { enter, stay, type Move } from './moves/move.ts';
import * as procedure from './moves/procedure.ts';
import * as printing from './moves/printing.ts';
import * as rating from './moves/rating.ts';
import * as asking from './moves/asking.ts';
import * as setup from './moves/setup.ts';
import * as staff from './moves/staff.ts';
import * as system from './moves/system.ts';
import * as walk from './moves/walk.ts';
import type { Comfort, Overlay, SessionState } from './state.ts';
import { placeName } from './selectors.ts';
import { tremorLimit, WAKE_GUARD_MS } from './timing.ts';

/**
 * The whole visit, from the first touch to the wipe, as one pure function: what happened in, the next
 * state and the work to be done out. Time comes in with the event, chance and answers as events.
 */
export function transition(before: SessionState, event: TimedEvent): Move {
  const state = atMoment(before, event);
  if (isCitizenEvent(event)) return touched(state, event);
  if (isStaffEvent(event)) return isDeaf(state) ? stay(state) : staffMove(markActivity(state), event);
  return systemMove(state, event);
}

const MINUTE_MS = 60_000;

/** The page reckons with the centre's time: this machine's clock may be wrong (promise 4). */
function atMoment(state: SessionState, event: TimedEvent): SessionState {
  const moment = { up: event.moment.up, wall: event.moment.wall + state.kiosk.centreAhead };
  // A day begins with a minute; looking at the calendar on every tick would cost more than all the rest.
  const isSameMinute = Math.floor(moment.wall / MINUTE_MS) === Math.floor(state.now.wall / MINUTE_MS);
  const today = isSameMinute && state.kiosk.today !== '' ? state.kiosk.today : system.todayAt(moment, state.kiosk);
  const kiosk = today === state.kiosk.today ? state.kiosk : { ...state.kiosk, today };
  return { ...state, now: moment, kiosk };
}

/** Touches do nothing just after the screen has changed under the finger, nor on the calm screen. */
function isDeaf({ now, guardUntil, screen }: SessionState): boolean {
  return now.up < guardUntil || screen.kind === 'calm' || screen.kind === 'starting';
}

function touched(before: SessionState, event: CitizenEvent & TimedEvent): Move {
  const state = markActivity(before);
  const name = pressName(event);
  const { lastPress, now } = state;
  const isTremor = lastPress !== null && lastPress.name === name && now.up - lastPress.at < tremorLimit(event, state.comfort);
  if (isDeaf(state) || isTremor || isSaving(state)) return stay(state);
  // On the loop nobody is there yet: a press that leads nowhere leaves nothing behind (E075).
  const pressed = state.screen.kind === 'attract' ? null : { name, at: now.up };
  return restAfterChange(state, citizenMove({ ...state, lastPress: pressed }, event));
}

/** A second tap of a trembling or impatient finger falls on what has just appeared: that takes no press for a moment (E008, E077). */
function restAfterChange(before: SessionState, move: Move): Move {
  const { guardUntil, now, overlay } = move.state;
  const isSamePlace = overlay.kind === before.overlay.kind && placeName(move.state) === placeName(before);
  return isSamePlace ? move : { ...move, state: { ...move.state, guardUntil: Math.max(guardUntil, now.up + WAKE_GUARD_MS) } };
}

/** While a tap is on its way to the disk nothing may lead away from its answer. */
function isSaving({ screen }: SessionState): boolean {
  return (screen.kind === 'attract' || screen.kind === 'rate') && screen.saving !== null;
}

function pressName({ moment: _moment, ...press }: TimedEvent): string {
  return JSON.stringify(press);
}

function withOverlay(state: SessionState, overlay: Overlay): Move {
  return stay({ ...state, overlay });
}

function withComfort(state: SessionState, change: Partial<Comfort>): Move {
  return stay({ ...state, comfort: { ...state.comfort, ...change } });
}

/** A language that a newer pack no longer has leaves the screen as it is. */
function isOffered({ kiosk }: SessionState, tag: string): boolean {
  return LANGUAGES.some((language) => language === tag) || (kiosk.pack?.languages ?? []).some((language) => language.tag === tag);
}

function citizenMove(state: SessionState, event: CitizenEvent): Move {
  switch (event.kind) {
    case 'open-help':
      return isVisit(state) ? withOverlay(state, { kind: 'help' }) : stay(state);
    case 'open-comfort':
      return isVisit(state) ? withOverlay(state, { kind: 'comfort' }) : stay(state);
    case 'open-languages':
      return isVisit(state) ? withOverlay(state, { kind: 'languages' }) : stay(state);
    case 'close-overlay':
    case 'still-here':
      return withOverlay(state, { kind: 'none' });
    case 'set-language':
      return isOffered(state, event.language) ? withComfort(state, { language: event.language }) : stay(state);
    case 'set-text-size':
      return withComfort(state, { textSize: event.textSize });
    case 'set-contrast':
      return withComfort(state, { contrast: event.contrast });
    case 'set-low-reach':
      return withComfort(state, { lowReach: event.on });
    case 'set-hearing':
      return hearing.setHearing(state, event.on);
    case 'set-volume':
      return hearing.change(state, { volume: event.volume });
    case 'set-blank':
      return hearing.setBlank(state, event.on);
    case 'headphones':
      return hearing.setHeadphones(state, event.plugged);
    case 'back':
      return walk.goBack(state);
    case 'finish':
      return walk.finish({ ...state, overlay: { kind: 'none' } });
    case 'wake':
      return walk.wake(state, event.clip);
    default:
      return isVisit(state) ? visitMove(state, event) : loopMove(state, event);
  }
}

/** On the loop only a face counts beside the touch that wakes. */
function loopMove(state: SessionState, event: CitizenEvent): Move {
  return state.screen.kind === 'attract' && event.kind === 'face' ? rating.touchFace(state, event.score) : stay(state);
}

/** A citizen is at a screen of the visit itself. */
function isVisit({ screen }: SessionState): boolean {
  switch (screen.kind) {
    case 'starting':
    case 'setup':
    case 'attract':
    case 'staff':
    case 'calm':
      return false;
    default:
      return true;
  }
}

/** What waits for its own end (a rating, its thanks) is left by "Kết thúc" and "Quay lại" only. */
function isBrowsing({ screen }: SessionState): boolean {
  return screen.kind !== 'rate' && screen.kind !== 'thanks' && screen.kind !== 'not-stored';
}

type VisitEvent = Exclude<CitizenEvent, { kind:
  | 'open-help' | 'open-comfort' | 'open-languages' | 'close-overlay' | 'still-here' | 'set-language' | 'set-text-size' | 'set-contrast'
  | 'set-low-reach' | 'set-hearing' | 'set-volume' | 'set-blank' | 'headphones' | 'back' | 'finish' | 'wake' }>;

function visitMove(state: SessionState, event: VisitEvent): Move {
  switch (event.kind) {
    case 'face':
      return rating.touchFace(state, event.score);
    case 'undo':
      return rating.undo(state);
    case 'toggle-reason':
      return rating.toggleReason(state, event.reason);
    case 'send-reasons':
      return rating.sendReasons(state);
    case 'skip-reasons':
      return rating.skipReasons(state);
    case 'try-again':
      return rating.tryAgain(state);
    default:
      return isBrowsing(state) ? browseMove(state, event) : stay(state);
  }
}

type BrowseEvent = Exclude<VisitEvent, { kind: 'face' | 'undo' | 'toggle-reason' | 'send-reasons' | 'skip-reasons' | 'try-again' }>;

function browseMove(state: SessionState, event: BrowseEvent): Move {
  switch (event.kind) {
    case 'open-home':
      return walk.openHome(state);
    case 'open-events':
      return state.screen.kind === 'events' ? stay(state) : enter(state, { kind: 'events' });
    case 'open-event':
      return walk.openEvent(state, event.event);
    case 'open-search':
      return state.screen.kind === 'search' ? stay(state) : enter(state, { kind: 'search', query: '' });
    case 'open-ask':
      return state.screen.kind === 'ask' ? stay(state) : enter(state, { kind: 'ask', query: '' });
    case 'open-answer':
      return asking.openAnswer(state, event.quote);
    case 'rephrase':
      return asking.askOtherWords(state, event);
    case 'open-rate':
      return rating.openRate(state);
    case 'open-guide':
      return guide.openGuide(state, event.slug);
    case 'open-procedure':
      return procedure.openProcedure(state, event.entry);
    case 'search-key':
    case 'search-text':
      return walk.typeQuery(state, event);
    case 'begin':
      return guide.begin(state);
    case 'ask-again':
      return guide.askAgain(state);
    case 'answer':
      return guide.answer(state, event.question, event.option);
    case 'next':
      return guide.nextStep(state);
    case 'go-to-step':
      return guide.goToStep(state, event.step);
    case 'problem':
      return guide.reportProblem(state);
    case 'open-handoff':
      return state.screen.kind === 'procedure' ? procedure.showCode(state, state.screen) : guide.openHandoff(state);
    case 'enlarge':
      return state.screen.kind === 'procedure' ? procedure.enlargeCode(state, state.screen, event.on) : guide.enlarge(state, event.on);
    case 'print':
      return printing.printSheet(state, event);
    default:
      return assertNever(event, 'An event of the visit leads nowhere');
  }
}

function staffMove(state: SessionState, event: StaffEvent): Move {
  switch (event.kind) {
    case 'open-staff':
      return staff.openStaff(state);
    case 'pin-digit':
    case 'pin-delete':
    case 'pin-clear':
      return state.screen.kind === 'setup' ? setup.setupPin(state, event) : staff.typePin(state, event);
    case 'pin-enter':
      return state.screen.kind === 'setup' ? setup.setupPin(state, event) : staff.enterPin(state);
    case 'staff-lock':
      return staff.lockStaff(state);
    case 'setup-choose':
      return setup.setupChoose(state, event.settings);
    case 'setup-next':
      return setup.setupNext(state);
    case 'setup-go':
      return setup.setupGo(state, event.step);
    case 'setup-type':
      return setup.setupType(state, event.field, event.text);
    case 'setup-enrol':
      return setup.setupEnrol(state);
    case 'setup-run-alone':
      return setup.setupRunAlone(state);
    default:
      return staff.staffOpenPage(state, event);
  }
}

function systemMove(state: SessionState, event: SystemEvent): Move {
  switch (event.kind) {
    case 'tick':
      return tick(state);
    case 'activity':
      return stay(markActivity(state));
    case 'booted':
      return system.booted(state, event.boot, event.pack);
    case 'boot-failed':
      return system.bootFailed(state, event.code);
    case 'boot-changed':
      return setup.bootChanged(state, event.boot);
    case 'content-loaded':
      return system.contentLoaded(state, event.pack);
    case 'tap-recorded':
      return rating.tapRecorded(state, event.ticket, event.seq, event.chance);
    case 'tap-failed':
      return rating.tapFailed(state, event.ticket, event.code);
    case 'entry-failed':
      return rating.entryFailed(state, event.entry, event.code);
    case 'clip-played':
      return system.clipPlayed(state, event.clip, event.seconds);
    case 'print-ended':
      return printing.printEnded(state, event.failure);
    case 'rephrase-ended':
      return asking.otherWordsCame(state, event.ticket, event.text);
    case 'clip-failed':
      return stay(state, { kind: 'report-clip', clip: event.clip, reason: event.reason.slice(0, 200) });
    case 'notice':
      return system.heardNotice(state, event.notice);
    case 'bug':
      return system.metBug(state, event.message);
    case 'staff-opened':
      return state.screen.kind === 'setup' ? setup.setupOpened(state, event.key) : staff.staffOpened(state, event.key);
    case 'staff-refused':
      return state.screen.kind === 'setup' ? setup.setupRefused(state, event.refusal) : staff.staffRefused(state, event.refusal);
    case 'staff-days':
      return staff.staffLoaded(state, { days: event.days });
    case 'staff-status':
      return staff.staffLoaded(state, { status: event.status });
    default:
      return assertNever(event, 'A report of the machine was not heard');
  }
}
