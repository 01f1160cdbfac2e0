/** Reads SVG path text into sampled points: M L H V C S Q Z, absolute or relative. */

export type Point = readonly [x: number, y: number];

/** One original segment as its sampled points, first and last included. */
export type Run = readonly Point[];
export type Outline = { readonly runs: readonly Run[]; readonly closed: boolean };

const argumentCount: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, Z: 0 };

type Command = { readonly letter: string; readonly numbers: readonly number[] };

function readCommands(d: string): Command[] {
  const commands: Command[] = [];
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = [...rest.matchAll(/-?(?:\d*\.\d+|\d+\.?)/g)].map((found) => Number(found[0]));
    const count = argumentCount[letter.toUpperCase()];
    if (count === undefined) throw new Error(`path command ${letter} is not supported in drawings: ${d}`);
    if (count === 0) commands.push({ letter, numbers: [] });
    for (let at = 0; count > 0 && at < numbers.length; at += count) {
      const follows = letter === 'M' ? 'L' : letter === 'm' ? 'l' : letter;
      commands.push({ letter: at === 0 ? letter : follows, numbers: numbers.slice(at, at + count) });
    }
  }
  return commands;
}

function cubic(a: Point, b: Point, c: Point, e: Point, step: number): Run {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) + Math.hypot(c[0] - b[0], c[1] - b[1]) + Math.hypot(e[0] - c[0], e[1] - c[1]);
  const parts = Math.max(3, Math.ceil(length / step));
  return Array.from({ length: parts + 1 }, (_, index): Point => {
    const t = index / parts;
    const u = 1 - t;
    const [k0, k1, k2, k3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    return [k0 * a[0] + k1 * b[0] + k2 * c[0] + k3 * e[0], k0 * a[1] + k1 * b[1] + k2 * c[1] + k3 * e[1]];
  });
}

function straight(a: Point, b: Point, step: number): Run {
  const parts = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / step));
  return Array.from({ length: parts + 1 }, (_, i): Point => [a[0] + ((b[0] - a[0]) * i) / parts, a[1] + ((b[1] - a[1]) * i) / parts]);
}

type Pen = { readonly at: Point; readonly start: Point; readonly handle: Point };

/** The points a command names, made absolute; H and V get their missing coordinate. */
function absolute(command: Command, at: Point): readonly Point[] {
  const relative = command.letter === command.letter.toLowerCase();
  const [ox, oy] = relative ? at : [0, 0];
  const n = command.numbers;
  const first = n[0] ?? 0;
  if (command.letter.toUpperCase() === 'H') return [[ox + first, at[1]]];
  if (command.letter.toUpperCase() === 'V') return [[at[0], oy + first]];
  return Array.from({ length: n.length / 2 }, (_, i): Point => [ox + (n[2 * i] ?? 0), oy + (n[2 * i + 1] ?? 0)]);
}

function drawn(letter: string, points: readonly Point[], pen: Pen, step: number): { run: Run; handle: Point } {
  const end = points[points.length - 1] ?? pen.at;
  const p0 = points[0] ?? pen.at;
  const p1 = points[1] ?? end;
  const mirror: Point = [2 * pen.at[0] - pen.handle[0], 2 * pen.at[1] - pen.handle[1]];
  if (letter === 'C') return { run: cubic(pen.at, p0, p1, end, step), handle: p1 };
  if (letter === 'S') return { run: cubic(pen.at, mirror, p0, end, step), handle: p0 };
  if (letter === 'Q') {
    const c1: Point = [pen.at[0] + (2 / 3) * (p0[0] - pen.at[0]), pen.at[1] + (2 / 3) * (p0[1] - pen.at[1])];
    const c2: Point = [end[0] + (2 / 3) * (p0[0] - end[0]), end[1] + (2 / 3) * (p0[1] - end[1])];
    return { run: cubic(pen.at, c1, c2, end, step), handle: end };
  }
  return { run: straight(pen.at, end, step), handle: end };
}

/**
 * Samples a path at about every `step` units.
 * @throws on a command outside M L H V C S Q Z: a drawing with a typing error is a bug.
 */
export function samplePath(d: string, step: number): Outline[] {
  const outlines: Outline[] = [];
  let runs: Run[] = [];
  let pen: Pen = { at: [0, 0], start: [0, 0], handle: [0, 0] };
  const finish = (closed: boolean): void => {
    if (runs.length > 0) outlines.push({ runs, closed });
    runs = [];
  };
  for (const command of readCommands(d)) {
    const letter = command.letter.toUpperCase();
    const points = absolute(command, pen.at);
    if (letter === 'M') {
      finish(false);
      const at = points[0] ?? pen.at;
      pen = { at, start: at, handle: at };
    } else if (letter === 'Z') {
      const gap = Math.hypot(pen.at[0] - pen.start[0], pen.at[1] - pen.start[1]);
      if (gap > 0.5) runs.push(straight(pen.at, pen.start, step));
      finish(true);
      pen = { at: pen.start, start: pen.start, handle: pen.start };
    } else {
      const { run, handle } = drawn(letter, points, pen, step);
      runs.push(run);
      pen = { at: run[run.length - 1] ?? pen.at, start: pen.start, handle };
    }
  }
  finish(false);
  return outlines;
}
