import { Type, type Static } from 'typebox';
import { Command } from './commands.ts';
import { ServicePoint } from './enrol.ts';
import { ClockReading, StreamId } from './ledger.ts';
import { ContentState } from './manifest.ts';

const Millis = Type.Integer({ minimum: 0 });

/** A fault that stands or stood lately, as staff see it. */
export const Fault = Type.Object({
  code: Type.String({ maxLength: 64 }),
  at: Millis,
  detail: Type.Optional(Type.String({ maxLength: 300 })),
});
export type Fault = Static<typeof Fault>;

/** How a kiosk is. Optional parts are not known to every shell. */
export const Health = Type.Object({
  /** Frames shown since the last beat; 0 with a live process is a fault too. */
  framesShown: Type.Integer({ minimum: 0 }),
  /** The picture moved since the last beat (frames, or a still that changed on time). */
  pictureMoving: Type.Boolean(),
  /** A page is open and speaks to the host. Absent: an older kiosk. */
  pageOpen: Type.Optional(Type.Boolean()),
  appVersion: Type.String({ maxLength: 40 }),
  contentVersion: Type.String({ maxLength: 40 }),
  shell: Type.Enum(['electron', 'browser']),
  waiting: Type.Integer({ minimum: 0 }),
  freeDiskBytes: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  /** Kiosk clock minus centre clock, ms; null before the first contact. */
  clockOffset: Type.Union([Type.Integer(), Type.Null()]),
  rendererRestarts: Type.Integer({ minimum: 0 }),
  faults: Type.Array(Fault, { maxItems: 50 }),
  /** Absent: a kiosk that is older than the content library. */
  content: Type.Optional(ContentState),
});
export type Health = Static<typeof Health>;

/** What a kiosk reports every minute. `days`: taps made on each of the last 14 days, by its own count. */
export const Heartbeat = Type.Object({
  clock: ClockReading,
  ledger: Type.Object({
    stream: StreamId,
    head: Type.Integer({ minimum: 0 }),
    days: Type.Record(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), Type.Integer({ minimum: 0 })),
  }),
  // A newer kiosk may report more, and another program's kiosk less, than we know.
  health: Type.Unknown(),
});
export type Heartbeat = Static<typeof Heartbeat>;

export const HeartbeatAnswer = Type.Object({
  now: Millis,
  /** A newer centre may send kinds that this kiosk does not know: it answers those as failed. */
  commands: Type.Array(Type.Union([Command, Type.Object({ id: Type.String(), kind: Type.String(), expiresAt: Millis })])),
  /** SHA-256 of the manifest this kiosk shall follow; null: none was published. */
  manifest: Type.Union([Type.String(), Type.Null()]),
  /** The highest number that the centre has of the stream that was named. Absent: an older centre. */
  received: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Where the kiosk stands now, by the centre: it may have been moved since it was paired. Absent: an older centre. */
  servicePoint: Type.Optional(ServicePoint),
  /** The centre can have published texts said in other words. Absent: it cannot. */
  rephrase: Type.Optional(Type.Boolean()),
});
export type HeartbeatAnswer = Static<typeof HeartbeatAnswer>;
