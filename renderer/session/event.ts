import type { ContentPack, Language } from '#contract/content-pack.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { BootInfo, KioskNotice, KioskSettings, KioskStatus, LocalDay } from '#contract/kiosk-channels.ts';
import type { Quote } from '#domain/asking/quote.ts';
import type { CatalogueEntry } from '#domain/finding/finding.ts';
import type { Score } from '#domain/score.ts';
import type { Contrast, Moment, Refusal, SetupStep, StaffPage, TextSize, Volume } from './state.ts';

/** What a citizen does. A second identical one within half a second is ignored (E008). */
export type CitizenEvent =
  /** The attract screen was touched outside its faces; `clip` is the playlist item then shown. */
  | { readonly kind: 'wake'; readonly clip: string | null }
  /** A face, on attract or on the rate screen. */
  | { readonly kind: 'face'; readonly score: Score }
  | { readonly kind: 'open-home' }
  | { readonly kind: 'open-events' }
  | { readonly kind: 'open-event'; readonly event: string }
  | { readonly kind: 'open-search' }
  | { readonly kind: 'open-ask' }
  | { readonly kind: 'open-answer'; readonly quote: Quote }
  /** The answer on the screen in other words; `passages`: its texts as the pack has them, in `lang`. */
  | { readonly kind: 'rephrase'; readonly passages: readonly string[]; readonly lang: Language }
  | { readonly kind: 'open-rate' }
  /** A guide or a card. */
  | { readonly kind: 'open-guide'; readonly slug: string }
  /** A procedure that only the national catalogue knows. */
  | { readonly kind: 'open-procedure'; readonly entry: CatalogueEntry }
  /** From the overview to the first open question or step. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'answer'; readonly question: string; readonly option: string }
  /** Forget this guide's answers and ask its first question again. */
  | { readonly kind: 'ask-again' }
  /** The step after this one; after the last one the hand-off. */
  | { readonly kind: 'next' }
  /** A station of the step track, from 1; 0 is the overview. */
  | { readonly kind: 'go-to-step'; readonly step: number }
  /** "Bước này sai": the citizen reports the step on the screen. */
  | { readonly kind: 'problem' }
  | { readonly kind: 'open-handoff' }
  | { readonly kind: 'enlarge'; readonly on: boolean }
  /** The sheet to take home, of this size. */
  | { readonly kind: 'print'; readonly widthMm: number; readonly heightMm: number }
  /**
   * A character, `Backspace`, `Clear` or a tone key (domain/typing.ts). `telex`: letters make marks; `real`: it was
   * pressed on a keyboard with keys of its own.
   */
  | { readonly kind: 'search-key'; readonly key: string; readonly telex?: boolean; readonly real?: boolean }
  | { readonly kind: 'search-text'; readonly text: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'toggle-reason'; readonly reason: string }
  | { readonly kind: 'send-reasons' }
  | { readonly kind: 'skip-reasons' }
  | { readonly kind: 'try-again' }
  | { readonly kind: 'back' }
  /** "Kết thúc". */
  | { readonly kind: 'finish' }
  | { readonly kind: 'open-help' }
  | { readonly kind: 'open-comfort' }
  | { readonly kind: 'open-languages' }
  | { readonly kind: 'close-overlay' }
  | { readonly kind: 'still-here' }
  | { readonly kind: 'set-language'; readonly language: string }
  | { readonly kind: 'set-text-size'; readonly textSize: TextSize }
  | { readonly kind: 'set-contrast'; readonly contrast: Contrast }
  | { readonly kind: 'set-low-reach'; readonly on: boolean }
  | { readonly kind: 'set-hearing'; readonly on: boolean }
  | { readonly kind: 'set-volume'; readonly volume: Volume }
  | { readonly kind: 'set-blank'; readonly on: boolean }
  /** Headphones were plugged in or pulled out; a plug begins to read aloud (E051). */
  | { readonly kind: 'headphones'; readonly plugged: boolean };

/** What staff do; digits may follow each other as fast as they like. */
export type StaffEvent =
  | { readonly kind: 'open-staff' }
  | { readonly kind: 'pin-digit'; readonly digit: string }
  | { readonly kind: 'pin-delete' }
  | { readonly kind: 'pin-clear' }
  | { readonly kind: 'pin-enter' }
  | { readonly kind: 'staff-page'; readonly page: StaffPage }
  | { readonly kind: 'staff-send-now' }
  | { readonly kind: 'staff-save'; readonly settings: KioskSettings }
  | { readonly kind: 'staff-new-pin' }
  /** Connect a kiosk that has run alone so far. */
  | { readonly kind: 'staff-connect' }
  | { readonly kind: 'staff-leave-kiosk' }
  | { readonly kind: 'staff-lock' }
  | { readonly kind: 'setup-choose'; readonly settings: KioskSettings }
  | { readonly kind: 'setup-next' }
  | { readonly kind: 'setup-go'; readonly step: SetupStep }
  | { readonly kind: 'setup-type'; readonly field: 'centreUrl' | 'pairingCode'; readonly text: string }
  | { readonly kind: 'setup-enrol' }
  | { readonly kind: 'setup-run-alone' };

/** What the machine, the host and the clock report. */
export type SystemEvent =
  | { readonly kind: 'booted'; readonly boot: BootInfo; readonly pack: ContentPack }
  | { readonly kind: 'boot-failed'; readonly code: ErrorCode }
  | { readonly kind: 'content-loaded'; readonly pack: ContentPack }
  | { readonly kind: 'tick' }
  /** Any touch or key anywhere (E073). */
  | { readonly kind: 'activity' }
  /** `chance` in [0, 1) shuffles the reasons. */
  | { readonly kind: 'tap-recorded'; readonly ticket: number; readonly seq: number; readonly chance: number }
  | { readonly kind: 'tap-failed'; readonly ticket: number; readonly code: ErrorCode }
  /** A retraction or the reasons could not be stored. */
  | { readonly kind: 'entry-failed'; readonly entry: 'retract' | 'reasons' | 'usage'; readonly code: ErrorCode }
  /** A playlist item was shown for so many seconds. */
  | { readonly kind: 'clip-played'; readonly clip: string; readonly seconds: number }
  /** The printer took the sheet, or why it did not. */
  | { readonly kind: 'print-ended'; readonly failure: ErrorCode | null }
  /** null: there are none. */
  | { readonly kind: 'rephrase-ended'; readonly ticket: number; readonly text: string | null }
  | { readonly kind: 'clip-failed'; readonly clip: string; readonly reason: string }
  | { readonly kind: 'notice'; readonly notice: KioskNotice }
  | { readonly kind: 'bug'; readonly message: string }
  | { readonly kind: 'staff-opened'; readonly key: string }
  | { readonly kind: 'staff-refused'; readonly refusal: Refusal }
  | { readonly kind: 'staff-days'; readonly days: readonly LocalDay[] }
  | { readonly kind: 'staff-status'; readonly status: KioskStatus }
  | { readonly kind: 'boot-changed'; readonly boot: BootInfo };

export type KioskEvent = CitizenEvent | StaffEvent | SystemEvent;
/** An event with the moment it came: what the machine takes. */
export type TimedEvent = KioskEvent & { readonly moment: Moment };

type Kinds<Event extends KioskEvent> = Readonly<Record<Event['kind'], true>>;

const CITIZEN_KINDS: Kinds<CitizenEvent> = {
  wake: true, face: true, 'open-home': true, 'open-events': true, 'open-event': true, 'open-search': true, 'open-ask': true, 'open-answer': true, rephrase: true, 'open-rate': true,
  'open-guide': true, 'open-procedure': true, begin: true, answer: true, 'ask-again': true, next: true, 'go-to-step': true, problem: true,
  'open-handoff': true, enlarge: true, print: true, 'search-key': true, 'search-text': true, undo: true,
  'toggle-reason': true, 'send-reasons': true, 'skip-reasons': true, 'try-again': true, back: true, finish: true,
  'open-help': true, 'open-comfort': true, 'open-languages': true, 'close-overlay': true, 'still-here': true, 'set-language': true,
  'set-text-size': true, 'set-contrast': true, 'set-low-reach': true, 'set-hearing': true, 'set-volume': true, 'set-blank': true, headphones: true,
};

const STAFF_KINDS: Kinds<StaffEvent> = {
  'open-staff': true, 'pin-digit': true, 'pin-delete': true, 'pin-clear': true, 'pin-enter': true, 'staff-page': true,
  'staff-send-now': true, 'staff-save': true, 'staff-new-pin': true, 'staff-connect': true, 'staff-leave-kiosk': true,
  'staff-lock': true, 'setup-choose': true, 'setup-next': true, 'setup-go': true, 'setup-type': true, 'setup-enrol': true,
  'setup-run-alone': true,
};

export function isCitizenEvent<Timed extends KioskEvent>(event: Timed): event is Timed & CitizenEvent {
  return Object.hasOwn(CITIZEN_KINDS, event.kind);
}

export function isStaffEvent<Timed extends KioskEvent>(event: Timed): event is Timed & StaffEvent {
  return Object.hasOwn(STAFF_KINDS, event.kind);
}
