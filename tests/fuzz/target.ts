/** Values of JSON, text, or bytes: what a boundary is given. */
export type InputKind = 'json' | 'text' | 'bytes';

/** A target that is ready: `run` throws only where the code under test has a bug. */
export type Opened = {
  /** Inputs that the code takes; everything else is made out of them. */
  readonly seeds: readonly unknown[];
  readonly run: (input: unknown) => unknown;
  /** Schemas (JSON Schema) of valid inputs: fast-check draws from them besides the seeds. */
  readonly schemas?: readonly object[];
  readonly close?: () => Promise<void>;
};

/** One door through which something foreign comes in. */
export type Target = {
  readonly name: string;
  /** What is run, for people who read the table. */
  readonly what: string;
  readonly kind: InputKind;
  /** How many parts of all inputs it gets. */
  readonly share: number;
  /** Most bytes or signs of an input: what the caller of the code lets through. */
  readonly largest: number;
  /** Words that the code knows; mutations put them in. */
  readonly words?: readonly string[];
  /** Not part of a whole run: there to prove that the fuzzer finds what is there to be found. */
  readonly planted?: boolean;
  readonly open: () => Promise<Opened>;
};

type TextTarget = Omit<Target, 'kind' | 'open'> & { readonly open: () => Promise<Omit<Opened, 'run'> & { readonly run: (text: string) => unknown }> };
type BytesTarget = Omit<Target, 'kind' | 'open'> & { readonly open: () => Promise<Omit<Opened, 'run'> & { readonly run: (bytes: Uint8Array) => unknown }> };

export function textTarget(target: TextTarget): Target {
  return { ...target, kind: 'text', open: async () => ((opened) => ({ ...opened, run: (input) => opened.run(typeof input === 'string' ? input : '') }))(await target.open()) };
}

export function bytesTarget(target: BytesTarget): Target {
  return { ...target, kind: 'bytes', open: async () => ((opened) => ({ ...opened, run: (input) => opened.run(input instanceof Uint8Array ? input : new Uint8Array()) }))(await target.open()) };
}

export function jsonTarget(target: Omit<Target, 'kind'>): Target {
  return { ...target, kind: 'json' };
}

/** What must hold of an answer; the message is the finding. */
export function mustHold(holds: boolean, what: string): void {
  if (!holds) throw new Error(`must hold: ${what}`);
}
