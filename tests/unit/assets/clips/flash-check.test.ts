import { describe, expect, it } from 'vitest';
import { flashesIn, GRID, turningFrames, type Luminance } from '#assets/clips/make/flash-check.ts';

const RATE = 25;
const cells = GRID.columns * GRID.rows;
/** A film of `seconds` whose every cell has the light `at(frame, column, row)`. */
const film = (seconds: number, at: (frame: number, column: number, row: number) => number): Luminance =>
  Array.from({ length: seconds * RATE }, (_, frame) => Array.from({ length: cells }, (_cell, i) => at(frame, i % GRID.columns, Math.floor(i / GRID.columns))));

describe('the flash check of the clips (E034)', () => {
  it('lets a still picture, a slow dawn and one cut pass', () => {
    expect(flashesIn(film(3, () => 0.5), RATE)).toBeNull();
    expect(flashesIn(film(3, (frame) => frame / 75), RATE)).toBeNull();
    expect(flashesIn(film(3, (frame) => (frame < 40 ? 0.1 : 0.9)), RATE)).toBeNull();
  });

  it('refuses a picture that goes light and dark four times a second, and says when', () => {
    const blinking = film(4, (frame) => (frame >= 50 && Math.floor(frame / 6) % 2 === 0 ? 0.7 : 0.2));
    expect(flashesIn(blinking, RATE)).toMatch(/^the picture flashes at 2\.\d s/);
  });

  it('refuses a fast blinking quarter of the picture, and lets one small lamp pass', () => {
    const part = (share: number): Luminance => film(3, (frame, column, row) => (column < GRID.columns * share && row < GRID.rows * share && Math.floor(frame / 2) % 2 === 0 ? 0.7 : 0.3));
    expect(flashesIn(part(0.5), RATE)).toMatch(/flashes/);
    expect(flashesIn(part(0.08), RATE)).toBeNull();
  });

  it('counts a turn only from a tenth of full light, and not between two bright tones', () => {
    expect(turningFrames([0.5, 0.55, 0.5, 0.55, 0.5])).toEqual([]);
    expect(turningFrames([0.85, 1, 0.85, 1])).toEqual([]);
    expect(turningFrames([0.5, 0.7, 0.5, 0.7])).toEqual([1, 2, 3]);
  });
});
