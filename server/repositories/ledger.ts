import type { CalendarDay } from '#domain/calendar-day.ts';
import type { RollupRows, SumTable } from './rollup-tables.ts';

export type StreamState = {
  /** The small integer that keys its entries. */
  readonly no: number;
  readonly deviceId: string;
  /** Whether that device was revoked: who sent the batch may have been known for some seconds. */
  readonly isRevoked: boolean;
  /** The highest number the centre has; 0 before the first entry. */
  readonly mark: number;
  /** The highest number that an entry before it pointed to; 0 when none did. */
  readonly forwardTo: number;
  /** The last taps, as the taking of batches wrote them down; empty before the first. */
  readonly tail: string;
};

/** How a body is kept: as it came, in gzip or in plain JSON. */
export const BODY_ENCODINGS = ['plain', 'gzip'] as const;
export type BodyEncoding = (typeof BODY_ENCODINGS)[number];
export type PackedBody = { readonly encoding: BodyEncoding; readonly bytes: Uint8Array };

/**
 * A piece of a stream: one batch as it came, of which the entries `first` to `last` were new. The
 * body may begin earlier. With it everything that is needed to place the entries again.
 */
export type Segment = {
  readonly streamNo: number;
  readonly first: number;
  readonly last: number;
  readonly pointNo: number;
  readonly timezone: string;
  /** Centre's time, ms. */
  readonly receivedAt: number;
  /** The earliest and the latest day that an entry of it was placed on. */
  readonly firstDay: CalendarDay;
  readonly lastDay: CalendarDay;
  readonly body: PackedBody;
};

/** What later entries and the misuse rule say about a number, where they say anything. */
export type TapChange = {
  readonly seq: number;
  /** Bits: 1 burst, 2 roam (E172). */
  readonly flags: number;
  readonly retracted: boolean;
  readonly reasons: readonly string[];
};

export type QuarantineRow = { readonly seq: number; readonly detail: string; readonly raw: string };

/** A stream after its batch. */
export type StreamAdvance = {
  readonly streamNo: number;
  readonly deviceId: string;
  readonly mark: number;
  readonly forwardTo: number;
  readonly tail: string;
  /** Added to what stands. */
  readonly quarantined: number;
  readonly unplaceable: number;
  readonly now: number;
};

export type OfStream<T> = T & { readonly streamNo: number };

/** Everything that a group of batches, of different streams, leaves behind. */
export type GroupWrite = {
  readonly segments: readonly Segment[];
  readonly changes: readonly OfStream<TapChange>[];
  readonly quarantined: readonly OfStream<QuarantineRow & { readonly now: number }>[];
  /** Rows to add to what stands, ordered by key; counts may be negative. */
  readonly rollups: RollupRows;
  /** Ordered by number. */
  readonly streams: readonly StreamAdvance[];
};

export type NewStream = { readonly id: string; readonly deviceId: string; readonly now: number };

/** Everything here happens together or not at all. */
export type LedgerTransaction = {
  /** The streams that are known, locked against other takers until the transaction ends. */
  lockStreams(ids: readonly string[]): Promise<ReadonlyMap<string, StreamState>>;
  /** Makes streams, and locks them; one that another server made meanwhile comes as that one left it. */
  openStreams(streams: readonly NewStream[]): Promise<ReadonlyMap<string, StreamState>>;
  /** What was said of these numbers, where anything was. */
  changesOf(streamNo: number, seqs: readonly number[]): Promise<readonly TapChange[]>;
  changesBetween(streamNo: number, from: number, to: number): Promise<readonly TapChange[]>;
  /** The segment with this number; null when it is not there (any more). */
  segmentWith(streamNo: number, seq: number): Promise<Segment | null>;
  /** The last thing asked; it may be written when the work is over, and then fails with the transaction. */
  keep(write: GroupWrite): Promise<void>;
};

/** A stream as the check and the raw view look at it. */
export type StreamSummary = {
  readonly no: number;
  readonly id: string;
  readonly mark: number;
  readonly tail: string;
  readonly quarantined: number;
  readonly unplaceable: number;
  /** Raw entries up to this number were pruned; 0: none. */
  readonly prunedTo: number;
};

/** `off`: the table's counts in order, what is kept less what it should be. */
export type WrongSum = { readonly table: SumTable; readonly keys: readonly (string | number)[]; readonly off: readonly number[] };

/** Reads one unchanging picture of the ledger, a page at a time. */
export type LedgerReader = {
  /** Service points and the streams that have raw entries of them, in order. */
  holdings(): Promise<readonly { readonly pointNo: number; readonly streamNo: number }[]>;
  /** Every service point that has rollups, in order. */
  countedPoints(): Promise<readonly number[]>;
  /** Streams with a number above `after`, in order, at most `most`. */
  streams(after: number, most: number): Promise<readonly StreamSummary[]>;
  stream(no: number): Promise<StreamSummary | null>;
  /** A stream's segments that begin above `after`, in order, at most `most`. */
  segments(streamNo: number, after: number, most: number): Promise<readonly Segment[]>;
  /** Segments of a service point that may hold entries of a day, by stream and number. */
  segmentsOfDay(pointNo: number, day: CalendarDay): Promise<readonly Segment[]>;
  /** In order of number. */
  changesBetween(streamNo: number, from: number, to: number): Promise<readonly TapChange[]>;
  quarantinedSeqs(streamNo: number): Promise<readonly number[]>;
  /** Every rollup row of these service points that counts something, in any order. */
  rollups(pointNos: readonly number[]): Promise<RollupRows>;
  /** Where what is kept of whole service points is not the sum of their rows by field; at most `most` of each table. */
  wrongSums(pointNos: readonly number[], most: number): Promise<readonly WrongSum[]>;
  /** Days of which raw entries of these service points were pruned. */
  prunedDays(pointNos: readonly number[]): Promise<readonly { readonly pointNo: number; readonly day: CalendarDay }[]>;
};

export type LedgerRepository = {
  /** Transactions that it is worth to have under way at once. */
  readonly parallel: number;
  /** `work` may run more than once before it is kept. */
  transaction<T>(work: (tx: LedgerTransaction) => Promise<T>): Promise<T>;
  /** Everything that `work` reads is of one moment. */
  read<T>(work: (reader: LedgerReader) => Promise<T>): Promise<T>;
  /**
   * Deletes raw entries received before this time (ms, the first moment of a month in UTC), and
   * remembers which days they touched; rollups stay. @returns how many segments went.
   */
  prune(before: number): Promise<number>;
};
