import type { Sample } from './measure.ts';
import { afterWarmUp, judgeSlope, theilSen, type Point, type Slope, type Verdict } from './slope.ts';

export type SlopeRow = {
  readonly name: string;
  readonly unit: string;
  /** What it was at the end. */
  readonly last: number;
  /** In the unit for every 1,000 visits. */
  readonly slope: Slope | null;
  readonly verdict: Verdict;
};

/** Bytes an entry takes in the first and in the second half: constant when they agree. */
export type EntrySize = { readonly entries: number; readonly first: number; readonly second: number; readonly isConstant: boolean };

/** This share of the samples, at the beginning, is not counted: caches fill, code is compiled. */
export const WARM_UP = 0.3;
/** Pages of 4 KiB, filled one after the other, make halves of a short run differ by so much. */
const SAME_SIZE = 0.15;
const MIB = 2 ** 20;
const KIB = 2 ** 10;

type Column = readonly [name: string, unit: string, of: (sample: Sample) => number | null];

const COLUMNS: readonly Column[] = [
  ['page: heap after a collection', 'KiB', ({ page }) => page.heap / KIB],
  ['page: DOM nodes', '', ({ page }) => page.nodes],
  ['page: event listeners', '', ({ page }) => page.listeners],
  ['page: documents', '', ({ page }) => page.documents],
  ['page: private memory of the renderer', 'MiB', ({ page }) => (page.memory === 0 ? null : page.memory / MIB)],
  ['page: dropped frames', '%', ({ droppedFrames }) => droppedFrames],
  ...(['host', 'centre'] as const).flatMap((name): readonly Column[] => [
    [`${name}: heap after a collection`, 'KiB', (sample) => inKib(sample[name]?.heapUsed)],
    [`${name}: buffers outside the heap`, 'KiB', (sample) => inKib(sample[name]?.external)],
    [`${name}: private memory`, 'MiB', (sample) => (sample[name]?.memory === 0 ? null : inMib(sample[name]?.memory))],
    [`${name}: handles`, '', (sample) => sample[name]?.handles ?? null],
    [`${name}: file descriptors`, '', (sample) => (sample[name]?.descriptors === 0 ? null : (sample[name]?.descriptors ?? null))],
  ]),
];

export function findSlopes(samples: readonly Sample[]): readonly SlopeRow[] {
  const counted = afterWarmUp(samples, WARM_UP);
  return COLUMNS.flatMap(([name, unit, of]) => {
    const points = counted.flatMap((sample): readonly Point[] => {
      const value = of(sample);
      return value === null ? [] : [[sample.visits / 1_000, value]];
    });
    const last = points.at(-1)?.[1];
    if (last === undefined) return [];
    const slope = theilSen(points);
    return [{ name, unit, last, slope, verdict: judgeSlope(slope) }];
  });
}

export function findEntrySize(samples: readonly Sample[]): EntrySize {
  const counted = afterWarmUp(samples, WARM_UP).map(({ ledger }) => ledger);
  const middle = Math.floor((counted.length - 1) / 2);
  const between = (from: number, to: number): number => {
    const [start, end] = [counted[from], counted[to]];
    return start === undefined || end === undefined || end.entries === start.entries ? 0 : (end.bytes - start.bytes) / (end.entries - start.entries);
  };
  const [first, second] = [between(0, middle), between(middle, counted.length - 1)];
  return { entries: counted.at(-1)?.entries ?? 0, first, second, isConstant: Math.abs(second - first) <= SAME_SIZE * Math.max(first, second) };
}

function inKib(bytes: number | undefined): number | null {
  return bytes === undefined ? null : bytes / KIB;
}

function inMib(bytes: number | undefined): number | null {
  return bytes === undefined ? null : bytes / MIB;
}
