import { describe, expect, it } from 'vitest';
import { cut, enter, frameOf, gait, hold, ink, move, paper, press, sequence, steady, track } from '#assets/clips/timeline.ts';

const eases = { paper, ink, press, steady };

describe('the timeline of a clip', () => {
  it('eases from 0 to 1 without ever leaving that range, so nothing bounces', () => {
    for (const ease of Object.values(eases)) {
      const values = Array.from({ length: 201 }, (_, i) => ease(i / 200));
      expect([values[0], values[200]]).toEqual([0, 1]);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
    }
  });

  it('holds before the first key and after the last', () => {
    const x = track([1, 10], [2, 20, steady]);
    expect([x(-5), x(1), x(1.5), x(2), x(99)]).toEqual([10, 10, 15, 20, 20]);
  });

  it('refuses a track without keys or with keys out of order', () => {
    expect(() => track()).toThrow('needs a key');
    expect(() => track([2, 0], [1, 1])).toThrow('in order');
  });

  it('gives the same frame for the same moment, whatever was asked before', () => {
    const tracks = { x: move(0.5, 1, 0, 100), on: enter(1), still: hold(3), pose: cut(2) };
    const later = frameOf(tracks, 1.2);
    frameOf(tracks, 9);
    expect(frameOf(tracks, 1.2)).toEqual(later);
    expect(frameOf(tracks, 3)).toEqual({ x: 100, on: 1, still: 3, pose: 1 });
  });

  it('plays a sequence part by part and holds the end of the last', () => {
    const x = sequence({ seconds: 1, track: move(0, 1, 0, 5, steady) }, { seconds: 2, track: move(0, 1, 5, 9, steady) });
    expect([x(0.5), x(1), x(1.5), x(2.5), x(10)]).toEqual([2.5, 5, 7, 9, 9]);
  });

  it('lets a figure rock while it walks and stand straight where it stops', () => {
    expect(gait(300, 300)).toBe(0);
    const rocking = Array.from({ length: 400 }, (_, i) => Math.abs(gait(i, 500)));
    expect(Math.max(...rocking)).toBeGreaterThan(1);
    expect(Math.max(...rocking)).toBeLessThan(2);
  });
});
