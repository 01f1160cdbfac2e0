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

export type Log = {
  readonly info: (event: string, details?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (event: string, details?: Readonly<Record<string, unknown>>) => void;
  readonly error: (event: string, details?: Readonly<Record<string, unknown>>) => void;
};
