import type { ReactElement } from 'react';
import { Blossom } from '#renderer/art/cast/holdings.tsx';
import { Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { box } from '#renderer/art/shape.ts';

/** A note of play money: a flower, no number, no portrait. 260 × 112, its foot on y = 0. */
export function MoneyNote({ fill }: { readonly fill: string }): ReactElement {
  return (
    <>
      <Ink d={box(-130, -112, 260, 112, 8)} fill={fill} />
      <Line d={box(-114, -97, 228, 82)} width={3} color={palette.whitePaper} />
      <Blossom x={0} y={-56} r={32} fill={palette.whitePaper} heart={palette.sophora} />
      <Line d="M-92 -56H-62M62 -56H92" width={6} color={palette.whitePaper} />
    </>
  );
}
