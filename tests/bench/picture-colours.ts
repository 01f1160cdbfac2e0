import { inflateSync } from 'node:zlib';
import type { CDPSession } from 'playwright-core';

type Pixel = readonly [number, number, number];
export type ScreenWatch = { readonly stop: () => Promise<{ readonly seen: number; readonly other: readonly Pixel[] }> };

const THUMB = { maxWidth: 54, maxHeight: 96 } as const;
/** In the middle of the clip's upper half, away from its moving bar. */
const AT = { x: 0.5, y: 0.33 } as const;

/** Looks at every picture that the compositor hands out, small, and keeps those that `isClip` does not know. */
export async function watchScreen(session: CDPSession, isClip: (pixel: Pixel) => boolean): Promise<ScreenWatch> {
  let seen = 0;
  const other: Pixel[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    const pixel = pixelOf(Buffer.from(data, 'base64'), AT);
    seen += 1;
    if (!isClip(pixel)) other.push(pixel);
    // The page may be closed already.
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1, ...THUMB });
  return {
    stop: async () => {
      await session.send('Page.stopScreencast');
      return { seen, other };
    },
  };
}

/** One pixel of a PNG of 8-bit RGB or RGBA without interlace, which is what Chromium writes. */
function pixelOf(png: Buffer, at: { readonly x: number; readonly y: number }): Pixel {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const depth = png[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let offset = 8; offset < png.length; ) {
    const length = png.readUInt32BE(offset);
    if (png.toString('latin1', offset + 4, offset + 8) === 'IDAT') parts.push(png.subarray(offset + 8, offset + 8 + length));
    offset += length + 12;
  }
  const [row, column] = [Math.floor(at.y * height), Math.floor(at.x * width)];
  const line = unfilter(inflateSync(Buffer.concat(parts)), width * depth, depth, row);
  return [line[column * depth] ?? 0, line[column * depth + 1] ?? 0, line[column * depth + 2] ?? 0];
}

/** PNG, section 9: each line is kept as a difference to its neighbours. */
function unfilter(raw: Buffer, width: number, depth: number, last: number): Uint8Array {
  let above = new Uint8Array(width);
  for (let row = 0; row <= last; row += 1) {
    const kind = raw[row * (width + 1)];
    const line = new Uint8Array(width);
    for (let at = 0; at < width; at += 1) {
      const [left, up, corner] = [at < depth ? 0 : (line[at - depth] ?? 0), above[at] ?? 0, at < depth ? 0 : (above[at - depth] ?? 0)];
      const guess = kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : kind === 4 ? paeth(left, up, corner) : 0;
      line[at] = (raw[row * (width + 1) + 1 + at] ?? 0) + guess;
    }
    above = line;
  }
  return above;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
