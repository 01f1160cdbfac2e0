import type { ReactElement } from 'react';
import { Ink, Line, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { skins } from '../palette.ts';
import { ellipse } from '../shape.ts';
import { Arm } from './arm.tsx';
import { Head } from './head.tsx';
import type { Mouth } from './head.tsx';
import { Folder, Phone, Sheet } from './holdings.tsx';
import { Leg, Shoe } from './leg.tsx';

export type GrandfatherProps = {
  readonly holding?: 'phone' | 'paper' | 'folder' | undefined;
  /** The free hand leans on the cane, or shows forward while the cane hangs on the arm. */
  readonly gesture?: 'cane' | 'show' | undefined;
  readonly mouth?: Mouth | undefined;
};

const skin = skins.tan;
const jacket = palette.indigo;

function Cap(): ReactElement {
  return (
    <>
      <Ink d="M-38 8C-42 -8 -40 -22 -34 -32L-20 -30C-26 -18 -26 -4 -26 8C-28 18 -36 18 -38 8Z" fill={palette.greyHair} width={4} sliver={3} amount={0.6} />
      <Ink d="M-44 -20C-56 -40 -36 -60 0 -60C30 -60 50 -48 48 -34C46 -26 36 -26 30 -27C6 -31 -18 -28 -44 -20Z" fill={palette.woodDark} sliver={4} amount={0.9} />
      <Line d="M-40 -22C-16 -30 10 -32 32 -28" width={5} amount={0.5} />
      <Line d="M2 -60V-66" width={5} amount={0.3} />
    </>
  );
}

function Beard(): ReactElement {
  return (
    <>
      <Ink d="M-2 36C-1 54 6 66 15 72C23 64 29 52 30 35C24 39 20 35 15 35C10 35 4 40 -2 36Z" fill={palette.greyHair} width={4} sliver={3} amount={0.6} />
      <Ink d="M0 20C6 14 12 15 16 18C20 15 27 14 32 19C27 23 21 24 16 22C11 25 5 24 0 20Z" fill={palette.greyHair} width={3.4} sliver={2} amount={0.4} />
      <Line d="M11 46C12 52 13 56 15 60M20 45C20 51 19 55 18 58" width={2.4} color={palette.thinInk} amount={0.3} />
      <path d={ellipse(3, -3, 12, 12) + ellipse(28, -4, 10, 12)} fill="none" stroke={palette.woodDark} strokeWidth={3.6} />
      <path d="M15 -5Q17 -7 18 -5M-9 -4L-26 -2" fill="none" stroke={palette.woodDark} strokeWidth={3.6} />
    </>
  );
}

function Held({ holding }: { readonly holding: NonNullable<GrandfatherProps['holding']> }): ReactElement {
  if (holding === 'phone') return <Place x={2} y={-28} turn={8}><Phone /></Place>;
  if (holding === 'paper') return <Place x={14} y={-32} turn={-6} scale={0.9}><Sheet /></Place>;
  return <Place x={4} y={-26} turn={4} scale={0.9}><Folder color={palette.sophora} /></Place>;
}

/** Grandfather with beret, beard and cane, facing right; 440 units tall, feet at (0, 0). */
export function Grandfather({ holding, gesture = 'cane', mouth = 'smile' }: GrandfatherProps): ReactElement {
  const cane = gesture === 'cane';
  return (
    <>
      {cane ? (
        <>
          <Line d="M96 -186L104 -3" width={13} amount={0.8} />
          <Line d="M96 -186L104 -5" width={5} color={palette.wood} amount={0.8} />
        </>
      ) : null}
      <Arm shoulder={[34, -302]} elbow={cane ? [72, -250] : [84, -264]} wrist={cane ? [82, -200] : [130, -300]} sleeve={jacket} skin={skin} hand={cane ? 'fist' : 'open'} bend={cane ? -20 : 4} cuff={palette.whitePaper} />
      <Leg hip={[22, -160]} ankle={[30, -16]} cloth={palette.sand} widths={[48, 42, 40]} />
      <Shoe at={[34, 0]} color={palette.woodDark} skin={skin} />
      <Leg hip={[-22, -160]} ankle={[-24, -16]} cloth={palette.sand} widths={[52, 44, 42]} />
      <Shoe at={[-20, 0]} color={palette.woodDark} skin={skin} />
      <Ink d="M-12 -352L20 -352L22 -322C8 -312 -6 -312 -16 -322Z" fill={skin.base} sliver={2} />
      <Ink d="M-18 -332C-46 -328 -62 -308 -66 -276C-70 -230 -62 -190 -60 -140C-30 -132 26 -132 58 -142C60 -186 60 -232 52 -276C48 -304 40 -324 22 -332Z" fill={jacket} />
      <Ink d="M-14 -334L6 -300L24 -334C16 -324 -4 -324 -14 -334Z" fill={palette.whitePaper} width={4} sliver={0} amount={0.5} />
      <Line d="M-18 -332L4 -298L26 -332M6 -298C10 -250 10 -190 8 -136M26 -210L46 -212L46 -180" width={3.6} amount={0.7} />
      {[-270, -236, -202, -168].map((y) => (
        <circle key={y} cx={16} cy={y} r={3.6} fill={palette.sophora} />
      ))}
      <Place x={8} y={-376}>
        <Head view="threeQuarter" skin={skin} aged mouth={mouth} brow={palette.greyHair} behind={null}>
          <Cap />
          <Beard />
        </Head>
      </Place>
      {holding === undefined ? (
        <Arm shoulder={[-40, -296]} elbow={[-72, -236]} wrist={[-62, -178]} sleeve={jacket} skin={skin} hand="rest" bend={6} flip cuff={palette.whitePaper} />
      ) : (
        <Arm shoulder={[-40, -296]} elbow={[-54, -226]} wrist={[4, -222]} sleeve={jacket} skin={skin} hand="fist" bend={-10} cuff={palette.whitePaper} held={<Held holding={holding} />} />
      )}
    </>
  );
}
