import { useId } from 'react';
import type { ReactElement } from 'react';
import * as palette from './palette.ts';

export type TileMood = 'full' | 'quiet';

const petal = 'M27 27C19.500 22.500 16 14.500 22.500 9.500C25 7.800 26.200 6.500 27 4.500C27.800 6.500 29 7.800 31.500 9.500C38 14.500 34.500 22.500 27 27Z';
const quarters = [0, 90, 180, 270];

function Tile({ flower, ring }: { readonly flower: string; readonly ring: string }): ReactElement {
  return (
    <>
      {quarters.map((turn) => (
        <g key={turn} transform={`rotate(${turn} 27 27)`}>
          <path d={petal} fill={flower} />
          <path d="M0 11.500A11.500 11.500 0 0 0 11.500 0" fill="none" stroke={ring} strokeWidth={6.5} />
          <path d="M0 2.600A2.600 2.600 0 0 0 2.600 0H0Z" fill={flower} />
        </g>
      ))}
      <path d="M27 19L35 27L27 35L19 27Z" fill={flower} />
      <circle cx={27} cy={27} r={3.6} fill={palette.paper} />
    </>
  );
}

export type TileStripProps = {
  readonly mood: TileMood;
  readonly className?: string | undefined;
  /** Height in CSS pixels; 64 gives the 54 px tile with its two 5 px lines. */
  readonly height?: number | undefined;
};

/** The floor of every screen: one row of encaustic tiles between two ink lines; tiles to any width. */
export function TileStrip({ mood, className, height = 64 }: TileStripProps): ReactElement {
  const id = useId();
  const full = mood === 'full';
  return (
    <svg width="100%" height={height} className={className} xmlns="http://www.w3.org/2000/svg" aria-hidden focusable="false" style={{ display: 'block' }}>
      <defs>
        <pattern id={id} width={54} height={64} patternUnits="userSpaceOnUse" patternTransform={`scale(${height / 64})`}>
          <rect width={54} height={64} fill={palette.paper} />
          <g transform="translate(0 5)">
            <Tile flower={full ? palette.jade : palette.leaf} ring={full ? palette.lacquer : palette.fadedRose} />
          </g>
          <rect width={54} height={5} fill={palette.ink} />
          <rect y={59} width={54} height={5} fill={palette.ink} />
        </pattern>
      </defs>
      <rect width="100%" height={height} fill={`url(#${id})`} />
    </svg>
  );
}
