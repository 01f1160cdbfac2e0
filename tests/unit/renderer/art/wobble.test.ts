import { describe, expect, it } from 'vitest';
import { samplePath } from '#renderer/art/path-points.ts';
import { box, ellipse, tube } from '#renderer/art/shape.ts';
import { carve, wobblePoint } from '#renderer/art/wobble.ts';

describe('the hand of the woodcutter', () => {
  it('cuts the same path the same way every time', () => {
    expect(carve(ellipse(50, 50, 40), { seed: 8 })).toEqual(carve(ellipse(50, 50, 40), { seed: 8 }));
    expect(carve(ellipse(50, 50, 40), { seed: 8 }).line).not.toBe(carve(ellipse(50, 50, 40), { seed: 9 }).line);
  });

  it('never moves a point further than the hand may shake', () => {
    for (let i = 0; i < 500; i += 1) {
      const [x, y] = wobblePoint([i * 3.1, i * 7.7], i, 2);
      expect(Math.abs(x - i * 3.1)).toBeLessThanOrEqual(2.2);
      expect(Math.abs(y - i * 7.7)).toBeLessThanOrEqual(2.2);
    }
  });

  it('leaves a sliver of paper at the top left and none at the bottom right', () => {
    const beltOf = (d: string): number[] => samplePath(d, 4).flatMap(({ runs }) => runs.flat()).filter(([, y]) => y > 30 && y < 70).map(([x]) => x);
    const { line, plate } = carve(box(0, 0, 100, 100), { amount: 0, sliver: 6 });
    expect(Math.min(...beltOf(plate)) - Math.min(...beltOf(line))).toBeGreaterThan(4);
    expect(Math.max(...beltOf(plate))).toBeCloseTo(Math.max(...beltOf(line)), 1);
  });

  it('refuses a path command that drawings do not use', () => {
    expect(() => samplePath('M0 0A5 5 0 0 0 9 9', 9)).toThrow(/not supported/);
  });

  it('draws limbs without gaps', () => {
    const limb = tube([[0, 0], [10, 60], [60, 90]], [30, 26, 20]);
    expect(limb).not.toContain('NaN');
    expect(limb.endsWith('Z')).toBe(true);
  });
});
