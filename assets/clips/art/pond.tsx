import type { ReactElement } from 'react';
import { Flat, Line } from '#renderer/art/ink.tsx';
import { Leaf } from '#renderer/art/lotus.tsx';
import * as palette from '#renderer/art/palette.ts';

/** Still water along the floor, 120 units deep, wider than any picture. */
export function Water(): ReactElement {
  const waves = Array.from({ length: 19 }, (_, i) => {
    const x = -2400 + i * 270;
    return `M${x} -66Q${x + 30} -80 ${x + 60} -66Q${x + 90} -52 ${x + 120} -66M${x + 140} -26Q${x + 170} -40 ${x + 200} -26`;
  });
  return (
    <>
      <Flat d="M-2600 0V-112C-1800 -124 -900 -104 0 -114C900 -122 1800 -106 2900 -114V0Z" fill={palette.faceWash} amount={3} />
      <Line d={waves.join('')} width={5} color={palette.tileCorner} />
    </>
  );
}

/** A lotus leaf on the water. */
export function Pad({ x, flip = false }: { readonly x: number; readonly flip?: boolean }): ReactElement {
  return (
    <g transform={`translate(${x} -132) scale(${flip ? -1 : 1} 1)`}>
      <svg x={-130} y={0} width={260} height={90}><Leaf /></svg>
    </g>
  );
}
