import { describe, expect, it } from 'vitest';
import { layoutFor } from '#assets/clips/layout.ts';
import { PACK_SIZES, readOptions } from '#assets/clips/make/options.ts';

describe('the layout of a clip', () => {
  it.each(PACK_SIZES)('keeps the headline out of the edges, the progress bar and the captions in $name', ({ width, height }) => {
    const { plate } = layoutFor(width, height, false);
    expect(plate.x).toBeGreaterThanOrEqual(width * 0.04 - 1);
    expect(plate.x + plate.width).toBeLessThanOrEqual(width * 0.96 + 1);
    expect(plate.y).toBeGreaterThanOrEqual(height * 0.05);
    expect(plate.y + plate.height).toBeLessThanOrEqual(height * 0.84);
  });

  it('lets people stand on the kiosk’s own floor in the shapes of the pack, and draws the floor in other sizes', () => {
    expect(layoutFor(1080, 1008, false)).toMatchObject({ floor: null, stage: { floor: 1008 } });
    const high = layoutFor(1080, 1920, true);
    expect(high.floor?.y).toBe(high.stage.floor);
    expect((high.floor?.y ?? 0) + (high.floor?.height ?? 0)).toBeLessThan(1920);
  });

  it.each([[1080, 1920], [1920, 1080], [1080, 1008], [1920, 624], [1280, 800]])('puts headline and people side by side or one above the other, never over each other, at %i × %i', (width, height) => {
    const { shape, plate, stage } = layoutFor(width, height, true);
    const apart = shape === 'wide' ? stage.x - (plate.x + plate.width) : stage.floor - 590 * stage.scale - (plate.y + plate.height);
    expect(apart).toBeGreaterThan(0);
  });
});

describe('the options of the clip maker', () => {
  it('reads a size and asks for a folder, so that the pack gets finished shapes only', () => {
    expect(readOptions(['--size', '1080x1920'])).toMatch(/--out/);
    expect(readOptions(['--size', '1080x1920', '--out', 'films'])).toMatchObject({ out: 'films', sizes: [{ width: 1080, height: 1920, floor: true }] });
  });

  it('names what is wrong', () => {
    expect(readOptions(['--size', '1081x1920', '--out', 'films'])).toMatch(/even/);
    expect(readOptions(['--only', 'nothing'])).toMatch(/There is no clip "nothing"/);
    expect(readOptions(['--fast'])).toMatch(/Unknown option --fast/);
  });
});
