import type { ReactElement } from 'react';
import { TileStrip } from '../../art/tile-strip.tsx';
import type { TileMood } from '../../art/tile-strip.tsx';
import './floor-strip.css';

/** The floor of a screen: people and content stand on it, what can be touched lies below it. */
export function FloorStrip({ mood }: { readonly mood: TileMood }): ReactElement {
  return (
    <div className="floor-strip" aria-hidden>
      <TileStrip mood={mood} className="floor-strip-tiles" />
    </div>
  );
}
