import type { ReactElement } from 'react';
import { Flat, Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { ellipse } from '#renderer/art/shape.ts';

/** A moon with its shade, 2 × 74 units across, centred at (0, 0). */
export function Moon(): ReactElement {
  return (
    <>
      <Ink d={ellipse(0, 0, 74)} fill={palette.paleSophora} width={5} sliver={6} />
      <Flat d="M18 -66C58 -52 74 -16 62 22C52 50 30 66 6 70C40 44 50 -20 18 -66Z" fill={palette.sophora} opacity={0.7} />
    </>
  );
}

/** A four-pointed star as it is cut in wood. */
export function Star({ x, y, r }: { readonly x: number; readonly y: number; readonly r: number }): ReactElement {
  const k = r * 0.22;
  return <path d={`M${x} ${y - r}Q${x + k} ${y - k} ${x + r} ${y}Q${x + k} ${y + k} ${x} ${y + r}Q${x - k} ${y + k} ${x - r} ${y}Q${x - k} ${y - k} ${x} ${y - r}Z`} fill={palette.paleSophora} />;
}

/** Clouds as scrolls, 260 units long, their foot on y = 0. */
export function Cloud({ fill = palette.whitePaper }: { readonly fill?: string | undefined }): ReactElement {
  return (
    <>
      <Ink d="M-120 0C-150 -6 -150 -44 -114 -46C-112 -76 -66 -86 -48 -60C-34 -92 30 -90 36 -52C60 -70 96 -58 92 -32C126 -34 134 -4 108 0Z" fill={fill} sliver={5} amount={1.6} />
      <Line d="M-92 -18C-84 -34 -62 -32 -62 -18M-10 -26C-4 -48 24 -46 22 -26M62 -14C66 -28 84 -26 84 -14" width={3.6} color={palette.tileCorner} />
    </>
  );
}

/** A low hill range along the floor, from x = -2600 to 2900; y = 0 is the floor. */
export function Hills({ fill }: { readonly fill: string }): ReactElement {
  return <Flat d="M-2600 0V-90C-2300 -170 -2100 -150 -1900 -90C-1700 -160 -1400 -170 -1200 -84C-1060 -150 -600 -140 -460 -84C-300 -170 -120 -160 0 -92C140 -150 300 -170 450 -96C600 -160 780 -150 900 -86C1060 -170 1240 -140 1360 -84C1560 -160 1800 -150 1980 -80C2200 -160 2600 -150 2900 -84V0Z" fill={fill} amount={4} />;
}
