import type { ReactElement } from 'react';
import { Girl } from '../cast/girl.tsx';
import { Grandfather } from '../cast/grandfather.tsx';
import { Grandmother } from '../cast/grandmother.tsx';
import { Letter } from '../cast/holdings.tsx';
import { Man } from '../cast/man.tsx';
import { Mother } from '../cast/mother.tsx';
import { Officer } from '../cast/officer.tsx';
import { Student } from '../cast/student.tsx';
import { WheelchairMan } from '../cast/wheelchair-man.tsx';
import { Ink, Line, Picture, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { box, ellipse } from '../shape.ts';
import { FlatSheet, Room } from './backdrop.tsx';
import { BigCard, BigSheet, Corners, Plate, Tick } from './close-up.tsx';
import { Counter, Sign, Sun, Vase } from './furniture.tsx';
import { stepBox } from './step-props.ts';
import type { StepSceneProps } from './step-props.ts';

/** Not at home: sign under the officer's eyes. */
export function SignBeforeOfficer({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.softLotus} />
      <Sun x={340} y={240} r={220} fill={palette.sophora} />
      <Place x={310} y={548} scale={1.1}><Man role="neighbour" gesture="sign" holding="nothing" mouth="smile" /></Place>
      <Place x={800} y={352} scale={1.12} flip><Officer gesture="show" mouth="smile" /></Place>
      <Ink d="M-1120 380H2200V560H-1120Z" fill={palette.leaf} />
      <Ink d="M-1120 362H2200V394H-1120Z" fill={palette.wood} sliver={4} />
      <FlatSheet x={490} y={374} scale={1.15} />
      <Place x={660} y={350} turn={-4} scale={0.62}><BigCard fill={palette.whitePaper} /></Place>
      <Place x={1004} y={364} scale={0.8}><Vase /></Place>
      <Plate x={560} y={470} text={labels?.right} size={34} />
    </Picture>
  );
}

/** Face in the frame, finger on the glass, eyes wide open. */
export function Biometrics({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.youngLeaf} />
      <Ink d={box(70, 40, 340, 440, 10)} fill={palette.whitePaper} sliver={0} />
      <Place x={240} y={700} scale={1.36}><Student mouth="calm" holding="folder" /></Place>
      <Ink d="M-1120 486H2200V560H-1120Z" fill={palette.sand} sliver={4} />
      <Corners x={130} y={84} width={230} height={270} color={palette.lacquer} />
      <Place x={560} y={300}>
        <Ink d={box(-92, -110, 184, 250, 16)} fill={palette.thinInk} sliver={5} />
        <Ink d={box(-66, -84, 132, 150, 8)} fill={palette.youngLeaf} sliver={0} />
        <Line d="M0 -62C-46 -62 -46 -20 -46 22M0 -40C-28 -40 -26 -8 -28 40M0 -18C-10 -18 -8 6 -10 48M0 -62C46 -62 46 -20 46 22M0 -40C28 -40 26 -8 28 40M0 -18C10 -18 8 6 10 48" width={6} color={palette.jade} />
        <circle cx={0} cy={104} r={14} fill={palette.sophora} stroke={palette.ink} strokeWidth={4} />
      </Place>
      <Place x={860} y={196}>
        <Ink d="M-130 0C-80 -84 80 -84 130 0C80 84 -80 84 -130 0Z" fill={palette.whitePaper} sliver={0} />
        <Ink d={ellipse(0, 0, 56)} fill={palette.wood} sliver={4} />
        <circle r={25} fill={palette.ink} />
        <circle cx={14} cy={-14} r={9} fill={palette.whitePaper} />
        <Line d="M-120 -46L-142 -74M-66 -78L-78 -112M0 -90V-126M66 -78L78 -112M120 -46L142 -74" width={7} />
      </Place>
      <Tick x={388} y={80} r={36} />
      <Tick x={652} y={196} r={36} />
      <Tick x={988} y={268} r={36} />
      <Plate x={840} y={420} text={labels?.right} size={34} />
    </Picture>
  );
}

/** Pay at the counter and wait for the receipt. */
export function PayAtCounter({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.paleSophora} />
      <Sun x={330} y={260} r={220} fill={palette.sophora} />
      <Place x={310} y={504} scale={0.98}><Mother holding="nothing" cloth={palette.lotus} mouth="smile" /></Place>
      <Place x={780} y={308} scale={0.98} flip><Officer gesture="hand-over" /></Place>
      <Place x={520} y={504}><Counter width={600} height={196} flowers={labels?.right === undefined} /></Place>
      <Place x={560} y={256} turn={-5}>
        <Ink d={box(-74, -38, 148, 76, 5)} fill={palette.youngLeaf} sliver={4} />
        <Ink d={ellipse(0, 0, 22)} fill={palette.paper} width={4} sliver={2} />
        <Line d="M-60 -24H-44M44 24H60" width={4.6} amount={0.5} />
      </Place>
      <Place x={980} y={184} turn={4} scale={0.78}>
        <Ink d="M-90 -130H90V130L60 112L30 130L0 112L-30 130L-60 112L-90 130Z" fill={palette.whitePaper} sliver={0} />
        <Line d="M-50 -92H50" width={9} color={palette.lacquer} />
        <Line d="M-60 -46H20M40 -46H60M-60 -10H6M40 -10H60M-60 46H-10M20 46H60" width={6} color={palette.thinInk} />
      </Place>
      <Tick x={1040} y={72} r={36} />
      <Plate x={820} y={428} text={labels?.right} size={34} />
    </Picture>
  );
}

/** The post office takes the file and carries it; it does not decide. */
export function SendByPost({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.faceWash} />
      <Sun x={300} y={250} r={220} fill={palette.paper} />
      <Place x={936} y={36}><Sign text={labels?.place} width={200} /></Place>
      <Place x={250} y={504} scale={1.02}><Grandfather holding="folder" gesture="show" mouth="smile" /></Place>
      <Place x={780} y={308} scale={0.98} flip><Officer gesture="show" kind="post" mouth="smile" /></Place>
      <Place x={560} y={504}><Counter width={560} height={196} color={palette.indigo} flowers={labels?.right === undefined} lowWidth={120} /></Place>
      <Place x={574} y={244} turn={-5} scale={1.9}><Letter /></Place>
      <Place x={1000} y={258} turn={3}>
        <Ink d={box(-56, -48, 112, 92, 5)} fill={palette.wood} sliver={5} />
        <Line d="M-56 -10H56M0 -48V44" width={8} color={palette.paleSophora} amount={0.6} />
      </Place>
      <Plate x={840} y={428} text={labels?.right} size={32} />
    </Picture>
  );
}

/** The assessment comes to everybody's height. */
export function Disability({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.youngLeaf} />
      <Sun x={360} y={260} r={230} fill={palette.paleSophora} />
      <Place x={300} y={506} scale={1.16}><WheelchairMan holding="folder" mouth="smile" /></Place>
      <Place x={640} y={520} scale={1.08} flip><Man role="nurse" gesture="show" holding="paper" mouth="smile" /></Place>
      <Place x={890} y={224} turn={4} scale={1.12}><BigSheet /></Place>
      <Tick x={996} y={96} r={40} />
      <Plate x={890} y={446} text={labels?.right} size={32} />
    </Picture>
  );
}

/** For an older person: one request, and a young one who helps to write. */
export function Pension({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.sophora} />
      <Sun x={420} y={260} r={236} />
      <Place x={240} y={508} scale={1.14}><Grandmother gesture="rest" mouth="laugh" eyes="closed" /></Place>
      <Place x={460} y={508} scale={1.12}><Grandfather holding="paper" gesture="cane" mouth="smile" /></Place>
      <Place x={720} y={508} scale={1.04} flip><Girl gesture="wave" /></Place>
      <Place x={930} y={210} turn={4} scale={1.16}><BigSheet /></Place>
      <Tick x={1030} y={72} r={40} />
      <Plate x={910} y={440} text={labels?.right} size={32} />
    </Picture>
  );
}

/** A doctor's look and a certificate with a date that still holds. */
export function HealthCheck({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.softLotus} />
      <Sun x={350} y={250} r={226} fill={palette.paper} />
      <Place x={220} y={540} scale={1.14}><Man role="nurse" gesture="touch" holding="nothing" mouth="smile" /></Place>
      <Place x={500} y={540} scale={1.14} flip><Student mouth="calm" /></Place>
      <Place x={860} y={232} turn={3} scale={1.36}>
        <BigSheet />
        <Ink d="M-52 14C-76 -14 -44 -40 -24 -16C-4 -40 28 -14 4 14L-24 42Z" fill={palette.lotus} width={4.4} sliver={4} />
      </Place>
      <Tick x={988} y={68} r={42} />
      <Plate x={862} y={464} text={labels?.right} size={34} />
    </Picture>
  );
}

/** Two who know the matter well stand by while the pledge is signed. */
export function WitnessPledge({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.paleSophora} />
      <Sun x={520} y={240} r={230} fill={palette.sophora} />
      <Place x={150} y={540} scale={1.06}><Grandmother gesture="show" mouth="smile" /></Place>
      <Place x={940} y={540} scale={1.06} flip><Man role="neighbour" gesture="wave" holding="nothing" mouth="laugh" /></Place>
      <Place x={420} y={552} scale={1.1}><Mother holding="pen" cloth={palette.sophora} /></Place>
      <Place x={700} y={548} scale={1.1} flip><Man role="builder" gesture="hold" holding="nothing" mouth="smile" /></Place>
      <Ink d="M-1120 392H2200V560H-1120Z" fill={palette.leaf} />
      <Ink d="M-1120 374H2200V406H-1120Z" fill={palette.wood} sliver={4} />
      <FlatSheet x={560} y={386} scale={1.1} />
      <Plate x={560} y={474} text={labels?.right} size={34} />
    </Picture>
  );
}
