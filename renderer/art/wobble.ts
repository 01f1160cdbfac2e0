import { samplePath } from './path-points.ts';
import type { Outline, Point, Run } from './path-points.ts';

/**
 * The hand of the woodcutter: moves every point of a path a little, always the same way for the same place and
 * seed. It replaces a live displacement filter, which costs a repaint on every frame of a transition.
 */

export type Carving = {
  /** The cut outline, as path text. */
  readonly line: string;
  /** The colour plate: the outline drawn in from the top left, so a sliver of paper stays bare. */
  readonly plate: string;
};

export type CarveOptions = {
  readonly seed?: number | undefined;
  /** Largest shift of a point, in drawing units; 0 leaves the path as it is. */
  readonly amount?: number | undefined;
  /** How far the colour plate sits from the top left edge, in drawing units. */
  readonly sliver?: number | undefined;
};

const step = 10;

/** A fixed pseudo-random number in -1..1 for a lattice point. */
function lattice(x: number, y: number, seed: number): number {
  let h = Math.imul(x | 0, 374761393) ^ Math.imul(y | 0, 668265263) ^ Math.imul(seed | 0, 2147483647);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  h ^= h >>> 16;
  return (h >>> 0) / 2147483648 - 1;
}

/** Smooth noise in -1..1; neighbouring places get neighbouring values. */
export function smoothNoise(x: number, y: number, seed: number): number {
  const [cx, cy] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - cx, y - cy];
  const ease = (t: number): number => t * t * (3 - 2 * t);
  const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
  const top = mix(lattice(cx, cy, seed), lattice(cx + 1, cy, seed), ease(fx));
  const bottom = mix(lattice(cx, cy + 1, seed), lattice(cx + 1, cy + 1, seed), ease(fx));
  return mix(top, bottom, ease(fy));
}

/** Moves one point by the wood's grain: a slow drift and a finer tremble. */
export function wobblePoint([x, y]: Point, seed: number, amount: number): Point {
  const drift = (s: number): number => smoothNoise(x / 47, y / 47, seed + s) * 0.72 + smoothNoise(x / 15, y / 15, seed + s + 7) * 0.38;
  return [x + amount * drift(1), y + amount * drift(101)];
}

const short = (value: number): string => String(Math.round(value * 10) / 10);
const pair = (p: Point): string => `${short(p[0])} ${short(p[1])}`;

/** Writes sampled runs as text: soft inside a run, exact where two runs meet, so corners stay corners. */
function writeRuns(runs: readonly Run[], closed: boolean): string {
  const first = runs[0]?.[0];
  if (first === undefined) return '';
  let text = `M${pair(first)}`;
  for (const run of runs) {
    const last = run.length - 1;
    const end = run[last] ?? first;
    if (last === 1) text += `L${pair(end)}`;
    for (let i = 1; i < last; i += 1) {
      const here = run[i] ?? first;
      const next = run[i + 1] ?? first;
      text += `Q${pair(here)} ${pair(i === last - 1 ? end : [(here[0] + next[0]) / 2, (here[1] + next[1]) / 2])}`;
    }
  }
  return closed ? `${text}Z` : text;
}

function signedArea(points: readonly Point[]): number {
  return points.reduce((sum, [x, y], i) => {
    const [nx, ny] = points[(i + 1) % points.length] ?? [x, y];
    return sum + x * ny - nx * y;
  }, 0);
}

/** Draws the edges that look to the top left inwards by `sliver`; all other edges stay. */
function drawIn(runs: readonly Run[], sliver: number): Run[] {
  const ring = runs.flatMap((run) => run.slice(1));
  const turn = signedArea(ring) > 0 ? 1 : -1;
  let at = -1;
  const move = (here: Point, index: number): Point => {
    const before = ring[(index - 1 + ring.length) % ring.length] ?? here;
    const after = ring[(index + 1) % ring.length] ?? here;
    const [tx, ty] = [after[0] - before[0], after[1] - before[1]];
    const length = Math.hypot(tx, ty) || 1;
    const [nx, ny] = [(turn * ty) / length, (-turn * tx) / length];
    const facing = Math.min(1, Math.max(0, -(nx * 0.78 + ny * 0.62) * 1.35));
    return [here[0] + sliver * facing, here[1] + sliver * 0.82 * facing];
  };
  return runs.map((run) => {
    const firstIndex = at;
    at += run.length - 1;
    return run.map((point, i) => move(point, (firstIndex + i + ring.length) % ring.length));
  });
}

function carveOnce(d: string, seed: number, amount: number, sliver: number): Carving {
  const cut: Outline[] = samplePath(d, step).map(({ runs, closed }) => ({
    closed,
    runs: runs.map((run) => run.map((point) => wobblePoint(point, seed, amount))),
  }));
  return {
    line: cut.map(({ runs, closed }) => writeRuns(runs, closed)).join(''),
    plate: cut.filter(({ closed }) => closed).map(({ runs }) => writeRuns(drawIn(runs, sliver), true)).join(''),
  };
}

// Drawings are constants, so the store of finished cuts stays as small as the set of drawings.
const finished = new Map<string, Carving>();

/** Cuts a path: the same text, seed and amount always give the same carving. */
export function carve(d: string, { seed = 3, amount = 1.8, sliver = 5.5 }: CarveOptions = {}): Carving {
  const key = `${seed}/${amount}/${sliver}/${d}`;
  const known = finished.get(key);
  if (known !== undefined) return known;
  const made = carveOnce(d, seed, amount, sliver);
  finished.set(key, made);
  return made;
}
