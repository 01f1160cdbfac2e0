import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { pageAt, pageTops } from './page-tops.ts';
import type { Block } from './page-tops.ts';

export type ScrollPagesControl = {
  readonly region: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** Empty space after the last block, so that the last page too starts at a block, px. */
  readonly spacePx: number;
  /** Height of what is covered at the bottom because it belongs to the next page, px. */
  readonly curtainPx: number;
  readonly turn: (by: 1 | -1) => void;
  readonly measure: () => void;
};

type Measured = { readonly tops: readonly number[]; readonly view: number; readonly page: number; readonly space: number; readonly curtain: number };
const ONE_PAGE: Measured = { tops: [0], view: 0, page: 0, space: 0, curtain: 0 };

/** What is never cut in two; `data-block` marks the rest. */
const BLOCKS = '[data-block], h1, h2, p, button, figure, .qr-room, .face-row, .step-track';

function readBlocks(content: HTMLElement): readonly Block[] {
  const blocks = [...content.querySelectorAll<HTMLElement>(BLOCKS)].filter((block) => {
    const outer = block.parentElement?.closest(BLOCKS) ?? null;
    return (outer === null || !content.contains(outer)) && block.offsetHeight > 1;
  });
  const start = content.getBoundingClientRect().top;
  return blocks.map((block, index) => {
    const box = block.getBoundingClientRect();
    // A heading stays with what it heads.
    const end = block.matches('h2, [data-block=keep]') ? blocks[index + 1] : undefined;
    return { top: box.top - start, bottom: (end?.getBoundingClientRect().bottom ?? box.bottom) - start };
  });
}

function read(region: HTMLElement, content: HTMLElement): Measured {
  const style = getComputedStyle(region);
  const view = region.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom);
  // A content as high as its region may still hold more than that.
  const height = Math.max(content.getBoundingClientRect().height, content.scrollHeight);
  const tops = pageTops(readBlocks(content), view, height);
  const page = pageAt(tops, region.scrollTop);
  const last = tops[tops.length - 1] ?? 0;
  const here = tops[page] ?? 0;
  const next = tops[page + 1];
  const settled = Math.abs(region.scrollTop - here) < 3;
  const curtain = next === undefined || !settled ? 0 : Math.max(0, here + view - next) + Number.parseFloat(style.paddingBottom) + 2;
  return { tops, view, page, space: tops.length > 1 ? Math.max(0, last + view - height) : 0, curtain };
}

function same(one: Measured, other: Measured): boolean {
  return (
    one.page === other.page && one.space === other.space && one.curtain === other.curtain && one.tops.join() === other.tops.join()
  );
}

/** Measures a scrolled region and turns its pages; give the result to ScrollPages and PageButtons. `key` starts anew at the top. */
export function useScrollPages(key: string): ScrollPagesControl {
  const region = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<Measured>(ONE_PAGE);

  const measure = useCallback(() => {
    if (region.current === null || content.current === null) return;
    const now = read(region.current, content.current);
    setMeasured((before) => (same(before, now) ? before : now));
  }, []);

  useLayoutEffect(() => {
    if (region.current !== null) region.current.scrollTop = 0;
    measure();
    const watch = new ResizeObserver(measure);
    if (region.current !== null) watch.observe(region.current);
    if (content.current !== null) watch.observe(content.current);
    return () => watch.disconnect();
  }, [key, measure]);

  const turn = useCallback(
    (by: 1 | -1) => {
      const top = measured.tops[measured.page + by];
      if (top === undefined || region.current === null) return;
      region.current.scrollTop = top;
      measure();
    },
    [measure, measured],
  );

  return { region, content, page: measured.page, pages: measured.tops.length, spacePx: measured.space, curtainPx: measured.curtain, turn, measure };
}
