/** Packed bytes of batches that are let go on in one turn of the event loop: about as many entries as share a transaction. */
const BYTES_A_TURN = 128 * 1024;
/** A batch waits no longer for others to arrive, ms: its kiosk waits for the answer. */
const LONGEST = 5_000;

export type ArrivalsFirst = {
  /** A connection was taken. */
  arrived(): void;
  /** Ends when nobody else was waiting to be let in, or after {@link LONGEST}; `bytes`: how much work follows. */
  turn(bytes: number, now: number): Promise<void>;
};

type Waiting = { readonly bytes: number; readonly since: number; readonly go: () => void };

/**
 * The event loop takes one new connection in each of its turns (libuv since 1.45). A turn that takes and stores
 * batches lasts long, so a herd would stand before the door, and with it every heartbeat, until those inside
 * have sent all they have. Therefore work on batches goes on only after a turn in which nobody came; turns without
 * such work are so short that thousands come in within a second.
 */
export function arrivalsFirst(clock: { now(): number }): ArrivalsFirst {
  let arrivals = 0;
  let seen = 0;
  let isTurning = false;
  let queue: Waiting[] = [];

  const look = (): void => {
    const isCalm = arrivals === seen;
    seen = arrivals;
    const now = clock.now();
    let room = BYTES_A_TURN;
    let gone = 0;
    for (const { bytes, since, go } of queue) {
      // A clock that was set back must not hold anybody.
      if (room <= 0 || !(isCalm || now - since > LONGEST || now < since)) break;
      room -= bytes;
      gone += 1;
      go();
    }
    queue = queue.slice(gone);
    isTurning = queue.length > 0;
    if (isTurning) setImmediate(look);
  };

  return {
    arrived() {
      arrivals += 1;
    },
    turn: (bytes, now) =>
      new Promise((resolve) => {
        queue.push({ bytes, since: now, go: resolve });
        if (isTurning) return;
        isTurning = true;
        setImmediate(look);
      }),
  };
}
