/** What a ledger batch may grow to while it is inflated: about ten times, by measurement. */
const GROWTH = 10;
/** Span over which it is counted how many were sent away and how many were served, ms. */
const WINDOW = 10_000;
/** Shortest and longest span over which those sent away are spread, s. */
const SHORTEST_SPREAD = 5;
const LONGEST_SPREAD = 60;
/** Fewer say nothing of how fast batches are served. */
const TELLING = 20;
/**
 * Batches a second that are served at least, as far as those sent away are told: one who comes too early is sent
 * away again for a fraction of a millisecond, one who comes too late leaves the centre with nothing to do.
 */
const LEAST_RATE = 100;

export type AdmissionLimits = {
  /** Most bytes of ledger bodies in memory at once. */
  readonly bytes: number;
  /** Most batches between their first byte and their commit. More would only wait longer than a kiosk waits for its answer. */
  readonly batches: number;
  /** Most of them by one sender, so that a kiosk gone wild, or on a line that trickles, keeps nobody out. */
  readonly ofOne: number;
};

/**
 * Lets ledger batches in while there is room, and tells the others when to come back. A herd of kiosks
 * then neither fills the memory nor waits in a queue until every one of them has given up.
 */
export type Admission = {
  /** Sends away whoever comes while every place is taken; null while there are some. Costs next to nothing, so it is asked first. */
  refuseWhenFull(now: number): SentAway | null;
  enter(body: { readonly length: number; readonly isPacked: boolean; /** Who sends it. */ readonly sender: string }, now: number): Admitted | SentAway;
};
export type Admitted = {
  readonly kind: 'admitted';
  /** The body's true length once inflated. */
  set(length: number): void;
  /** The batch was answered, or its kiosk hung up; a second call does nothing. */
  leave(now: number): void;
};
export type SentAway = { readonly kind: 'sent-away'; /** Seconds, whole, at least 1. */ readonly retryAfter: number };

/** `random` gives numbers in [0, 1). */
export function makeAdmission(limits: AdmissionLimits, random: () => number): Admission {
  let bytes = 0;
  let batches = 0;
  const bySender = new Map<string, number>();
  const sentAway = recentCount();
  const served = recentCount();
  /** Time in which there was something to serve, ms. */
  const busy = recentCount();
  let busyUntil = 0;
  let rate = LEAST_RATE;

  const retryAfter = (now: number): number => {
    // By the time in which there was work: the first second of a herd says more than nine quiet ones before it.
    if (served.of(now) >= TELLING && busy.of(now) > 0) rate = Math.max(LEAST_RATE, served.of(now) / (busy.of(now) / 1_000));
    // Everybody who was sent away lately wants to come back: as long as serving them takes, so wide are they spread.
    const needed = sentAway.of(now) / rate;
    const spread = Math.min(LONGEST_SPREAD, Math.max(SHORTEST_SPREAD, needed));
    return 1 + Math.floor(random() * spread);
  };

  const sendAway = (now: number): SentAway => {
    sentAway.add(1, now);
    return { kind: 'sent-away', retryAfter: retryAfter(now) };
  };

  return {
    refuseWhenFull: (now) => (batches >= limits.batches ? sendAway(now) : null),
    enter({ length, isPacked, sender }, now) {
      let held = isPacked ? length * GROWTH : length;
      const own = bySender.get(sender) ?? 0;
      if (batches >= limits.batches || own >= limits.ofOne || bytes + held > limits.bytes) return sendAway(now);
      bytes += held;
      if (batches === 0) busyUntil = now;
      batches += 1;
      bySender.set(sender, own + 1);
      let isIn = true;
      return {
        kind: 'admitted',
        set(actual) {
          if (!isIn) return;
          bytes += actual - held;
          held = actual;
        },
        leave(at) {
          if (!isIn) return;
          isIn = false;
          bytes -= held;
          batches -= 1;
          const left = (bySender.get(sender) ?? 1) - 1;
          if (left > 0) bySender.set(sender, left);
          else bySender.delete(sender);
          served.add(1, at);
          busy.add(Math.max(0, at - busyUntil), at);
          busyUntil = at;
        },
      };
    },
  };
}

/** Sums over the last {@link WINDOW}: this one and, in proportion, the one before. */
function recentCount(): { add(amount: number, now: number): void; of(now: number): number } {
  let began = 0;
  let current = 0;
  let before = 0;
  const turn = (now: number): void => {
    if (now - began < WINDOW) return;
    before = now - began < 2 * WINDOW ? current : 0;
    current = 0;
    began = now;
  };
  return {
    add(amount, now) {
      turn(now);
      current += amount;
    },
    of(now) {
      turn(now);
      return current + before * Math.max(0, 1 - (now - began) / WINDOW);
    },
  };
}
