/** How a fault is run. */
export type FaultOptions = {
  /** How often; null: as often as the fault itself finds right. */
  readonly tries: number | null;
  /** All randomness comes from here, as far as processes and disks let anything be repeated. */
  readonly seed: number;
  /** Progress for whoever waits. */
  readonly say: (line: string) => void;
};

export type FaultResult = {
  /** How often the fault was really brought about. */
  readonly tries: number;
  /** Thanked taps that are not there. */
  readonly lost: number;
  /** Taps that are there more than once. */
  readonly doubled: number;
  /** The longest time from the fault to work as before, ms. */
  readonly worstMs?: number;
  /** Every line is a promise that did not hold: a wrong code, a dead process, a picture that stayed black, no entry in health. */
  readonly found?: readonly string[];
  /** Further figures for people, such as how many taps were thanked. */
  readonly notes?: readonly string[];
  /** `run`, or the reason why it could not run on this machine. */
  readonly could: string;
};

export type Fault = {
  /** kebab-case, for `--only`. */
  readonly name: string;
  /** One sentence: what is broken, and what has to hold. */
  readonly title: string;
  /** @throws when the fault was not survived: the runner counts it as broken. */
  readonly run: (options: FaultOptions) => Promise<FaultResult>;
};

/** Says that this machine cannot bring the fault about, and why. */
export function couldNot(reason: string): FaultResult {
  return { tries: 0, lost: 0, doubled: 0, could: reason };
}
