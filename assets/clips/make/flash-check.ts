import { readFfmpeg } from './ffmpeg.ts';

/** Relative luminance (0..1) of every cell of the grid over the picture, row after row; frame after frame. */
export type Luminance = readonly (readonly number[])[];

export const GRID = { columns: 16, rows: 12 } as const;
/** A region that is judged as one: a sixteenth of the picture, less than the quarter of a 10° field that WCAG 2.3.1 allows. */
const REGION = { columns: 4, rows: 3 } as const;
/** WCAG 2.3.1: a transition counts from a tenth of full luminance, when the darker side is below 0.8. */
const TRANSITION = 0.1;
const BRIGHT = 0.8;
/** E034, over the whole picture: opposing transitions within any one second. */
const MOST_TRANSITIONS = 3;
/** WCAG 2.3.1, over a region: three flashes a second, a flash being a pair of opposing transitions. */
const MOST_REGION_TRANSITIONS = 6;

/** Reads a film as a grid of mean luminance. */
export function readLuminance(film: string): Luminance {
  const cells = GRID.columns * GRID.rows;
  const bytes = readFfmpeg(['-i', film, '-vf', `scale=${GRID.columns}:${GRID.rows}:flags=area:out_range=pc,format=gray`, '-f', 'rawvideo']);
  return Array.from({ length: Math.floor(bytes.length / cells) }, (_, i) => Array.from(bytes.subarray(i * cells, (i + 1) * cells), linear));
}

const linear = (byte: number): number => (byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);

/** @returns one line naming the second in which the picture or a region of it flashes (E034), or null. */
export function flashesIn(film: Luminance, frameRate: number): string | null {
  const whole = crowdedFrom(film.map(wholeMean), MOST_TRANSITIONS, frameRate);
  if (whole !== null) return `the picture flashes at ${(whole / frameRate).toFixed(1)} s: more than ${MOST_TRANSITIONS} opposing changes of light within a second (E034)`;
  for (let row = 0; row + REGION.rows <= GRID.rows; row += 1) {
    for (let column = 0; column + REGION.columns <= GRID.columns; column += 1) {
      const start = crowdedFrom(film.map((frame) => regionMean(frame, column, row)), MOST_REGION_TRANSITIONS, frameRate);
      if (start !== null) return `a part of the picture flashes at ${(start / frameRate).toFixed(1)} s: more than three flashes within a second (E034, WCAG 2.3.1)`;
    }
  }
  return null;
}

/** The frame from which more than `most` transitions lie within one second. */
function crowdedFrom(values: readonly number[], most: number, frameRate: number): number | null {
  const turns = turningFrames(values);
  return turns.find((frame, i) => (turns[i + most] ?? Infinity) < frame + frameRate) ?? null;
}

const wholeMean = (frame: readonly number[]): number => frame.reduce((sum, value) => sum + value, 0) / Math.max(1, frame.length);

function regionMean(frame: readonly number[], column: number, row: number): number {
  let sum = 0;
  for (let y = row; y < row + REGION.rows; y += 1) {
    for (let x = column; x < column + REGION.columns; x += 1) sum += frame[y * GRID.columns + x] ?? 0;
  }
  return sum / (REGION.columns * REGION.rows);
}

/** Frames at which a value has turned and gone a full transition the other way; the first way it takes counts too. */
export function turningFrames(values: readonly number[]): readonly number[] {
  const turns: number[] = [];
  const first = values[0] ?? 0;
  // The lowest and highest value since the last turn.
  let [low, high] = [first, first];
  let direction: 'up' | 'down' | null = null;
  values.forEach((value, frame) => {
    [low, high] = [Math.min(low, value), Math.max(high, value)];
    const rises = direction !== 'up' && value - low >= TRANSITION && low < BRIGHT;
    const falls = direction !== 'down' && high - value >= TRANSITION && value < BRIGHT;
    if (!rises && !falls) return;
    turns.push(frame);
    direction = rises ? 'up' : 'down';
    [low, high] = [value, value];
  });
  return turns;
}
