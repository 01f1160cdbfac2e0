import type { ReactElement } from 'react';
import { Ink, Line, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { box, ellipse } from '../shape.ts';

/** One colour behind things seen from near. It goes on far beyond both sides of the picture: a wide box shows the picture whole and lets it run over (`overflow: visible`). */
export function Ground({ fill }: { readonly fill: string }): ReactElement {
  return <rect x={-1120} y={-20} width={3320} height={560} fill={fill} />;
}

/** A wall and a floor for people. */
export function Room({ wall, floor = palette.sand }: { readonly wall: string; readonly floor?: string | undefined }): ReactElement {
  return (
    <>
      <Ground fill={wall} />
      <Ink d="M-1120 486H2200V560H-1120Z" fill={floor} sliver={4} />
    </>
  );
}

/** A month on the wall, 300 × 250, its middle at (0, 0); the day that matters has a ring. */
export function Month({ day = 9, done = 6 }: { readonly day?: number | undefined; readonly done?: number | undefined }): ReactElement {
  return (
    <>
      <Ink d={box(-150, -125, 300, 250, 8)} fill={palette.whitePaper} sliver={0} />
      <Ink d={box(-150, -125, 300, 56, 8)} fill={palette.lacquer} sliver={4} />
      <Line d="M-90 -142V-104M90 -142V-104" width={10} />
      {Array.from({ length: 15 }, (_, i) => (
        <rect key={i} x={-126 + (i % 5) * 52} y={-50 + Math.floor(i / 5) * 54} width={38} height={38} rx={5} fill={i < done ? palette.youngLeaf : i === day ? palette.sophora : palette.sand} stroke={palette.ink} strokeWidth={3.6} />
      ))}
      <Line d={ellipse(-107 + (day % 5) * 52, -31 + Math.floor(day / 5) * 54, 36, 34)} width={8} color={palette.lacquer} amount={2} />
    </>
  );
}

/** A clock, 120 across, its middle at (0, 0). */
export function Clock({ fill = palette.whitePaper }: { readonly fill?: string | undefined }): ReactElement {
  return (
    <>
      <Ink d={ellipse(0, 0, 60)} fill={fill} sliver={4} />
      <Line d="M0 -48V-42M0 42V48M-48 0H-42M42 0H48" width={6} />
      <Line d="M0 0V-32M0 0L22 14" width={8} />
      <circle r={6} fill={palette.lacquer} />
    </>
  );
}

/** A sheet lying on a table as one sees it from the front, 236 wide. */
export function FlatSheet({ x, y, scale = 1 }: { readonly x: number; readonly y: number; readonly scale?: number | undefined }): ReactElement {
  return (
    <Place x={x} y={y} scale={scale}>
      <Ink d="M-118 14L-96 -34H96L118 14Z" fill={palette.whitePaper} sliver={0} />
      <Line d="M-80 -22H20M-86 -10H-6" width={4} color={palette.thinInk} />
      <Line d="M30 4C38 -6 42 8 50 0C56 -6 60 6 72 0" width={4} color={palette.indigo} />
    </Place>
  );
}
