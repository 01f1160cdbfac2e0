import type { ReactElement, ReactNode } from 'react';
import { Ink, Line, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { skins } from '../palette.ts';
import { Arm } from './arm.tsx';
import { Head } from './head.tsx';
import type { Mouth } from './head.tsx';
import { Folder, Phone, Sheet } from './holdings.tsx';
import { Leg, Shoe } from './leg.tsx';

export type StudentProps = {
  readonly holding?: 'phone' | 'paper' | 'folder' | undefined;
  /** The free hand waves or shows forward; `offer` holds the thing out in front for another to see. */
  readonly gesture?: 'offer' | 'wave' | 'show' | undefined;
  readonly view?: 'threeQuarter' | 'profile' | undefined;
  readonly mouth?: Mouth | undefined;
};

const skin = skins.warm;
const shirt = palette.whitePaper;

function ShortHair({ view }: { readonly view: 'threeQuarter' | 'profile' }): ReactElement {
  const d =
    view === 'profile'
      ? 'M-46 0C-54 -34 -34 -60 -2 -60C18 -61 34 -52 36 -36C38 -28 32 -24 28 -30C18 -30 12 -26 8 -32C4 -24 -2 -18 -6 -12C-10 -18 -20 -14 -20 -4C-20 6 -20 18 -26 24C-36 22 -44 14 -46 0Z'
      : 'M-38 6C-46 -16 -44 -52 -4 -60C22 -64 44 -50 42 -24C40 -16 37 -14 35 -18C32 -24 28 -26 24 -31C18 -26 12 -26 8 -31C0 -24 -12 -24 -18 -18C-22 -12 -24 -2 -26 8C-30 14 -36 14 -38 6Z';
  return (
    <>
      <Ink d={d} fill={palette.ink} sliver={4.5} amount={0.9} />
      <Line d="M-22 -42C-12 -50 0 -52 10 -50" width={2.6} color={palette.thinInk} amount={0.4} />
    </>
  );
}

const things: Readonly<Record<NonNullable<StudentProps['holding']>, ReactNode>> = {
  phone: <Place x={4} y={-28} turn={8}><Phone /></Place>,
  paper: <Place x={12} y={-34} turn={6} scale={0.9}><Sheet /></Place>,
  folder: <Place x={6} y={-28} turn={4} scale={0.9}><Folder /></Place>,
};

// Lines, not a tick: the student is often mirrored, and a mirrored tick is wrong.
const shownPhone = <Place x={4} y={-28} turn={8}><Phone screen="form" tint={palette.paleSophora} /></Place>;

function freeArm(gesture: NonNullable<StudentProps['gesture']>, held: ReactNode): ReactElement {
  const common = { shoulder: [34, -318], sleeve: shirt, skin, bare: true, widths: [40, 36, 26] } as const;
  if (gesture === 'wave') return <Arm {...common} elbow={[90, -316]} wrist={[104, -376]} hand="wave" bend={4} />;
  if (gesture === 'show') return <Arm {...common} elbow={[78, -262]} wrist={[128, -286]} hand="open" />;
  return <Arm {...common} elbow={[76, -258]} wrist={[116, -268]} hand="fist" bend={-8} held={held} />;
}

/** Student with a backpack, facing right; 470 units tall, feet at (0, 0). */
export function Student({ holding = 'phone', gesture = 'show', view = 'threeQuarter', mouth = 'laugh' }: StudentProps): ReactElement {
  return (
    <>
      <Ink d="M-46 -330C-76 -330 -92 -308 -94 -270C-96 -236 -90 -206 -78 -196C-62 -192 -46 -194 -36 -200Z" fill={palette.sophora} amount={1.2} />
      <Line d="M-88 -250C-76 -246 -62 -246 -50 -250" width={3.4} />
      {freeArm(gesture, holding === 'phone' ? shownPhone : things[holding])}
      <Leg hip={[20, -186]} ankle={[28, -18]} cloth={palette.indigo} widths={[46, 38, 34]} />
      <Shoe at={[32, 0]} kind="trainer" color={palette.lacquer} skin={skin} />
      <Leg hip={[-22, -186]} ankle={[-24, -18]} cloth={palette.indigo} widths={[50, 40, 36]} />
      <Shoe at={[-20, 0]} kind="trainer" color={palette.lacquer} skin={skin} />
      <Ink d="M-12 -376L18 -376L22 -346C8 -334 -4 -334 -16 -346Z" fill={skin.base} sliver={2} />
      <Ink d="M-18 -352C-44 -348 -58 -332 -60 -304C-62 -262 -54 -226 -54 -178C-26 -168 26 -168 50 -178C52 -226 56 -262 52 -304C48 -332 40 -348 22 -352Z" fill={shirt} sliver={0} />
      <Line d="M-18 -352L2 -326L24 -352M2 -326L4 -172" width={3.6} amount={0.6} />
      <Line d="M-34 -346C-40 -310 -42 -270 -44 -226" width={15} amount={0.8} />
      <Line d="M-34 -346C-40 -310 -42 -270 -44 -226" width={7} color={palette.leaf} amount={0.8} />
      <Line d="M36 -346C40 -320 42 -300 42 -280" width={15} amount={0.8} />
      <Line d="M36 -346C40 -320 42 -300 42 -280" width={7} color={palette.leaf} amount={0.8} />
      <Place x={6} y={-404}>
        <Head view={view} skin={skin} mouth={mouth}>
          <ShortHair view={view} />
        </Head>
      </Place>
      {gesture === 'offer' ? (
        <Arm shoulder={[-40, -316]} elbow={[-64, -254]} wrist={[-48, -200]} sleeve={shirt} skin={skin} hand="rest" bend={-6} bare widths={[42, 38, 26]} />
      ) : (
        <Arm shoulder={[-40, -316]} elbow={[-58, -248]} wrist={[2, -240]} sleeve={shirt} skin={skin} hand="fist" bend={-14} bare widths={[42, 38, 26]} held={things[holding]} />
      )}
    </>
  );
}
