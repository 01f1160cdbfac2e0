import type { ReactElement, ReactNode } from 'react';
import { Ink, Line, Place } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { box, ellipse } from '#renderer/art/shape.ts';

const petal = 'M0 -8C-13 -22 -12 -44 0 -62C12 -44 13 -22 0 -8Z';
const petals: readonly (readonly [turn: number, size: number])[] = [[0, 1], [-34, 0.94], [34, 0.94], [-66, 0.8], [66, 0.8]];

/** The mark: five petals over the dot of one touch. `open` 0..1 unfolds them; the dot is at (0, 7). */
export function OpeningLotus({ open, fill = palette.lacquer, dot = palette.ink }: { readonly open: number; readonly fill?: string; readonly dot?: string }): ReactElement {
  return (
    <>
      {petals.map(([turn, size]) => (
        <path key={turn} d={petal} fill={fill} transform={`rotate(${turn * open}) scale(${size * (0.35 + 0.65 * open)})`} />
      ))}
      <circle cy={7} r={11} fill={dot} />
    </>
  );
}

/** The kiosk on its foot, 250 × 560 units, standing on (0, 0) in its middle. */
export function Kiosk({ children }: { readonly children?: ReactNode }): ReactElement {
  return (
    <>
      <Ink d="M-34 -110H34L40 -14H-40Z" fill={palette.silver} />
      <Ink d={box(-96, -22, 192, 22, 6)} fill={palette.thinInk} sliver={3} />
      <Ink d={box(-128, -560, 256, 456, 18)} fill={palette.ink} sliver={0} />
      <Ink d={box(-112, -542, 224, 420, 8)} fill={palette.paper} width={0} sliver={0} amount={1} />
      {children ?? <KioskScreen />}
    </>
  );
}

function KioskScreen(): ReactElement {
  return (
    <>
      <path d="M-112 -542H112V-372H-112Z" fill={palette.sophora} />
      <Place x={0} y={-410} scale={1.5}><OpeningLotus open={1} /></Place>
      <Line d="M-112 -368H112" width={14} color={palette.jade} amount={0.4} />
      <Ink d={box(-92, -342, 184, 74, 8)} fill={palette.lacquer} width={4} sliver={3} />
      <Line d="M-60 -306H60" width={9} color={palette.whitePaper} amount={0.4} />
      {[-80, -40, 0, 40, 80].map((x) => (
        <g key={x}>
          <Ink d={box(x - 16, -246, 32, 32, 3)} fill={palette.whitePaper} width={3} sliver={0} amount={0.4} />
          <path d={ellipse(x, -230, 11)} fill={palette.faceWash} stroke={palette.ink} strokeWidth={2.4} />
        </g>
      ))}
      <Line d="M-80 -186H80M-80 -160H40" width={6} color={palette.thinInk} amount={0.5} />
    </>
  );
}
