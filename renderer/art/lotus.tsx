import type { ReactElement } from 'react';
import * as palette from './palette.ts';
import { Flat, Ink, Line, Picture } from './ink.tsx';
import type { PictureProps } from './ink.tsx';

/** The pale petals also stand on soft lotus grounds, so they are lighter than that colour. */
const lightPetal = '#FCEBE4';

const markPetal = 'M0 -8C-13 -22 -12 -44 0 -62C12 -44 13 -22 0 -8Z';

export type LotusMarkProps = PictureProps & { readonly petals?: string | undefined; readonly heart?: string | undefined };

/** The five petals of the mark without its svg element, their foot at (0, 0), about 62 tall: for signs inside pictures. */
export function MarkPetals({ fill }: { readonly fill: string }): ReactElement {
  return (
    <g fill={fill}>
      <path d={markPetal} />
      <path d={markPetal} transform="rotate(-34) scale(.94)" />
      <path d={markPetal} transform="rotate(34) scale(.94)" />
      <path d={markPetal} transform="rotate(-66) scale(.8)" />
      <path d={markPetal} transform="rotate(66) scale(.8)" />
    </g>
  );
}

/** The brand mark: five petals opening over the dot of one touch. 100 × 88 units. */
export function LotusMark({ petals = palette.lacquer, heart = palette.ink, ...rest }: LotusMarkProps): ReactElement {
  return (
    <Picture viewBox="0 0 100 88" {...rest}>
      <g transform="translate(50 68)">
        <MarkPetals fill={petals} />
      </g>
      <circle cx="50" cy="75" r="11" fill={heart} />
    </Picture>
  );
}

type PetalShape = { readonly name: string; readonly d: string; readonly veins: string; readonly fill: string };

/** Back to front: the outer pair lies lowest, the centre stands in front of the inner pair. */
const petals: readonly PetalShape[] = [
  {
    name: 'outer-left',
    d: 'M400 452C318 448 176 402 48 248C44 240 48 234 58 236C196 252 334 330 400 452Z',
    veins: 'M356 414C286 376 198 318 128 276M374 396C336 356 288 318 240 292',
    fill: lightPetal,
  },
  {
    name: 'outer-right',
    d: 'M400 452C482 448 624 402 752 248C756 240 752 234 742 236C604 252 466 330 400 452Z',
    veins: 'M444 414C514 376 602 318 672 276M426 396C464 356 512 318 560 292',
    fill: lightPetal,
  },
  {
    name: 'inner-left',
    d: 'M400 454C300 426 170 280 182 98C183 88 192 86 200 94C300 180 404 300 400 454Z',
    veins: 'M372 390C318 318 262 230 230 158M386 368C356 298 322 240 288 196',
    fill: palette.lotus,
  },
  {
    name: 'inner-right',
    d: 'M400 454C500 426 630 280 618 98C617 88 608 86 600 94C500 180 396 300 400 454Z',
    veins: 'M428 390C482 318 538 230 570 158M414 368C444 298 478 240 512 196',
    fill: palette.lotus,
  },
  {
    name: 'centre',
    d: 'M400 456C318 372 284 182 392 16C396 8 404 8 408 16C516 182 482 372 400 456Z',
    veins: 'M400 402C398 320 398 230 400 130M378 372C364 310 362 240 370 178M422 372C436 310 438 240 430 178',
    fill: lightPetal,
  },
];

/**
 * The thanks lotus, 800 × 460 units, its foot at (400, 456) so it can stand on the floor strip.
 * Each petal is a group `.lotus-petal.lotus-petal-<name>` so the screen can open them once.
 */
export function ThanksLotus({ leaves = true, ...rest }: PictureProps & { readonly leaves?: boolean | undefined }): ReactElement {
  return (
    <Picture viewBox="0 0 800 460" fit="xMidYMax meet" {...rest}>
      {leaves ? (
        <g className="lotus-leaves">
          <LeafDrawing x={118} y={432} />
          <LeafDrawing x={682} y={432} flip />
        </g>
      ) : null}
      {petals.map(({ name, d, veins, fill }) => (
        <g key={name} className={`lotus-petal lotus-petal-${name}`}>
          <Ink d={d} fill={fill} seed={9} amount={3} sliver={8} width={6} />
          <Line d={veins} width={3.5} color={fill === palette.lotus ? palette.lotusDeep : palette.lotus} seed={9} amount={3} />
        </g>
      ))}
    </Picture>
  );
}

function LeafDrawing({ x, y, flip = false }: { readonly x: number; readonly y: number; readonly flip?: boolean }): ReactElement {
  return (
    <g transform={`translate(${x} ${y}) scale(${flip ? -1 : 1} 1)`}>
      <Ink d="M-112 24C-128 -4 -96 -46 -40 -50C-22 -52 -10 -46 0 -38C16 -52 62 -54 94 -30C124 -8 132 16 122 24Z" fill={palette.leaf} seed={4} amount={3} sliver={7} />
      <Line d="M0 -36C-2 -14 -2 4 0 22M-2 -8C-30 -18 -62 -18 -84 -8M0 -10C28 -22 62 -20 88 -6M-2 8C-24 4 -46 6 -62 14M0 8C26 2 50 4 68 14" width={4} color={palette.jade} seed={4} />
    </g>
  );
}

/** A lotus leaf lying on the ground line, 260 × 90 units. */
export function Leaf(props: PictureProps): ReactElement {
  return (
    <Picture viewBox="-130 -58 260 90" {...props}>
      <LeafDrawing x={0} y={0} />
    </Picture>
  );
}

/** A lotus bloom on a stem for vases and headers; its foot is at (0, 0), it is 150 units tall. */
export function LotusStem({ bud = false }: { readonly bud?: boolean | undefined }): ReactElement {
  if (bud) {
    return (
      <>
        <Line d="M0 0C6 -34 4 -58 2 -84" width={7} color={palette.jade} />
        <Ink d="M2 -80C-20 -92 -20 -122 2 -146C22 -122 22 -92 2 -80Z" fill={palette.lotus} width={4} sliver={4} />
        <Line d="M2 -88C0 -104 1 -118 2 -132" width={2.5} color={palette.lacquer} />
      </>
    );
  }
  return (
    <>
      <Line d="M0 0C-6 -34 -4 -58 0 -82" width={7} color={palette.jade} />
      <Ink d="M0 -78C-24 -74 -46 -86 -54 -112C-32 -112 -12 -100 0 -78Z" fill={palette.softLotus} width={4} sliver={4} />
      <Ink d="M0 -78C24 -74 46 -86 54 -112C32 -112 12 -100 0 -78Z" fill={palette.softLotus} width={4} sliver={4} />
      <Ink d="M0 -78C-26 -86 -38 -110 -32 -136C-14 -126 -2 -104 0 -78Z" fill={palette.lotus} width={4} sliver={4} />
      <Ink d="M0 -78C26 -86 38 -110 32 -136C14 -126 2 -104 0 -78Z" fill={palette.lotus} width={4} sliver={4} />
      <Ink d="M0 -78C-20 -98 -20 -126 0 -150C20 -126 20 -98 0 -78Z" fill={palette.softLotus} width={4} sliver={4} />
      <Flat d="M-1.500 -92L0 -130L1.500 -92Z" fill={palette.lotus} />
    </>
  );
}
