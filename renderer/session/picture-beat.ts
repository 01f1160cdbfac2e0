/** What the loop tells the watchdog: that the picture moves, not only that the process lives (promise 9). */
export type PictureBeat = {
  /** So many video frames were shown since the last call. */
  readonly frames: (count: number) => void;
  /** A still or slide is on the screen and will be changed at this moment (`performance.now()` ms). */
  readonly stillUntil: (up: number) => void;
  /** What happened since it was last taken. */
  readonly take: (up: number) => { readonly framesShown: number; readonly pictureMoving: boolean };
};

/** A still may change this late before it counts as stuck, ms. */
const STILL_LATE_MS = 5_000;

export function createPictureBeat(): PictureBeat {
  let framesShown = 0;
  let due = 0;
  return {
    frames: (count) => {
      framesShown += count;
    },
    stillUntil: (up) => {
      due = up;
    },
    take: (up) => {
      const taken = { framesShown, pictureMoving: framesShown > 0 || up < due + STILL_LATE_MS };
      framesShown = 0;
      return taken;
    },
  };
}
