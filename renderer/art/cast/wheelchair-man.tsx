import type { ReactElement, ReactNode } from 'react';
import { Ink, Line, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { skins } from '../palette.ts';
import { ellipse, tube } from '../shape.ts';
import { Arm } from './arm.tsx';
import { Head } from './head.tsx';
import type { Mouth } from './head.tsx';
import { Folder, Phone, Sheet } from './holdings.tsx';
import { Shoe } from './leg.tsx';

export type WheelchairManProps = {
  readonly holding?: 'phone' | 'paper' | 'folder' | 'nothing' | undefined;
  readonly view?: 'threeQuarter' | 'profile' | undefined;
  readonly mouth?: Mouth | undefined;
};

const skin = skins.brown;
const shirt = palette.leaf;

function Ring({ x, y, r, width, color }: { readonly x: number; readonly y: number; readonly r: number; readonly width: number; readonly color: string }): ReactElement {
  return (
    <>
      <Line d={ellipse(x, y, r)} width={width + 8} amount={1} />
      <Line d={ellipse(x, y, r)} width={width} color={color} amount={1} />
    </>
  );
}

function Wheel(): ReactElement {
  const spokes = [0, 30, 60, 90, 120, 150].map((turn) => {
    const [dx, dy] = [Math.cos((turn * Math.PI) / 180) * 62, Math.sin((turn * Math.PI) / 180) * 62];
    return `M${(-34 - dx).toFixed(1)} ${(-76 - dy).toFixed(1)}L${(-34 + dx).toFixed(1)} ${(-76 + dy).toFixed(1)}`;
  });
  return (
    <>
      <Line d={spokes.join('')} width={2.8} amount={0.6} />
      <Ring x={-34} y={-76} r={69} width={8} color={palette.silver} />
      <Line d={ellipse(-34, -76, 54)} width={2.8} amount={0.8} />
      <path d={ellipse(-34, -76, 11)} fill={palette.ink} />
    </>
  );
}

function Hair({ view }: { readonly view: 'threeQuarter' | 'profile' }): ReactElement {
  const d =
    view === 'profile'
      ? 'M-47 2C-54 -32 -36 -58 -4 -60C18 -61 34 -48 33 -33C20 -34 8 -34 -2 -28C-8 -22 -12 -14 -16 -8C-22 -8 -22 6 -26 22C-36 22 -45 14 -47 2Z'
      : 'M-37 4C-46 -22 -38 -56 0 -58C30 -60 44 -42 40 -20C36 -24 32 -30 28 -35C14 -28 -6 -30 -18 -24C-24 -14 -24 -4 -26 6C-30 12 -35 12 -37 4Z';
  return <Ink d={d} fill={palette.ink} sliver={4.5} amount={0.8} />;
}

const things: Readonly<Record<'phone' | 'paper' | 'folder', ReactNode>> = {
  phone: <Place x={10} y={-26} turn={14}><Phone /></Place>,
  paper: <Place x={22} y={-30} turn={8} scale={0.9}><Sheet /></Place>,
  folder: <Place x={10} y={-26} turn={6} scale={0.9}><Folder color={palette.lotus} /></Place>,
};

/** A man in his own wheelchair, seen from the side, facing right; 365 units tall, wheels on y = 0. */
export function WheelchairMan({ holding = 'phone', view = 'threeQuarter', mouth = 'smile' }: WheelchairManProps): ReactElement {
  return (
    <>
      <Line d="M-66 -128L-76 -226C-78 -236 -84 -238 -96 -238" width={14} amount={0.8} />
      <Line d="M-66 -128L-76 -226C-78 -236 -84 -238 -94 -238" width={6} color={palette.silver} amount={0.8} />
      <Line d="M70 -122C84 -96 88 -70 92 -40M92 -20L76 -50" width={10} amount={0.6} />
      <Arm shoulder={[20, -250]} elbow={[56, -196]} wrist={holding === 'nothing' ? [78, -158] : [104, -216]} sleeve={shirt} skin={skin} hand={holding === 'nothing' ? 'rest' : 'fist'} bend={holding === 'nothing' ? -30 : 0} held={holding === 'nothing' ? undefined : things[holding]} widths={[36, 31, 26]} />
      <Ink d={tube([[-22, -134], [40, -146], [92, -138], [104, -92], [106, -40]], [62, 52, 48, 40, 34])} fill={palette.thinInk} />
      <Shoe at={[112, -22]} color={palette.woodDark} skin={skin} />
      <Line d="M90 -16H146" width={9} amount={0.5} />
      <Ink d="M-72 -116H66V-102H-72Z" fill={palette.plum} sliver={2} amount={0.8} />
      <Ink d="M-76 -222C-66 -226 -58 -222 -56 -214L-46 -118H-68Z" fill={palette.plum} sliver={3} amount={0.8} />
      <Ink d="M-12 -292L16 -292L18 -266H-14Z" fill={skin.base} sliver={2} />
      <Ink d="M-16 -276C-42 -272 -56 -254 -58 -226C-60 -190 -56 -156 -54 -126C-30 -116 12 -116 34 -126C40 -160 46 -200 42 -234C40 -258 32 -272 18 -276Z" fill={shirt} />
      <Line d="M-15 -278C-6 -266 10 -266 18 -278M8 -268L12 -222" width={4} amount={0.6} />
      <Place x={6} y={-318}>
        <Head view={view} skin={skin} mouth={mouth}>
          <Hair view={view} />
        </Head>
      </Place>
      <Wheel />
      <Ring x={92} y={-18} r={13} width={5} color={palette.silver} />
      <Arm shoulder={[-30, -244]} elbow={[-62, -182]} wrist={[-20, -152]} sleeve={shirt} skin={skin} hand="fist" bend={12} widths={[40, 34, 27]} />
    </>
  );
}
