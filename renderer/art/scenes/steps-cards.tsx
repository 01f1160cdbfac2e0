import type { ReactElement } from 'react';
import { Folder } from '../cast/holdings.tsx';
import { Flat, Ink, Line, Picture, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { skins } from '../palette.ts';
import { box, ellipse } from '../shape.ts';
import { Ground } from './backdrop.tsx';
import { BankCard, BigCard, BigPhone, BigSheet, Grip, Plate, Pointing, Table, Tick } from './close-up.tsx';
import { House, Sun } from './furniture.tsx';
import { stepBox } from './step-props.ts';
import type { StepSceneProps } from './step-props.ts';

/** Money goes to one's own account; the secret code stays with oneself. */
export function OwnBankCard({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.youngLeaf} />
      <Sun x={330} y={240} r={220} fill={palette.paleSophora} />
      <Table y={392} />
      <Place x={320} y={232} turn={-6} scale={1.9}><BankCard /></Place>
      <Place x={820} y={220} scale={1.25}>
        <Line d="M-52 -22V-66C-52 -136 52 -136 52 -66V-22" width={26} />
        <Line d="M-52 -22V-66C-52 -136 52 -136 52 -66V-22" width={14} color={palette.silver} />
        <Ink d={box(-92, -26, 184, 150, 16)} fill={palette.sophora} />
        <circle cx={0} cy={38} r={20} fill={palette.ink} />
        <Line d="M0 44V84" width={14} />
      </Place>
      <Tick x={524} y={92} r={42} />
      <Plate x={320} y={470} text={labels?.right} size={34} />
    </Picture>
  );
}

/** The same insurance on the phone and on paper. */
export function HealthInsurance({ labels, ...rest }: StepSceneProps): ReactElement {
  const heart = 'M0 34C-64 -8 -36 -64 0 -32C36 -64 64 -8 0 34Z';
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.softLotus} />
      <Sun x={330} y={250} r={230} fill={palette.paper} />
      <Place x={190} y={22}>
        <Grip width={280} sleeve={palette.leaf} skin={skins.tan}>
          <BigPhone width={280} height={490}>
            <Place x={140} y={150} scale={1.12}><BigCard fill={palette.youngLeaf} /></Place>
            <Place x={140} y={316} scale={1.3}><Ink d={heart} fill={palette.lotus} sliver={5} /></Place>
          </BigPhone>
        </Grip>
      </Place>
      <Place x={800} y={210} turn={4} scale={2}>
        <BigCard fill={palette.paleSophora} />
        <Place x={56} y={30} scale={0.5}><Ink d={heart} fill={palette.lotus} sliver={4} /></Place>
      </Place>
      <Tick x={486} y={70} r={40} />
      <Tick x={986} y={84} r={40} />
      <Plate x={800} y={440} text={labels?.right} size={34} />
    </Picture>
  );
}

/** Papers in a folder for the child's own card. */
export function ChildCard({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.sophora} />
      <Sun x={340} y={230} r={220} />
      <Table y={404} />
      <Place x={330} y={214} turn={-3} scale={2.1}>
        <Ink d={box(-95, -61, 190, 122, 12)} fill={palette.whitePaper} />
        <Ink d={box(-78, -42, 60, 76, 3)} fill={palette.youngLeaf} width={3.4} sliver={0} amount={0.6} />
        <Flat d={ellipse(-48, 0, 21, 22)} fill={skins.fair.base} />
        <Ink d="M-70 0C-74 -34 -22 -34 -26 0C-32 -14 -44 -16 -52 -14C-60 -12 -66 -8 -70 0Z" fill={palette.ink} width={2} sliver={2} amount={0.4} />
        <Line d="M-55 1V4M-41 1V4M-54 12C-50 16 -46 16 -42 12" width={2.8} amount={0.2} />
        <Line d="M-4 -34H74M-4 -10H62M-4 14H70" width={5} color={palette.thinInk} amount={0.5} />
      </Place>
      <Place x={790} y={236} turn={4} scale={1.24}><BigSheet /></Place>
      <Place x={984} y={330} turn={8} scale={1.7}><Folder color={palette.lotus} /></Place>
      <Tick x={546} y={84} r={42} />
      <Plate x={330} y={470} text={labels?.right} size={34} />
    </Picture>
  );
}

/** The plot on the map: its edges, its neighbours. */
export function LandMap({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.youngLeaf} />
      <Table y={420} />
      <Place x={430} y={228} turn={-2}>
        <Ink d={box(-330, -190, 660, 380, 4)} fill={palette.paper} sliver={0} />
        <Line d="M-330 -60C-200 -40 -90 -80 330 -40M-150 -190L-120 -54M60 -190L70 -60M230 -190L220 -50M-240 -50L-260 190M-30 -64L-50 190M170 -54L190 190M-260 70L-40 80M180 80L330 70" width={5} color={palette.tileCorner} />
        <Ink d="M-30 -62L168 -54L186 78L-42 80Z" fill={palette.sophora} width={7} sliver={6} />
        <Ink d="M-330 110C-250 90 -290 150 -240 190H-330Z" fill={palette.faceWash} width={4} sliver={4} />
        <Place x={68} y={30} scale={0.36}><House /></Place>
        {[[-30, -62], [168, -54], [186, 78], [-42, 80]].map(([x = 0, y = 0]) => <circle key={x} cx={x} cy={y} r={12} fill={palette.lacquer} stroke={palette.ink} strokeWidth={4} />)}
      </Place>
      <Place x={660} y={250} turn={-30} scale={0.86}><Pointing skin={skins.tan} sleeve={palette.sophora} cuff={palette.lacquer} /></Place>
      <Place x={940} y={150}><Compass /></Place>
      <Plate x={430} y={484} text={labels?.right} size={34} />
    </Picture>
  );
}

function Compass(): ReactElement {
  return (
    <>
      <Ink d={ellipse(0, 0, 84)} fill={palette.whitePaper} sliver={4} />
      <Ink d="M0 -62L18 0L0 62L-18 0Z" fill={palette.lacquer} width={4.6} sliver={3} />
      <Ink d="M-18 0L0 62L18 0Z" fill={palette.silver} width={4.6} sliver={0} />
    </>
  );
}

/** The certificate people call the red book: name, plot and area looked at. */
export function LandCertificate({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.softLotus} />
      <Sun x={420} y={230} r={210} fill={palette.sophora} />
      <Table y={408} />
      <Place x={420} y={226} turn={-2}>
        <Ink d="M-300 -176H0V176H-300Z" fill={palette.lotus} />
        <Ink d="M0 -176H300V176H0Z" fill={palette.whitePaper} />
        <Line d="M-276 -152H-24V152H-276Z" width={4} color={palette.lotusDeep} />
        <Line d="M-220 -96H-80M-230 -60H-70M-210 60H-90" width={9} color={palette.lacquer} />
        <Line d="M40 -130H200M40 -100H250M40 -70H180" width={6} color={palette.thinInk} />
        <Ink d="M70 -20L210 -34L250 90L90 110Z" fill={palette.paleSophora} width={5} sliver={4} />
        <Line d="M60 140H240" width={6} color={palette.thinInk} />
      </Place>
      <Place x={900} y={420} scale={1.36}><House roof={palette.leaf} open /></Place>
      <Tick x={744} y={74} r={42} />
      <Plate x={420} y={484} text={labels?.right} size={34} />
    </Picture>
  );
}
