import type { ReactElement } from 'react';
import * as palette from '#renderer/art/palette.ts';
import { Sun } from '#renderer/art/scenes/furniture.tsx';
import type { GroundName, PictureChoice } from './names.ts';

const grounds: Readonly<Record<GroundName, { readonly fill: string; readonly sun: string }>> = {
  saffron: { fill: palette.sophora, sun: palette.paleSophora },
  pale: { fill: palette.paleSophora, sun: palette.sophora },
  leaf: { fill: palette.youngLeaf, sun: palette.paper },
  lotus: { fill: palette.softLotus, sun: palette.paleSophora },
};

/** The flat colour of a page; `usual` when the text chooses none. */
export const groundOf = ({ ground }: PictureChoice, usual: GroundName): string => grounds[ground ?? usual].fill;

/** The one sun behind the main figure, in the colour that goes with the ground. */
export function sunOf({ ground }: PictureChoice, usual: GroundName, x: number, y: number, r: number): ReactElement {
  return <Sun x={x} y={y} r={r} fill={grounds[ground ?? usual].sun} />;
}
