import { describe, expect, it } from 'vitest';
import { pageAt, pageTops } from '#renderer/ui/content/page-tops.ts';

const block = (top: number, height: number) => ({ top, bottom: top + height });

describe('pages of a long region', () => {
  it('shows everything on one page when it fits', () => {
    expect(pageTops([block(0, 100), block(100, 100)], 200, 200)).toEqual([0]);
  });

  it('starts each page at a block, so that no line is cut in two (E105)', () => {
    const blocks = [block(0, 120), block(120, 120), block(240, 120), block(360, 120)];
    expect(pageTops(blocks, 300, 480)).toEqual([0, 240]);
  });

  it('starts at the block that lies just beyond the view when the view ends between two', () => {
    expect(pageTops([block(0, 200), block(203, 100)], 200, 303)).toEqual([0, 203]);
  });

  it('moves by most of a view through a block that is taller than it, so that two lines are seen twice', () => {
    expect(pageTops([block(0, 500)], 200, 500)).toEqual([0, 160, 320]);
  });

  it('keeps a row of blocks side by side together', () => {
    expect(pageTops([block(0, 150), block(0, 150), block(160, 150), block(160, 150)], 200, 310)).toEqual([0, 160]);
  });

  it('ends even when nothing is marked as a block', () => {
    expect(pageTops([], 100, 250)).toEqual([0, 80, 160]);
  });

  it('says one page for a region that has no height yet', () => {
    expect(pageTops([block(0, 50)], 0, 50)).toEqual([0]);
  });

  it('knows the page of a scroll position, touch scrolling between two pages included', () => {
    const tops = [0, 240, 480];
    expect([0, 100, 239, 241, 900].map((top) => pageAt(tops, top))).toEqual([0, 0, 1, 1, 2]);
  });
});
