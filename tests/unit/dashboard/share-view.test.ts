import { describe, expect, it } from 'vitest';
import { axisStart, shareOf, TARGET, verdictOf } from '#dashboard/day/share-view.ts';

describe('what a share says about the target', () => {
  it('speaks only when the whole interval lies on one side', () => {
    expect(verdictOf(shareOf(122, 142))).toBe('open');
    expect(verdictOf(shareOf(140, 142))).toBe('above');
    expect(verdictOf(shareOf(80, 142))).toBe('below');
  });

  it('says nothing about a miss on fewer than twenty taps (E180)', () => {
    expect(verdictOf(shareOf(2, 19))).toBe('open');
    expect(verdictOf(shareOf(2, 20))).toBe('below');
  });

  it('says nothing at all on fewer than ten', () => {
    expect(verdictOf(shareOf(9, 9))).toBeNull();
  });
});

describe('the axis of the band', () => {
  it('starts low enough for interval and target, at a multiple of 20 %', () => {
    for (let hits = 0; hits <= 40; hits += 1) {
      const share = shareOf(hits, 40);
      if (share.kind === 'too-few') throw new Error('forty are enough');
      const start = axisStart(share);
      expect(start).toBeLessThanOrEqual(share.low);
      expect(start).toBeLessThan(TARGET);
      expect(Math.round(start * 100) % 20).toBe(0);
    }
  });
});
