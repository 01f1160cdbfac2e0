import type { ReactElement, ReactNode } from 'react';
import { Ink, Line, Place } from '../ink.tsx';
import type { Skin } from '../palette.ts';
import type { Point } from '../path-points.ts';
import { tube } from '../shape.ts';
import { Hand } from './hand.tsx';
import type { HandPose } from './hand.tsx';

export type ArmProps = {
  readonly shoulder: Point;
  readonly elbow: Point;
  readonly wrist: Point;
  readonly sleeve: string;
  readonly skin: Skin;
  readonly hand?: HandPose | undefined;
  /** Extra turn of the hand against the forearm, degrees. */
  readonly bend?: number | undefined;
  /** Thumb on the other side. */
  readonly flip?: boolean | undefined;
  /** Sleeve widths at shoulder, elbow and cuff. */
  readonly widths?: readonly [number, number, number] | undefined;
  readonly handScale?: number | undefined;
  /** A short sleeve ends at the elbow; the forearm is bare. */
  readonly bare?: boolean | undefined;
  readonly cuff?: string | undefined;
  /** Held in the palm: drawn upright behind the hand, its centre in the middle of the hand. */
  readonly held?: ReactNode;
};

const along = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/** Shoulder, elbow, wrist and a hand that follows the forearm. */
export function Arm(props: ArmProps): ReactElement {
  const { shoulder, elbow, wrist, sleeve, skin, hand = 'rest', bend = 0, flip = false, widths = [38, 32, 25], handScale = 0.82, bare = false, held } = props;
  const turn = (Math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]) * 180) / Math.PI + bend;
  const heading = (turn * Math.PI) / 180;
  const upper = along(shoulder, elbow, 0.55);
  const lower = along(elbow, wrist, 0.5);
  const spine: readonly Point[] = [shoulder, upper, elbow, lower, wrist];
  const width: readonly number[] = [widths[0], (widths[0] + widths[1]) / 2, widths[1], (widths[1] + widths[2]) / 2, widths[2]];
  return (
    <>
      {held === undefined ? null : (
        <Place x={wrist[0] + Math.cos(heading) * 20 * handScale} y={wrist[1] + Math.sin(heading) * 20 * handScale}>{held}</Place>
      )}
      <g transform={`translate(${wrist[0]} ${wrist[1]}) rotate(${turn}) scale(${handScale} ${flip ? -handScale : handScale})`}>
        <Hand pose={hand} skin={skin} width={5} />
      </g>
      {bare ? (
        <>
          <Ink d={tube([upper, elbow, lower, wrist], [24, 22, 20, 17])} fill={skin.base} sliver={3} amount={1} />
          <Ink d={tube([shoulder, upper, along(elbow, upper, 0.12)], [widths[0], widths[0] - 1, widths[1] + 4])} fill={sleeve} sliver={4} amount={1.2} />
        </>
      ) : (
        <>
          <Ink d={tube(spine, width)} fill={sleeve} sliver={4} amount={1.4} />
          <Cuff elbow={elbow} wrist={wrist} width={widths[2]} color={props.cuff} />
        </>
      )}
    </>
  );
}

function Cuff({ elbow, wrist, width, color }: { readonly elbow: Point; readonly wrist: Point; readonly width: number; readonly color: string | undefined }): ReactElement | null {
  if (color === undefined) return null;
  const length = Math.hypot(wrist[0] - elbow[0], wrist[1] - elbow[1]) || 1;
  const [ux, uy] = [(wrist[0] - elbow[0]) / length, (wrist[1] - elbow[1]) / length];
  const [x, y] = [wrist[0] - ux * 9, wrist[1] - uy * 9];
  const h = width / 2 - 1;
  return <Line d={`M${x - uy * h} ${y + ux * h}L${x + uy * h} ${y - ux * h}`} width={4} color={color} amount={0.5} />;
}
