import type { ErrorCode } from '#contract/errors.ts';
import type { CalendarDay } from '#domain/calendar-day.ts';
import type { Result } from '#domain/result.ts';

/** What the host's services need from the machine. Adapters implement these; tests bring fakes. */

/** Wall time can jump; `up` cannot. */
export type Clock = {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Milliseconds since this boot, monotonic. */
  readonly up: () => number;
  /** Names the boot that `up` counts from. */
  readonly boot: string;
};

/** Runs `task` once after `delay` ms; the returned function cancels it. */
export type Timers = {
  readonly after: (delay: number, task: () => void) => () => void;
};

export type Random = {
  /** In [0, 1). */
  readonly fraction: () => number;
  readonly uuid: () => string;
  readonly secret: (bytes: number) => string;
};

export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/** Rejects only when no answer came (network, time-out); every status is an answer. */
export type Http = {
  readonly send: (request: {
    readonly method: 'GET' | 'POST';
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array | string | null;
    /** Milliseconds until the request is given up. */
    readonly timeout: number;
  }) => Promise<HttpAnswer>;
};

export type DownloadAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Rejects when the line is cut or silent for too long; leaving the loop early ends the request. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Ends the request without reading its body. */
  readonly cancel: () => Promise<void>;
};

/** Asks for a file with GET. Rejects only when no answer came; `silence` is the longest wait for the next byte, ms. */
export type Download = (request: {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly silence: number;
}) => Promise<DownloadAnswer>;

export type Hasher = {
  readonly update: (bytes: Uint8Array) => void;
  /** The digest in small hexadecimal; ends the hasher. */
  readonly hex: () => string;
};

export type Digest = {
  readonly sha256: () => Hasher;
  /** True when `signature` (base64url) is the Ed25519 signature of the text in UTF-8 under `key` (base64url of the raw 32 bytes). */
  readonly isSigned: (text: string, signature: string, key: string) => boolean;
};

export type Log = {
  readonly info: (event: string, details?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (event: string, details?: Readonly<Record<string, unknown>>) => void;
  readonly error: (event: string, details?: Readonly<Record<string, unknown>>) => void;
};

/** Text files under one folder; names are relative to it. Rejects on I/O errors, never on absence. */
export type Files = {
  /** Null when there is no such file. */
  readonly readText: (name: string) => Promise<string | null>;
  /** Written beside, flushed, then renamed, so that a reader sees the old text or the new one. */
  readonly writeText: (name: string, text: string) => Promise<void>;
  /** File names in a folder, sorted; empty when there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Bytes left for this program on the folder's disk; null when the system does not say. */
  readonly freeBytes: () => Promise<number | null>;
};

/** A file that is being written at its end. */
export type Appender = {
  /** CONTENT_DISK_FULL when the disk has no room; what was written before stays. */
  readonly write: (bytes: Uint8Array) => Promise<Result<null, 'CONTENT_DISK_FULL'>>;
  /** Flushes to the disk and closes. */
  readonly close: () => Promise<void>;
};

/** Files of any kind under one folder; names are relative to it. Rejects on I/O errors, never on absence. */
export type Disk = {
  /** Bytes; null when there is no such file. */
  readonly size: (name: string) => Promise<number | null>;
  readonly read: (name: string) => AsyncIterable<Uint8Array>;
  /** Opens a file to write from byte `from` on; what lies beyond is cut off. Makes file and folders when missing. */
  readonly append: (name: string, from: number) => Promise<Appender>;
  /** Renames within the folder, flushed: afterwards the new name holds even after a power cut. */
  readonly move: (name: string, as: string) => Promise<void>;
  /** Does nothing when there is no such file. */
  readonly remove: (name: string) => Promise<void>;
  /** Every file below a folder, named relative to it, sorted. */
  readonly list: (folder: string) => Promise<readonly { readonly name: string; readonly bytes: number }[]>;
};

/** Keeps a secret so that other users of the machine cannot read it. */
export type Secrets = {
  readonly load: (name: string) => Promise<string | null>;
  readonly save: (name: string, secret: string) => Promise<void>;
};

/** Slow, salted, one-way (OWASP ASVS 5.0, 11.4.2). */
export type PinHash = {
  readonly make: (pin: string) => Promise<string>;
  /** Constant in time for hashes of one kind; false for a hash it does not know. */
  readonly matches: (pin: string, hash: string) => Promise<boolean>;
};

/** gzip, RFC 1952. */
export type Compress = (text: string) => Promise<Uint8Array>;

export type LedgerFailure = Extract<ErrorCode, 'LEDGER_DISK_FULL' | 'LEDGER_LOCKED' | 'LEDGER_UNAVAILABLE'>;

/** `day` and `hour` are the entry's place in the service point's time zone, as far as the clock is known. */
export type NewEntry = {
  readonly kind: string;
  readonly up: number;
  readonly boot: string;
  readonly day: CalendarDay;
  readonly hour: number;
  /** The whole entry as JSON, stamps included. */
  readonly body: string;
};

export type StoredEntry = NewEntry & { readonly seq: number };

export type LedgerState = {
  readonly stream: string;
  /** The highest number given; 0 in an empty ledger. */
  readonly head: number;
  /** The highest number the centre is known to have. */
  readonly mark: number;
  /** The highest number ever put into a request. A centre that has more met a newer copy of this ledger. */
  readonly offered: number;
};

export type LedgerOpening = LedgerState & {
  /** Where a damaged ledger was put; null when nothing was damaged. */
  readonly setAside: string | null;
};

/** A batch up to the number `last` was held against what the centre has: up to `same` it is that. */
export type Compared = { readonly same: number; readonly last: number };

/** The place of an entry made `up` ms after the boot. */
export type PlaceByUp = (up: number) => { readonly day: CalendarDay; readonly hour: number };

/**
 * The append-only store under the ledger. Numbers are contiguous from 1 and given once.
 * Every method may fail with a code; after LEDGER_UNAVAILABLE the store is closed and must be opened again.
 */
export type LedgerStore = {
  /** Opens, checks and, when damaged, sets the file aside and goes on with what can be read of it, else with a new stream. A file that was taken away is put back. Does nothing when open. */
  readonly open: () => Result<LedgerOpening, LedgerFailure>;
  readonly state: () => Result<LedgerState, LedgerFailure>;
  /** The entry's number, once the entry is flushed to disk. */
  readonly append: (entry: NewEntry) => Result<number, LedgerFailure>;
  /** At most `count` entries from `first` on, in order; pruned ones are missing. */
  readonly read: (first: number, count: number) => Result<readonly StoredEntry[], LedgerFailure>;
  /** Entries placed on `from` or later, in order. */
  readonly readDays: (from: CalendarDay) => Result<readonly StoredEntry[], LedgerFailure>;
  /** Tap entries a day, from `from` on. */
  readonly tapsByDay: (from: CalendarDay) => Result<ReadonlyMap<CalendarDay, number>, LedgerFailure>;
  /** Places the entries of one boot anew, once its clock is known. */
  readonly placeBoot: (boot: string, place: PlaceByUp) => Result<null, LedgerFailure>;
  /** Remembers that numbers up to `seq` are about to be sent. */
  readonly setOffered: (seq: number) => Result<null, LedgerFailure>;
  /** May fall: a restored centre has less than before. `day` is the day on which it was learnt. */
  readonly setMark: (mark: number, day: CalendarDay) => Result<null, LedgerFailure>;
  /** Deletes what the centre has had since before `before`; never the newest entry. How many went. */
  readonly prune: (before: CalendarDay) => Result<number, LedgerFailure>;
  /** Puts the present ledger aside and begins a new stream with these entries, all or nothing. */
  readonly beginStream: (carried: readonly NewEntry[]) => Result<LedgerOpening, LedgerFailure>;
  readonly close: () => void;
};
