import type { ReactElement, ReactNode } from 'react';
import { Flat, Ink, Line, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { skins } from '../palette.ts';
import { Arm } from './arm.tsx';
import { Head } from './head.tsx';
import type { Eyes, Mouth } from './head.tsx';
import { Folder, Phone, Sheet } from './holdings.tsx';
import { Leg, Shoe } from './leg.tsx';

export type GrandmotherProps = {
  readonly holding?: 'phone' | 'paper' | 'folder' | undefined;
  /** What the free hand does: shows forward, points, rests on a shoulder, or lies at her side. */
  readonly gesture?: 'show' | 'point' | 'touch' | 'rest' | undefined;
  readonly view?: 'threeQuarter' | 'profile' | undefined;
  readonly mouth?: Mouth | undefined;
  readonly eyes?: Eyes | undefined;
};

const skin = skins.warm;
const cloth = palette.plum;

function Turban({ view }: { readonly view: 'threeQuarter' | 'profile' }): ReactElement {
  if (view === 'profile') {
    return (
      <>
        <Ink d="M-46 4C-48 -20 -36 -34 -10 -36C8 -38 22 -34 31 -20C22 -26 10 -26 0 -20C-14 -12 -20 2 -24 14C-28 24 -44 22 -46 4Z" fill={palette.greyHair} width={4} sliver={3} amount={0.7} />
        <Ink d="M-50 6C-62 -20 -46 -60 -6 -62C22 -63 42 -46 40 -27C38 -20 32 -21 28 -25C16 -36 -6 -38 -18 -26C-30 -15 -32 -2 -32 10C-36 20 -48 18 -50 6Z" fill={cloth} sliver={4} amount={0.9} />
        <Line d="M-40 -32C-32 -30 -26 -26 -23 -21M-22 -54C-16 -48 -12 -42 -11 -34M6 -60C8 -52 8 -44 6 -36" width={3} amount={0.5} />
      </>
    );
  }
  return (
    <>
      <Ink d="M-36 2C-38 -24 -22 -40 2 -41C24 -42 37 -32 37 -10C30 -20 20 -24 11 -32C0 -22 -20 -20 -27 -4Z" fill={palette.greyHair} width={4} sliver={3} amount={0.7} />
      <Line d="M11 -32C6 -25 -6 -20 -14 -16M11 -32C16 -26 24 -23 30 -18" width={2.4} amount={0.4} />
      <Ink d="M-42 0C-54 -30 -38 -63 0 -64C34 -65 52 -42 46 -12C44 -6 38 -8 36 -15C32 -32 20 -40 2 -40C-18 -40 -30 -26 -31 -6C-32 4 -39 6 -42 0Z" fill={cloth} sliver={4} amount={0.9} />
      <Line d="M-40 -36C-33 -34 -28 -30 -26 -25M-20 -58C-15 -52 -12 -46 -11 -39M8 -63C11 -55 11 -48 9 -40M33 -52C30 -46 27 -41 25 -37" width={3} amount={0.5} />
    </>
  );
}

function Tunic(): ReactElement {
  return (
    <>
      <Ink d="M-16 -290C-42 -286 -58 -266 -62 -238C-66 -208 -60 -186 -62 -162L-72 -100C-44 -91 22 -90 56 -101L45 -168C48 -194 50 -214 45 -240C42 -264 34 -282 18 -290Z" fill={cloth} />
      <Line d="M8 -284C12 -268 26 -258 42 -254M45 -168C44 -146 40 -120 38 -97" width={3.4} amount={0.8} />
      <Line d="M-8 -276C-2 -262 12 -260 19 -274" width={0.1} />
      {[[-12, -276], [-7, -266], [1, -260], [10, -260], [17, -267], [20, -277]].map(([x = 0, y = 0]) => (
        <circle key={x} cx={x} cy={y} r={4.2} fill={palette.sophora} stroke={palette.ink} strokeWidth={2.4} />
      ))}
      {[[30, -255], [43, -246], [46, -214], [45, -182]].map(([x = 0, y = 0]) => (
        <circle key={y} cx={x} cy={y} r={3.4} fill={palette.sophora} />
      ))}
      <Flat d="M-34 -150C-30 -158 -22 -158 -18 -150C-22 -144 -30 -144 -34 -150ZM-2 -122C2 -130 10 -130 14 -122C10 -116 2 -116 -2 -122ZM-44 -116C-40 -124 -32 -124 -28 -116C-32 -110 -40 -110 -44 -116Z" fill={palette.lotus} opacity={0.55} />
    </>
  );
}

const things: Readonly<Record<NonNullable<GrandmotherProps['holding']>, ReactNode>> = {
  phone: <Place y={-30} turn={-12}><Phone /></Place>,
  paper: <Place x={14} y={-34} turn={7} scale={0.9}><Sheet /></Place>,
  folder: <Place x={6} y={-30} turn={4} scale={0.9}><Folder /></Place>,
};

/** Grandmother in khăn vấn and a five-panel tunic, facing right, a little bent; 390 units tall, feet at (0, 0). */
export function Grandmother({ holding, gesture = 'show', view = 'threeQuarter', mouth = 'smile', eyes = 'open' }: GrandmotherProps): ReactElement {
  const far = { show: [[74, -222], [118, -248]], point: [[74, -224], [120, -262]], touch: [[82, -214], [132, -222]], rest: [[58, -200], [74, -158]] } as const;
  const [elbow, wrist] = far[gesture];
  return (
    <>
      <Arm shoulder={[30, -262]} elbow={elbow} wrist={wrist} sleeve={cloth} skin={skin} hand={gesture === 'show' ? 'open' : gesture === 'point' ? 'point' : 'rest'} bend={gesture === 'touch' ? 18 : -6} cuff={palette.sophora} />
      <Leg hip={[20, -120]} ankle={[26, -15]} cloth={palette.thinInk} widths={[50, 50, 50]} />
      <Shoe at={[30, 0]} kind="sandal" color={palette.lacquer} skin={skin} />
      <Leg hip={[-24, -120]} ankle={[-26, -15]} cloth={palette.thinInk} widths={[54, 52, 52]} />
      <Shoe at={[-22, 0]} kind="sandal" color={palette.lacquer} skin={skin} />
      <Ink d="M-12 -312L22 -312L22 -284C10 -276 -4 -276 -14 -284Z" fill={skin.base} sliver={2} />
      <Tunic />
      <Ink d="M-17 -300C-4 -290 12 -290 23 -300L22 -285C10 -277 -4 -277 -17 -286Z" fill={cloth} width={4} sliver={2} amount={0.6} />
      <Place x={8} y={-336} scale={0.95} turn={4}>
        <Head view={view} skin={skin} aged mouth={mouth} eyes={eyes} brow={palette.thinInk}>
          <Turban view={view} />
        </Head>
      </Place>
      {holding === undefined ? (
        <Arm shoulder={[-36, -258]} elbow={[-56, -198]} wrist={[-18, -166]} sleeve={cloth} skin={skin} hand="rest" bend={4} cuff={palette.sophora} />
      ) : (
        <Arm shoulder={[-36, -258]} elbow={[-50, -194]} wrist={[8, -190]} sleeve={cloth} skin={skin} hand="fist" bend={-12} cuff={palette.sophora} held={things[holding]} />
      )}
    </>
  );
}
