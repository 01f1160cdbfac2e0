import type { ReactElement, ReactNode } from 'react';
import { Flat, Ink, Line } from '../ink.tsx';
import * as palette from '../palette.ts';
import type { Skin } from '../palette.ts';
import { ellipse } from '../shape.ts';

export type Mouth = 'smile' | 'laugh' | 'calm' | 'talk' | 'sad';
export type Eyes = 'open' | 'closed' | 'down';

export type HeadProps = {
  /** Three-quarter looks to the right, profile too; put the head in a flipped Place to look left. */
  readonly view: 'threeQuarter' | 'profile';
  readonly skin: Skin;
  readonly mouth?: Mouth | undefined;
  readonly eyes?: Eyes | undefined;
  readonly brow?: string | undefined;
  /** Lines of age at the eye, the cheek and the forehead. */
  readonly aged?: boolean | undefined;
  readonly behind?: ReactNode;
  readonly children?: ReactNode;
};

const threeQuarter =
  'M-31 -34C-39 -14 -39 14 -27 30C-19 40 -4 47 9 46C22 45 31 36 34 24C36 16 35 9 37 3C38 -5 35 -10 36 -17C37 -31 29 -43 4 -45C-16 -46 -28 -42 -31 -34Z';
const profile =
  'M-8 -45C10 -47 25 -39 29 -25C31 -19 29 -14 31 -10C34 -4 42 4 42 8C42 12 37 13 32 13C35 16 34 19 32 21C34 24 33 27 30 29C31 36 28 44 18 46C6 48 -6 44 -13 36C-32 30 -44 8 -42 -14C-40 -34 -26 -44 -8 -45Z';

const mouths: Readonly<Record<'threeQuarter' | 'profile', Readonly<Record<Mouth, ReactElement>>>> = {
  threeQuarter: {
    smile: <Line d="M5 23C11 30 21 30 27 22" width={4} amount={0.5} />,
    calm: <Line d="M8 26C13 28 19 28 24 25" width={4} amount={0.5} />,
    sad: <Line d="M7 29C12 24 20 24 25 28" width={4} amount={0.5} />,
    laugh: <Ink d="M3 20C11 23 21 23 29 19C29 30 24 37 16 37C9 37 4 30 3 20Z" fill={palette.lacquer} width={3.6} sliver={4} amount={0.4} />,
    talk: <Ink d="M9 22C14 20 21 20 24 22C25 29 21 33 16 33C12 33 8 29 9 22Z" fill={palette.lacquer} width={3.4} sliver={2} amount={0.4} />,
  },
  profile: {
    smile: <Line d="M32 21C28 26 22 26 18 20" width={4} amount={0.4} />,
    calm: <Line d="M32 21C28 23 25 23 21 22" width={4} amount={0.4} />,
    sad: <Line d="M32 22C28 20 25 21 21 25" width={4} amount={0.4} />,
    laugh: <Ink d="M33 18C28 21 22 21 17 17C17 26 23 32 31 29Z" fill={palette.lacquer} width={3.4} sliver={3} amount={0.4} />,
    talk: <Ink d="M33 18C29 19 26 19 22 20C23 26 27 29 32 27Z" fill={palette.lacquer} width={3.2} sliver={2} amount={0.4} />,
  },
};

function eyesOf(view: 'threeQuarter' | 'profile', eyes: Eyes): ReactElement {
  const places: readonly (readonly [number, number])[] = view === 'profile' ? [[20, -5]] : [[3, -3], [26, -4]];
  return (
    <>
      {places.map(([x, y]) => {
        if (eyes === 'open') return <Flat key={x} d={ellipse(x, y, 4.1, 5.1)} fill={palette.ink} amount={0.3} />;
        const arc = eyes === 'closed' ? `M${x - 6.5} ${y + 2}Q${x} ${y - 7} ${x + 6.5} ${y + 1}` : `M${x - 6.5} ${y - 1}Q${x} ${y + 6} ${x + 6.5} ${y}`;
        return <Line key={x} d={arc} width={4} amount={0.3} />;
      })}
    </>
  );
}

const details = {
  threeQuarter: { nose: 'M17 -4C21 4 24 8 22 11C20 14 15 14 13 11', cheeks: ellipse(-7, 15, 10, 8.5) + ellipse(31, 14, 5, 7.5), ear: [-29, 3], age: 'M-12 -3L-18 -7M-12 2L-18 3M-2 20C-4 24 -4 27 -3 30M31 19C33 22 33 25 32 28' },
  profile: { nose: 'M33 11C30 11 28 9 29 6', cheeks: ellipse(9, 14, 10, 8.5), ear: [-10, 3], age: 'M10 -6L4 -10M10 -1L4 0M16 13C13 17 12 20 13 25' },
} as const;

/** A head of about 76 × 92 units with its centre at (0, 0); hair and headwear come as `behind` and children. */
export function Head({ view, skin, mouth = 'smile', eyes = 'open', brow = palette.ink, aged = false, behind, children }: HeadProps): ReactElement {
  const { nose, cheeks, ear, age } = details[view];
  const [ex, ey] = ear;
  return (
    <>
      {behind}
      <Ink d={view === 'profile' ? profile : threeQuarter} fill={skin.base} sliver={3.5} amount={0.8} />
      <Flat d={cheeks} fill={palette.lotus} opacity={0.62} amount={0.6} />
      {eyesOf(view, eyes)}
      <Line d={view === 'profile' ? 'M12 -17C17 -22 23 -22 27 -18' : 'M-5 -16C-1 -21 6 -22 10 -18M20 -19C24 -23 30 -22 33 -18'} width={4} color={brow} amount={0.4} />
      <Line d={nose} width={3.4} amount={0.3} />
      {mouths[view][mouth]}
      {aged ? <Line d={age} width={2.4} color={skin.shade} amount={0.3} /> : null}
      {children}
      <Ink d={ellipse(ex, ey, 7.5, 10.5)} fill={skin.base} width={4} sliver={2} amount={0.5} />
      <Line d={`M${ex - 2} ${ey - 4}C${ex + 4} ${ey - 5} ${ex + 4} ${ey + 3} ${ex - 1} ${ey + 4}`} width={2.4} amount={0.3} />
    </>
  );
}
