import type { ReactElement } from 'react';
import { Flat, Ink, Line, Place } from '../ink.tsx';
import type { Skin } from '../palette.ts';
import type { Point } from '../path-points.ts';
import { tube } from '../shape.ts';

type LegProps = {
  readonly hip: Point;
  readonly knee?: Point | undefined;
  readonly ankle: Point;
  readonly cloth: string;
  readonly widths?: readonly [number, number, number] | undefined;
};

/** A trouser leg from hip to hem. */
export function Leg({ hip, knee, ankle, cloth, widths = [48, 42, 36] }: LegProps): ReactElement {
  const bend: Point = knee ?? [(hip[0] + ankle[0]) / 2, (hip[1] + ankle[1]) / 2];
  return <Ink d={tube([hip, bend, ankle], widths)} fill={cloth} sliver={4.5} amount={1.6} />;
}

export type ShoeKind = 'shoe' | 'sandal' | 'trainer';

type ShoeProps = { readonly at: Point; readonly kind?: ShoeKind | undefined; readonly color: string; readonly skin: Skin; readonly flip?: boolean | undefined };

/** A foot seen from the side, toe to the right, its sole on the line y = at[1]; about 52 units long. */
export function Shoe({ at, kind = 'shoe', color, skin, flip = false }: ShoeProps): ReactElement {
  return (
    <Place x={at[0]} y={at[1]} flip={flip}>
      {kind === 'sandal' ? (
        <>
          <Ink d="M-15 -3C-17 -11 -14 -18 -9 -21L8 -21C16 -14 28 -12 35 -8C37 -6 37 -4 35 -3Z" fill={skin.base} width={4} sliver={2} amount={0.6} />
          <Line d="M-16 -2H36" width={6} amount={0.5} />
          <Line d="M6 -18C14 -16 20 -11 22 -4M14 -16L8 -4" width={5} color={color} amount={0.5} />
        </>
      ) : (
        <>
          <Ink d="M-16 -2C-18 -12 -15 -20 -10 -23L9 -23C16 -15 30 -14 35 -7C36 -5 36 -3 35 -2Z" fill={color} width={4.4} sliver={3} amount={0.6} />
          {kind === 'trainer' ? <Flat d="M-16 -5H36V-1H-16Z" fill="#FFFCF5" amount={0.4} /> : null}
          <Line d="M-17 -2H36" width={4.4} amount={0.5} />
        </>
      )}
    </Place>
  );
}
