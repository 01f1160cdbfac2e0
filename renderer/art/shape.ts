import type { Point } from './path-points.ts';

/** Path text for the plain shapes drawings are built from. All values in drawing units. */

const short = (value: number): string => String(Math.round(value * 10) / 10);

export function ellipse(cx: number, cy: number, rx: number, ry: number = rx): string {
  const [kx, ky] = [rx * 0.5523, ry * 0.5523];
  const n = (...values: number[]): string => values.map(short).join(' ');
  return (
    `M${n(cx - rx, cy)}C${n(cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)}C${n(cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)}` +
    `C${n(cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)}C${n(cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)}Z`
  );
}

export function box(x: number, y: number, width: number, height: number, radius = 0): string {
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0) return `M${x} ${y}H${x + width}V${y + height}H${x}Z`;
  const [right, bottom] = [x + width, y + height];
  return (
    `M${x + r} ${y}H${right - r}Q${right} ${y} ${right} ${y + r}V${bottom - r}Q${right} ${bottom} ${right - r} ${bottom}` +
    `H${x + r}Q${x} ${bottom} ${x} ${bottom - r}V${y + r}Q${x} ${y} ${x + r} ${y}Z`
  );
}

/** A smooth curve through all points (Catmull-Rom written as cubics). */
export function spline(points: readonly Point[], closed = false, tension = 1): string {
  const count = points.length;
  const at = (i: number): Point => {
    const index = closed ? (i + count) % count : Math.min(count - 1, Math.max(0, i));
    return points[index] ?? [0, 0];
  };
  const k = tension / 6;
  let text = `M${short(at(0)[0])} ${short(at(0)[1])}`;
  for (let i = 0; i < (closed ? count : count - 1); i += 1) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const numbers = [b[0] + (c[0] - a[0]) * k, b[1] + (c[1] - a[1]) * k, c[0] - (e[0] - b[0]) * k, c[1] - (e[1] - b[1]) * k, c[0], c[1]];
    text += `C${numbers.map(short).join(' ')}`;
  }
  return closed ? `${text}Z` : text;
}

function between(a: number, b: number, c: number, e: number, t: number): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - e) * t * t + (3 * b - a - 3 * c + e) * t * t * t);
}

/**
 * A limb: a tube along a bent spine, with its full width given at each point of the spine.
 * The start is rounded (a shoulder, a hip); the end is cut straight (a cuff, a hem).
 */
export function tube(spine: readonly Point[], widths: readonly number[], roundEnd = false): string {
  const parts = 5;
  const left: Point[] = [];
  const right: Point[] = [];
  const s = (i: number): Point => spine[Math.min(spine.length - 1, Math.max(0, i))] ?? [0, 0];
  const w = (i: number): number => widths[Math.min(widths.length - 1, Math.max(0, i))] ?? 0;
  for (let i = 0; i < spine.length - 1; i += 1) {
    for (let j = i === 0 ? 0 : 1; j <= parts; j += 1) {
      const t = j / parts;
      const place = (u: number): Point => [
        between(s(i - 1)[0], s(i)[0], s(i + 1)[0], s(i + 2)[0], u),
        between(s(i - 1)[1], s(i)[1], s(i + 1)[1], s(i + 2)[1], u),
      ];
      const [x, y] = place(t);
      const [bx, by] = place(Math.max(0, t - 0.05));
      const [ax, ay] = place(Math.min(1, t + 0.05));
      const length = Math.hypot(ax - bx, ay - by) || 1;
      const half = (w(i) + (w(i + 1) - w(i)) * t) / 2;
      const [nx, ny] = [((ay - by) / length) * half, (-(ax - bx) / length) * half];
      left.push([x + nx, y + ny]);
      right.push([x - nx, y - ny]);
    }
  }
  return joinSides(left, right.reverse(), roundEnd);
}

function joinSides(left: readonly Point[], right: readonly Point[], roundEnd: boolean): string {
  const out = spline(left);
  const back = spline(right).replace(/^M/, 'L');
  const bulge = (from: Point, to: Point): string => {
    const [dx, dy] = [(to[0] - from[0]) * 0.62, (to[1] - from[1]) * 0.62];
    return `C${[from[0] + dy, from[1] - dx, to[0] + dy, to[1] - dx, to[0], to[1]].map(short).join(' ')}`;
  };
  const [lastLeft, firstRight] = [left[left.length - 1], right[0]];
  const [lastRight, firstLeft] = [right[right.length - 1], left[0]];
  if (lastLeft === undefined || firstRight === undefined || lastRight === undefined || firstLeft === undefined) return out;
  const end = roundEnd ? bulge(lastLeft, firstRight) : '';
  return `${out}${end}${back}${bulge(lastRight, firstLeft)}Z`;
}
