/** What a ledger batch may grow to while it is inflated: about ten times, by measurement. */
const GROWTH = 10;

/** Keeps the bodies that are in memory at once below a limit, so that a herd of kiosks cannot fill it. */
export type BytesInFlight = {
  /** Room for a body of this length, or null when there is none. */
  enter(length: number, isPacked: boolean): Reservation | null;
};
export type Reservation = {
  /** The body's true length once inflated. */
  set(length: number): void;
  leave(): void;
};

export function bytesInFlight(limit: number): BytesInFlight {
  let total = 0;
  return {
    enter(length, isPacked) {
      let held = isPacked ? length * GROWTH : length;
      if (total + held > limit) return null;
      total += held;
      return {
        set(actual) {
          total += actual - held;
          held = actual;
        },
        leave() {
          total -= held;
          held = 0;
        },
      };
    },
  };
}
