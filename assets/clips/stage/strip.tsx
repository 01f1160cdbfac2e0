import type { ReactElement } from 'react';
import { TileStrip } from '#renderer/art/tile-strip.tsx';

/** The floor's tile strip stood on end: the edge of a page while it moves. */
export function Spine({ x, height, width }: { readonly x: number; readonly height: number; readonly width: number }): ReactElement {
  return (
    <div className="spine" style={{ width: height, height: width, transform: `translate(${x + width}px, 0) rotate(90deg)` }}>
      <TileStrip mood="full" height={width} />
    </div>
  );
}

/** The strip lying flat: the hem of an unrolled page, or the floor. */
export function Hem({ y, width, height }: { readonly y: number; readonly width: number; readonly height: number }): ReactElement {
  return (
    <div className="hem" style={{ width, height, transform: `translate(0, ${y}px)` }}>
      <TileStrip mood="full" height={height} />
    </div>
  );
}
