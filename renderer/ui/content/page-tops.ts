/** A block of content that is not cut in two: top and bottom from the content's start, px. */
export type Block = { readonly top: number; readonly bottom: number };

/** Part of a view that a block taller than the view moves by, so that a line or two is seen twice. */
const TALL_BLOCK_STEP = 0.8;

/**
 * Where each page of a scrolled region starts, so that no page begins inside a block (E105).
 * Always starts with 0; one entry means that everything is seen at once.
 * @param viewHeight height of the region, px  @param contentHeight height of all content, px
 */
export function pageTops(blocks: readonly Block[], viewHeight: number, contentHeight: number): readonly number[] {
  const tops = [0];
  if (viewHeight <= 0) return tops;
  for (let top = 0; top + viewHeight < contentHeight - 1; ) {
    top = nextTop(blocks, top, viewHeight);
    tops.push(top);
  }
  return tops;
}

function nextTop(blocks: readonly Block[], top: number, viewHeight: number): number {
  const beyond = blocks.filter((block) => block.bottom > top + viewHeight + 1);
  const tall = beyond.some((block) => block.top <= top + 1);
  const first = Math.min(...beyond.map((block) => block.top));
  return tall || !Number.isFinite(first) ? top + viewHeight * TALL_BLOCK_STEP : first;
}

/** The page that is shown at a scroll position: the last whose top is not below it. */
export function pageAt(tops: readonly number[], scrollTop: number): number {
  const below = tops.findIndex((top) => top > scrollTop + 2);
  return below === -1 ? tops.length - 1 : Math.max(0, below - 1);
}
