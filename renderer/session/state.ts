import type { ContentPack, Language } from '#contract/content-pack.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { UrgentNotice } from '#contract/manifest.ts';
import type { BootInfo, KioskSettings, KioskStatus, LocalDay } from '#contract/kiosk-channels.ts';
import type { Quote } from '#domain/asking/quote.ts';
import type { Answers } from '#domain/condition.ts';
import type { CatalogueEntry } from '#domain/finding/finding.ts';
import type { Score } from '#domain/score.ts';
import type { PlayCount } from './play-counter.ts';

/** `up`: ms, monotonic: every waiting time is measured with it. `wall`: ms since the epoch: only the calendar is. */
export type Moment = { readonly up: number; readonly wall: number };

export const TEXT_SIZES = [1, 1.25, 1.5] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** `paper` is the product's own look; `light` and `dark` reach at least 10:1 (E025). */
export const CONTRASTS = ['paper', 'light', 'dark'] as const;
export type Contrast = (typeof CONTRASTS)[number];

/** Steps of volume (E057); the default is what set-up calibrates to 65 dBA (E058). */
export const VOLUMES = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type Volume = (typeof VOLUMES)[number];
export const DEFAULT_VOLUME: Volume = 5;

/** The screen is read aloud. `blank`: nothing is shown meanwhile (E061). `headphones`: a plug was seen, so nobody else hears (E060). */
export type Hearing = { readonly on: boolean; readonly volume: Volume; readonly blank: boolean; readonly headphones: boolean };

/** How this citizen wants the screen; gone with the session (E075). */
export type Comfort = {
  /** BCP 47: Vietnamese, English or a further language of the pack. */
  readonly language: string;
  readonly textSize: TextSize;
  readonly contrast: Contrast;
  readonly lowReach: boolean;
  readonly hearing: Hearing;
};

export type RateAbout =
  | { readonly kind: 'visit' }
  | { readonly kind: 'guide'; readonly slug: string; readonly step: string };

/** Where the rating was touched, as the ledger names it. */
export type RateFrom = 'attract' | 'guide';

/** A tap on its way to the disk. The face stays pressed until the ledger answers (promise 1). */
export type Saving = { readonly ticket: number; readonly score: Score };

export type GuidePart =
  | { readonly kind: 'overview' }
  | { readonly kind: 'question'; readonly question: string }
  /** `step` counts from 1 among the steps that apply. */
  | { readonly kind: 'step'; readonly step: number };

export type AttractScreen = { readonly kind: 'attract'; readonly saving: Saving | null };
export type GuideScreen = {
  readonly kind: 'guide';
  readonly slug: string;
  readonly part: GuidePart;
  readonly answers: Answers;
};
export type HandoffScreen = {
  readonly kind: 'handoff';
  readonly slug: string;
  /** 0 is the overview, 1.. the steps. */
  readonly step: number;
  readonly answers: Answers;
  readonly enlarged: boolean;
  /** Left out: nothing was printed yet. */
  readonly print?: 'busy' | 'sent' | 'failed';
};
/** A procedure that only the national catalogue knows: what it says, then the code of its page on the portal. */
export type ProcedureScreen = {
  readonly kind: 'procedure';
  readonly entry: CatalogueEntry;
  readonly part: 'card' | 'code' | 'enlarged';
};
/** What the centre's endpoint made of the quotation; in one language, and gone with the screen. */
export type OtherWords =
  | { readonly kind: 'asked'; readonly ticket: number; readonly lang: Language }
  | { readonly kind: 'said'; readonly text: string; readonly lang: Language }
  | { readonly kind: 'none'; readonly lang: Language };
export type AnswerScreen = {
  readonly kind: 'answer';
  readonly quote: Quote;
  /** What was typed; left out: nothing was. Never leaves the kiosk unless the citizen asks for other words. */
  readonly question?: string;
  readonly otherWords?: OtherWords;
};
export type RateScreen = {
  readonly kind: 'rate';
  readonly about: RateAbout;
  readonly from: RateFrom;
  readonly saving: Saving | null;
  readonly since: number;
};
export type ThanksScreen = {
  readonly kind: 'thanks';
  readonly about: RateAbout;
  readonly from: RateFrom;
  readonly score: Score;
  /** The tap's number in the ledger: it is on disk. */
  readonly seq: number;
  readonly since: number;
  /** The last touch; the screen closes by itself so and so long after it (E156). */
  readonly touchedAt: number;
  /** Ids in the order shown. */
  readonly reasons: readonly string[];
  readonly chosen: readonly string[];
  /** `skipped`: only the thanks is left, until it has stood long enough. */
  readonly stage: 'open' | 'sent' | 'skipped';
};
export type NotStoredScreen = {
  readonly kind: 'not-stored';
  readonly code: ErrorCode;
  readonly about: RateAbout;
  readonly from: RateFrom;
  readonly since: number;
};

/** What went wrong with the last thing staff asked for. */
export type Refusal = { readonly code: ErrorCode; readonly retrySeconds: number | null };

export const STAFF_PAGES = ['day', 'week', 'machine', 'settings'] as const;
export type StaffPage = (typeof STAFF_PAGES)[number];

export type StaffView =
  | { readonly kind: 'pin'; readonly typed: string; readonly busy: boolean; readonly refusal: Refusal | null }
  /** `first` is the PIN typed the first time; null while it is being typed. */
  | {
      readonly kind: 'set-pin';
      /** null while no PIN is set. */
      readonly key: string | null;
      readonly first: string | null;
      readonly typed: string;
      readonly busy: boolean;
      readonly differ: boolean;
      readonly refusal: Refusal | null;
    }
  | {
      readonly kind: 'open';
      readonly key: string;
      readonly page: StaffPage;
      readonly days: readonly LocalDay[] | null;
      readonly status: KioskStatus | null;
      readonly busy: boolean;
      readonly refusal: Refusal | null;
    };
export type StaffScreen = { readonly kind: 'staff'; readonly view: StaffView };

export const SETUP_STEPS = ['language', 'profile', 'centre', 'pin'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];
export type SetupScreen = {
  readonly kind: 'setup';
  readonly step: SetupStep;
  /** null at the first start; staff's key when a kiosk that ran alone is connected later. */
  readonly key: string | null;
  readonly settings: KioskSettings;
  readonly centreUrl: string;
  readonly pairingCode: string;
  readonly enrolled: boolean;
  readonly pin: { readonly first: string | null; readonly typed: string; readonly differ: boolean };
  readonly busy: boolean;
  readonly refusal: Refusal | null;
};

export type Screen =
  /** `refusal`: the host did not answer; it is asked again. */
  | { readonly kind: 'starting'; readonly refusal: ErrorCode | null; readonly retryAt: number | null }
  | SetupScreen
  | AttractScreen
  /** `offer`: the guide of the clip during which the citizen touched the screen. */
  | { readonly kind: 'home'; readonly offer: string | null }
  | { readonly kind: 'events' }
  | { readonly kind: 'event'; readonly event: string }
  /** `keys`: those of the last word, as in domain/typing.ts. */
  | { readonly kind: 'search'; readonly query: string; readonly keys?: string }
  /** "Hỏi – đáp": a question typed, or one of the common ones. */
  | { readonly kind: 'ask'; readonly query: string; readonly keys?: string }
  | AnswerScreen
  | GuideScreen
  | { readonly kind: 'card'; readonly slug: string }
  | ProcedureScreen
  | HandoffScreen
  | RateScreen
  | ThanksScreen
  | NotStoredScreen
  | StaffScreen
  /** A bug was met; the session starts anew in a moment. */
  | { readonly kind: 'calm'; readonly since: number };
export type ScreenKind = Screen['kind'];

export type Overlay =
  | { readonly kind: 'none' }
  /** `remaining`: whole seconds until the session ends. */
  | { readonly kind: 'idle-warning'; readonly remaining: number; readonly since: number }
  | { readonly kind: 'help' }
  | { readonly kind: 'comfort' }
  | { readonly kind: 'languages' };

/** The guide this citizen opened last, for the question at the end (E157). */
export type OpenedGuide = {
  readonly slug: string;
  readonly step: string;
  readonly finished: boolean;
};

/** What belongs to the kiosk and outlives a session. */
export type KioskFacts = {
  readonly boot: BootInfo | null;
  readonly pack: ContentPack | null;
  /** Today at the service point, YYYY-MM-DD; decides which facts may be shown. */
  readonly today: string;
  readonly online: boolean;
  /** The centre can say texts in other words. */
  readonly mayRephrase: boolean;
  readonly waiting: number;
  readonly faults: readonly { readonly code: string; readonly at: number }[];
  /** How far the centre's clock is ahead of this machine's, ms. */
  readonly centreAhead: number;
  /** Stands over everything between its `from` and `until` (ms since the epoch, the centre's clock). */
  readonly urgent: UrgentNotice | null;
  readonly plays: PlayCount;
  readonly nextTicket: number;
  /** No face takes a tap before this moment (`up`; E170). */
  readonly restUntil: number;
  /** A new pack or page waits for the session to end. */
  readonly pending: 'none' | 'content' | 'reload';
};

export type SessionState = {
  readonly screen: Screen;
  readonly overlay: Overlay;
  readonly comfort: Comfort;
  /** The screens behind this one, the nearest last. */
  readonly trail: readonly Screen[];
  readonly opened: OpenedGuide | null;
  readonly touchedAt: number;
  /** Touches before this moment are part of the one that woke the kiosk (`up`; E077). */
  readonly guardUntil: number;
  readonly lastPress: { readonly name: string; readonly at: number } | null;
  readonly now: Moment;
  readonly kiosk: KioskFacts;
};
