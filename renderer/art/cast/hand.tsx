import type { ReactElement } from 'react';
import { Ink, Line } from '../ink.tsx';
import type { Skin } from '../palette.ts';

/**
 * Hands about 50 units long. The wrist is at (0, 0) and the hand reaches along +x, thumb towards -y.
 * `open` shows, `point` points, `rest` lies on something, `fist` holds a stick, `cup` holds from below,
 * `wave` is raised with spread fingers.
 */
export type HandPose = 'open' | 'point' | 'rest' | 'fist' | 'cup' | 'wave';

type Drawing = { readonly outline: string; readonly folds: string };

const drawings: Readonly<Record<HandPose, Drawing>> = {
  open: {
    outline:
      'M-8 -9C2 -10 7 -13 11 -19C14 -26 18 -31 23 -29C28 -27 26 -20 21 -13C31 -15 41 -18 48 -17C54 -16 54 -9 48 -8L37 -5C44 -6 52 -6 56 -3C59 0 57 5 52 5L38 4C44 4 51 6 53 10C54 14 50 16 45 14L35 11C40 12 45 15 44 19C43 23 38 22 34 20C26 17 18 18 12 15C4 11 -2 11 -8 10Z',
    folds: 'M37 -5L28 -5M38 4L28 3M35 11L27 9',
  },
  point: {
    outline:
      'M-8 -9C4 -11 12 -14 20 -13C32 -13 46 -12 54 -10C60 -8 60 -2 54 -1C46 0 38 0 32 1C37 3 37 9 32 10C35 12 34 17 29 17C30 20 26 23 21 21C12 19 2 12 -8 10Z',
    folds: 'M7 -3C14 -7 22 -5 26 1C27 5 22 6 17 4L11 3M32 10L24 8M29 17L21 13',
  },
  rest: {
    outline:
      'M-8 -9C4 -13 18 -13 30 -9C40 -6 49 -1 50 4C50 9 44 9 40 6C43 11 38 15 33 11C34 16 28 18 24 13C23 18 17 17 14 13C6 15 0 12 -8 10Z',
    folds: 'M40 6L29 -2M33 11L23 3M24 13L16 7M4 -4C10 -1 14 -1 19 -4',
  },
  fist: {
    outline: 'M-8 -9C0 -13 8 -17 17 -16C27 -16 31 -11 30 -5C33 -2 33 3 30 5C32 9 30 13 26 14C25 19 17 20 12 17C4 15 -2 12 -8 10Z',
    folds: 'M30 -5L18 -4M30 5L18 5M26 14L17 12M8 -6C13 -11 22 -11 22 -7C21 -3 16 -4 12 0',
  },
  cup: {
    outline:
      'M-8 -9C0 -12 6 -17 12 -22C17 -26 23 -23 20 -17C17 -12 16 -8 18 -4C26 -2 34 -4 42 -9C47 -12 52 -8 49 -3C46 4 36 12 26 15C14 18 2 14 -8 10Z',
    folds: 'M18 -4C22 -1 28 0 34 -1M24 6C32 6 40 2 45 -3',
  },
  wave: {
    outline:
      'M-8 -9C0 -10 4 -14 7 -21C9 -27 16 -28 17 -22C18 -18 17 -15 17 -13L36 -22C42 -24 46 -18 41 -15L29 -8L47 -11C53 -12 55 -5 49 -3L33 -1L48 3C53 5 52 11 46 10L31 7L40 13C44 16 40 21 35 19L22 14C12 14 2 11 -8 10Z',
    folds: 'M29 -8L24 -6M33 -1L26 -1M31 7L25 5',
  },
};

type HandProps = { readonly pose: HandPose; readonly skin: Skin; readonly width?: number | undefined };

export function Hand({ pose, skin, width = 4.2 }: HandProps): ReactElement {
  const { outline, folds } = drawings[pose];
  return (
    <>
      <Ink d={outline} fill={skin.base} width={width} sliver={2} amount={0.7} />
      <Line d={folds} width={width * 0.68} amount={0.5} />
    </>
  );
}
