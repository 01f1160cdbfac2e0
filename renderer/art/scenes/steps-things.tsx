import type { ReactElement } from 'react';
import { Flat, Ink, Line, Picture, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { skins } from '../palette.ts';
import { box, ellipse } from '../shape.ts';
import { Clock, Ground, Month } from './backdrop.tsx';
import { BigCard, BigPhone, BigSheet, Cross, Grip, Plate, Pointing, Table, Tick } from './close-up.tsx';
import { Sun } from './furniture.tsx';
import { stepBox } from './step-props.ts';
import type { StepSceneProps } from './step-props.ts';

/** Read the draft word by word: the wrong word is struck out, the right one stands over it. */
export function CorrectPaper({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.paleSophora} />
      <Table y={384} />
      <Place x={430} y={236} turn={-3} scale={1.5}>
        <BigSheet ruled={false} />
        <Line d="M-66 -40H66M-66 34H40" width={5.5} color={palette.thinInk} />
        <Line d="M-66 -4H-10" width={9} color={palette.thinInk} />
        <Line d="M-72 8L-2 -16" width={6} color={palette.lacquer} />
        <Line d="M6 -10H70" width={9} color={palette.jade} />
      </Place>
      <Place x={656} y={230} turn={-34} scale={0.86}><Pointing skin={skins.warm} sleeve={palette.plum} cuff={palette.sophora} /></Place>
      <Place x={900} y={232}>
        <Line d="M52 60L116 130" width={34} />
        <Line d="M52 60L116 130" width={22} color={palette.wood} />
        <Ink d={ellipse(0, 0, 88)} fill={palette.youngLeaf} width={11} sliver={0} />
        <Line d="M-50 -16H50M-50 16H24" width={10} color={palette.jade} />
      </Place>
      <Tick x={610} y={74} r={40} />
      <Plate x={430} y={482} text={labels?.right} size={34} />
    </Picture>
  );
}

/** A box with the old papers of a life. */
export function OldPapers({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.youngLeaf} />
      <Sun x={360} y={230} r={210} fill={palette.paper} />
      <Table y={392} />
      <Place x={250} y={196} turn={-14} scale={0.92}><BigSheet /></Place>
      <Place x={400} y={170} turn={3} scale={0.92}><BigSheet /></Place>
      <Place x={540} y={206} turn={15} scale={1}><BigCard /></Place>
      <Ink d={box(140, 262, 500, 190, 8)} fill={palette.wood} />
      <Line d="M160 300H620" width={5} color={palette.woodDark} />
      <Ink d={box(350, 330, 80, 46, 6)} fill={palette.sophora} width={4.6} sliver={4} />
      <Place x={840} y={250} turn={5} scale={1.2}>
        <Ink d="M-100 -125H100V125H-100Z" fill={palette.paleSophora} />
        <Line d="M-66 -60H66M-66 -34H58M-66 -8H64M-66 18H20" width={5.5} color={palette.wood} />
        <Flat d={ellipse(54, 78, 30, 24)} fill={palette.sophora} opacity={0.7} />
        <Ink d={box(-66, -108, 50, 34, 3)} fill={palette.silver} width={4} sliver={2} />
      </Place>
      <Tick x={960} y={104} r={40} />
      <Plate x={840} y={470} text={labels?.right} size={34} />
    </Picture>
  );
}

/** The day that must not be missed. */
export function MindTheDay({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.softLotus} />
      <Sun x={320} y={250} r={230} fill={palette.sophora} />
      <Place x={330} y={240} scale={1.36}><Month /></Place>
      <Place x={560} y={270} turn={-30} scale={0.84}><Pointing sleeve={palette.indigo} cuff={palette.whitePaper} /></Place>
      <Place x={850} y={190} scale={1.9}><Clock /></Place>
      <Tick x={540} y={72} r={42} />
      <Plate x={330} y={472} text={labels?.right} size={34} />
      <Plate x={850} y={400} text={labels?.wrong} size={34} />
      {labels?.wrong === undefined ? null : <Cross x={1000} y={90} r={40} />}
    </Picture>
  );
}

/** The data on the phone, looked at before anything is sent. */
export function LookUpRecord({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.paleSophora} />
      <Sun x={330} y={250} r={230} fill={palette.sophora} />
      <Place x={190} y={22}>
        <Grip width={290} sleeve={palette.jade}>
          <BigPhone width={290} height={490}>
            <Place x={145} y={140} scale={1.16}><BigCard fill={palette.whitePaper} /></Place>
            <Line d="M48 256H240M48 296H206M48 336H226M48 376H170" width={8} color={palette.thinInk} amount={0.5} />
          </BigPhone>
        </Grip>
      </Place>
      <Place x={800} y={230} scale={1.15}>
        <Line d="M74 84L150 168" width={40} />
        <Line d="M74 84L150 168" width={26} color={palette.lacquer} />
        <Ink d={ellipse(0, 0, 124)} fill={palette.whitePaper} width={13} sliver={0} />
        <Line d="M-76 -34H66M-76 6H76M-76 46H20" width={13} color={palette.thinInk} />
      </Place>
      <Tick x={934} y={92} r={42} />
      <Plate x={760} y={470} text={labels?.right} size={34} />
    </Picture>
  );
}

/** Choose a day and an hour on the phone. */
export function BookATime({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.youngLeaf} />
      <Sun x={300} y={250} r={226} fill={palette.paper} />
      <Place x={150} y={26}>
        <BigPhone width={300} height={580}>
          <Place x={150} y={190} scale={0.78}><Month day={7} done={4} /></Place>
          <Ink d={box(50, 326, 200, 56, 10)} fill={palette.jade} sliver={4} />
          <Line d="M96 354H204" width={8} color={palette.whitePaper} amount={0.4} />
        </BigPhone>
      </Place>
      <Place x={392} y={330} turn={-24} scale={0.86}><Pointing skin={skins.fair} sleeve={palette.lotus} cuff={palette.whitePaper} /></Place>
      <Place x={850} y={230} scale={2.5}><Clock fill={palette.paleSophora} /></Place>
      <Tick x={986} y={104} r={44} />
      <Plate x={850} y={446} text={labels?.right} size={34} />
    </Picture>
  );
}
