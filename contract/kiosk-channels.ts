import { Type, type Static, type TSchema } from 'typebox';
import { SPEECH_ACTIONS } from '#domain/speech/key-map.ts';
import { ContentPack, LANGUAGES } from './content-pack.ts';
import { ServicePoint } from './enrol.ts';
import { Fault } from './health.ts';
import { EntryBody } from './ledger.ts';
import { ContentState, UrgentNotice } from './manifest.ts';
import { RephraseAnswer, RephraseRequest } from './rephrase.ts';

const Nothing = Type.Null();
const Millis = Type.Integer({ minimum: 0 });
const Count = Type.Integer({ minimum: 0 });

/** What take-home sheets are printed on; `receipt`: a roll of 80 mm. */
export const PRINTERS = ['none', 'a4', 'receipt'] as const;
export type Printer = (typeof PRINTERS)[number];

/** What is chosen at set-up and kept on the kiosk. */
export const KioskSettings = Type.Object({
  language: Type.Enum([...LANGUAGES]),
  /** A screen profile's id (domain/screen-profile.ts); null: guessed from the window. */
  profile: Type.Union([Type.String({ maxLength: 40 }), Type.Null()]),
  /** Seconds a face rests after a tap (E170), 0–30. */
  tapRestSeconds: Type.Integer({ minimum: 0, maximum: 30 }),
  /** Left out: none, and nobody is offered a sheet. */
  printer: Type.Optional(Type.Enum([...PRINTERS])),
  /** The pad's keys (`KeyboardEvent.code`) where they differ from domain/speech/key-map.ts (E052). */
  speechKeys: Type.Optional(Type.Partial(Type.Record(Type.Enum([...SPEECH_ACTIONS]), Type.Array(Type.String({ pattern: '^[A-Za-z0-9]{1,24}$' }), { maxItems: 6 })))),
});
export type KioskSettings = Static<typeof KioskSettings>;

export const BootInfo = Type.Object({
  /** `set-up` until the kiosk is enrolled or staff chose to run it alone. */
  phase: Type.Enum(['set-up', 'ready']),
  shell: Type.Enum(['electron', 'browser']),
  appVersion: Type.String(),
  servicePoint: Type.Union([ServicePoint, Type.Null()]),
  settings: KioskSettings,
  pinSet: Type.Boolean(),
  /** Where clips and stills of the pack are served, ending in a slash. */
  mediaBase: Type.String(),
});
export type BootInfo = Static<typeof BootInfo>;

/** A day's taps as this kiosk counted them. */
export const LocalDay = Type.Object({
  day: Type.String(),
  taps: Count,
  scores: Type.Array(Count, { minItems: 5, maxItems: 5 }),
  /** Taps by hour 0–23. */
  hours: Type.Array(Count, { minItems: 24, maxItems: 24 }),
  reasons: Type.Record(Type.String(), Count),
  asked: Count,
  retracted: Count,
  /** Tap entries of that day, retracted ones too: what `sent` and `waiting` are parts of. */
  made: Count,
  sent: Count,
  waiting: Count,
});
export type LocalDay = Static<typeof LocalDay>;

/** Times are ms since the epoch. */
export const ContentProgress = Type.Object({
  state: ContentState,
  /** When the content in use was taken; null: it came with the kiosk. */
  since: Type.Union([Millis, Type.Null()]),
  /** When the loading of what is not there yet began; null: nothing is loading. */
  loadingSince: Type.Union([Millis, Type.Null()]),
  /** Loading waits for the hour at which it may. */
  waitsForQuietHours: Type.Boolean(),
});
export type ContentProgress = Static<typeof ContentProgress>;

export const KioskStatus = Type.Object({
  waiting: Count,
  head: Count,
  mark: Count,
  enrolled: Type.Boolean(),
  centreUrl: Type.Union([Type.String(), Type.Null()]),
  lastContactAt: Type.Union([Millis, Type.Null()]),
  /** The last try to reach the centre failed with this code; null after a good one. */
  uploadFault: Type.Union([Type.String(), Type.Null()]),
  clockOffset: Type.Union([Type.Integer(), Type.Null()]),
  contentVersion: Type.String(),
  /** Where this kiosk is with what the centre wants it to show. */
  content: ContentProgress,
  appVersion: Type.String(),
  freeDiskBytes: Type.Union([Type.Integer(), Type.Null()]),
  failedClips: Type.Array(Type.Object({ clip: Type.String(), reason: Type.String(), at: Millis })),
  faults: Type.Array(Fault),
});
export type KioskStatus = Static<typeof KioskStatus>;

const Pin = Type.String({ pattern: '^[0-9]{1,12}$' });
/** Opens the staff page for five minutes after the last use. */
const StaffKey = Type.String({ minLength: 16, maxLength: 128 });

/** Every verb the renderer may ask of the host. Both bridges (Electron IPC, loopback HTTP) serve this table. */
export const KIOSK_CHANNELS = {
  boot: { request: Nothing, answer: BootInfo },
  content: { request: Nothing, answer: ContentPack },
  /** Answers only after the entry is flushed to disk (promise 1). */
  record: { request: EntryBody, answer: Type.Object({ stream: Type.String(), seq: Type.Integer({ minimum: 1 }) }) },
  clipFailed: { request: Type.Object({ clip: Type.String({ maxLength: 64 }), reason: Type.String({ maxLength: 200 }) }), answer: Nothing },
  /** What came of a `trial`: the path that was tried, and why it does not play; null: it does. */
  trialDecoded: {
    request: Type.Object({ trial: Type.String({ maxLength: 64 }), path: Type.String({ maxLength: 120 }), reason: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]) }),
    answer: Nothing,
  },
  /** Every 10 s: the picture is moving, not only the process alive (promise 9). */
  beat: { request: Type.Object({ framesShown: Count, pictureMoving: Type.Boolean() }), answer: Nothing },
  /** Somebody began or ended to use the page: what staff ask from afar waits meanwhile. */
  session: { request: Type.Object({ active: Type.Boolean() }), answer: Nothing },
  /** The renderer met a bug; the host logs it and counts it. */
  bug: { request: Type.Object({ message: Type.String({ maxLength: 2000 }) }), answer: Nothing },
  /** Prints what the page shows to printers, on the system's standard printer, without a dialogue. */
  print: {
    request: Type.Object({ widthMm: Type.Integer({ minimum: 40, maximum: 300 }), heightMm: Type.Integer({ minimum: 40, maximum: 5_000 }) }),
    answer: Nothing,
  },
  /** Has the centre say texts of the pack in other words, once it said that it can. Nothing of it is kept or logged. */
  rephrase: { request: RephraseRequest, answer: RephraseAnswer },
  staffUnlock: { request: Type.Object({ pin: Pin }), answer: Type.Object({ key: StaffKey }) },
  /** Without a key only while no PIN is set. */
  staffSetPin: { request: Type.Object({ pin: Pin, key: Type.Optional(StaffKey) }), answer: Type.Object({ key: StaffKey }) },
  staffLock: { request: Type.Object({ key: StaffKey }), answer: Nothing },
  /** Today last, and the six days before. */
  staffDays: { request: Type.Object({ key: StaffKey }), answer: Type.Object({ days: Type.Array(LocalDay) }) },
  staffStatus: { request: Type.Object({ key: StaffKey }), answer: KioskStatus },
  sendNow: { request: Type.Object({ key: StaffKey }), answer: KioskStatus },
  leaveKiosk: { request: Type.Object({ key: StaffKey }), answer: Nothing },
  /** Without a key only in phase `set-up`. */
  enrol: {
    request: Type.Object({ centreUrl: Type.String({ maxLength: 300 }), pairingCode: Type.String({ maxLength: 20 }), key: Type.Optional(StaffKey) }),
    answer: BootInfo,
  },
  /** Saves the settings; `finish` ends phase `set-up`. Without a key only in phase `set-up`. */
  saveSettings: {
    request: Type.Object({ settings: KioskSettings, finish: Type.Boolean(), key: Type.Optional(StaffKey) }),
    answer: BootInfo,
  },
} as const satisfies Record<string, { request: TSchema; answer: TSchema }>;

export type KioskChannel = keyof typeof KIOSK_CHANNELS;
export type KioskRequest<Channel extends KioskChannel> = Static<(typeof KIOSK_CHANNELS)[Channel]['request']>;
export type KioskAnswer<Channel extends KioskChannel> = Static<(typeof KIOSK_CHANNELS)[Channel]['answer']>;

/** What the host tells the renderer unasked. */
export const KioskNotice = Type.Union([
  Type.Object({ kind: Type.Literal('status'), waiting: Count, online: Type.Boolean(), faults: Type.Array(Fault), rephrase: Type.Optional(Type.Boolean()) }),
  Type.Object({ kind: Type.Literal('content'), version: Type.String() }),
  Type.Object({ kind: Type.Literal('reload') }),
  /**
   * Try in secret, between two visits, whether the first of these that this browser takes plays to its end; answered
   * with `trialDecoded`. `seconds`: how long the clip should be.
   */
  Type.Object({
    kind: Type.Literal('trial'),
    trial: Type.String({ maxLength: 64 }),
    sources: Type.Array(Type.Object({ path: Type.String({ maxLength: 120 }), type: Type.String({ maxLength: 100 }) }), { minItems: 1 }),
    seconds: Type.Number({ minimum: 0 }),
  }),
  /** The centre's clock is so far ahead of this machine's, ms; negative: behind. 0 also while no centre was heard. */
  Type.Object({ kind: Type.Literal('clock'), ahead: Type.Integer() }),
  /** Stands until another takes its place; null: none. The page itself ends it at its `until`, by the centre's clock. */
  Type.Object({ kind: Type.Literal('urgent'), notice: Type.Union([UrgentNotice, Type.Null()]) }),
]);
export type KioskNotice = Static<typeof KioskNotice>;
