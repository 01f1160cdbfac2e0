import type { Score, ScoreCounts } from '#domain/score.ts';

export type Stream = {
  /** The small integer that keys its entries. */
  readonly no: number;
  readonly deviceId: string;
  /** The highest number the centre has; 0 before the first entry. */
  readonly mark: number;
  /** The highest tap number that an entry before it pointed to; 0 when none did. */
  readonly forwardTo: number;
};

/** How an entry got its time: as it came, moved by the centre, or not to be placed by anyone. */
export const PLACINGS = ['as-sent', 'corrected', 'unplaceable'] as const;
export type Placing = (typeof PLACINGS)[number];

/** One numbered entry as the centre keeps it. `body` is the JSON as it came. */
export type EntryRow = {
  readonly seq: number;
  readonly pointNo: number;
  readonly kind: string;
  /** Placed time, ms. */
  readonly at: number;
  readonly day: string;
  readonly hour: number;
  readonly placing: Placing;
  /** The day by the kiosk's own clock where it is another one than `day`. */
  readonly ownDay: string | null;
  /** The tap number that a retract or reasons entry points to. */
  readonly of: number | null;
  readonly tap: TapState | null;
  readonly body: string;
};

/** What a tap says and what later entries and the misuse rule say about it. */
export type TapState = {
  readonly score: Score;
  readonly field: string | null;
  readonly procedure: string | null;
  /** Bits: 1 burst, 2 roam (E172). */
  readonly flags: number;
  readonly retracted: boolean;
  readonly reasons: readonly string[];
};

export type StoredTap = TapState & {
  readonly seq: number;
  readonly pointNo: number;
  readonly at: number;
  readonly day: string;
  readonly hour: number;
  readonly ownDay: string | null;
};

/** An earlier entry that points ahead to a tap of this batch. */
export type EarlyReference =
  | { readonly kind: 'retract'; readonly of: number; readonly seq: number }
  | { readonly kind: 'reasons'; readonly of: number; readonly seq: number; readonly reasons: readonly string[] };

export type TapChange = { readonly seq: number; readonly flags: number; readonly retracted: boolean; readonly reasons: readonly string[] };
export type QuarantineRow = { readonly seq: number; readonly detail: string; readonly raw: string };

/** Rollup rows to add to what stands; counts may be negative. */
export type RollupDelta = {
  readonly days: readonly DayDelta[];
  readonly reasons: readonly { readonly day: string; readonly pointNo: number; readonly field: string; readonly reason: string; readonly taps: number }[];
  readonly hours: readonly { readonly day: string; readonly pointNo: number; readonly hour: number; readonly field: string; readonly scores: ScoreCounts }[];
  readonly procedures: readonly ProcedureDelta[];
  readonly steps: readonly StepDelta[];
  readonly streamDays: readonly { readonly day: string; readonly pointNo: number; readonly received: number; readonly receivedOwn: number }[];
};
export type DayDelta = {
  readonly day: string;
  readonly pointNo: number;
  readonly field: string;
  readonly scores: ScoreCounts;
  readonly flagged: ScoreCounts;
  readonly asked: number;
  readonly corrected: number;
  readonly unplaceable: number;
};
export type ProcedureDelta = {
  readonly day: string;
  readonly pointNo: number;
  readonly procedure: string;
  readonly field: string;
  readonly opened: number;
  readonly finished: number;
  readonly left: number;
  readonly problems: number;
  readonly handoffs: number;
  readonly scores: ScoreCounts;
};
export type StepDelta = {
  readonly day: string;
  readonly pointNo: number;
  readonly procedure: string;
  readonly step: string;
  readonly field: string;
  readonly reached: number;
  readonly left: number;
  readonly problems: number;
  readonly handoffs: number;
};

export type StreamProgress = {
  readonly mark: number;
  readonly forwardTo: number;
  readonly quarantined: number;
  readonly unplaceable: number;
};

/** Everything here happens together or not at all. */
export type LedgerTransaction = {
  /** The stream, locked against other takers until the transaction ends; null when nobody sent it yet. */
  lockStream(id: string): Promise<Stream | null>;
  openStream(id: string, deviceId: string, now: number): Promise<Stream>;
  /**
   * The stream's last taps in ledger order, as far back as the misuse rule can reach from a new
   * tap: ends before a tap at or before `after`, or later than `lastAt`, and after `most` taps.
   */
  tailOfTaps(streamNo: number, window: { readonly after: number; readonly lastAt: number; readonly most: number }): Promise<readonly StoredTap[]>;
  taps(streamNo: number, seqs: readonly number[]): Promise<readonly StoredTap[]>;
  /** Entries at or below the mark that point to taps from number `from` on. */
  earlyReferences(streamNo: number, from: number): Promise<readonly EarlyReference[]>;
  insertEntries(streamNo: number, rows: readonly EntryRow[]): Promise<void>;
  quarantine(streamNo: number, rows: readonly QuarantineRow[], now: number): Promise<void>;
  changeTaps(streamNo: number, changes: readonly TapChange[]): Promise<void>;
  addToRollups(streamNo: number, delta: RollupDelta): Promise<void>;
  /** Sets the mark and adds to the stream's counts. */
  advance(streamNo: number, deviceId: string, progress: StreamProgress, now: number): Promise<void>;
};

export type LedgerRepository = {
  transaction<T>(work: (tx: LedgerTransaction) => Promise<T>): Promise<T>;
};
