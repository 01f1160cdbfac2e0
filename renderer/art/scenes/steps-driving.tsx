import type { ReactElement } from 'react';
import { Flat, Ink, Line, Picture, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { skins } from '../palette.ts';
import { box, ellipse } from '../shape.ts';
import { Ground } from './backdrop.tsx';
import { BigCard, BigPhone, BigSheet, Corners, Cross, Grip, Plate, Table, Tick } from './close-up.tsx';
import { Sun } from './furniture.tsx';
import { Motorbike } from './motorbike.tsx';
import { stepBox } from './step-props.ts';
import type { StepSceneProps } from './step-props.ts';

/** Straight, bare and clear; not with hat and glasses. */
export function PassportPhoto({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.sophora} />
      <Table y={404} />
      <Place x={300} y={226} turn={-2}><Portrait /><Corners x={-142} y={-186} width={284} height={372} color={palette.jade} /></Place>
      <Place x={780} y={226} turn={5}>
        <Portrait ground={palette.leaf} />
        <Ink d="M-104 -70C-90 -142 90 -142 104 -70C128 -66 142 -58 150 -46H-150C-142 -58 -128 -66 -104 -70Z" fill={palette.lacquer} sliver={5} />
        <Line d="M-62 -16H-12V22H-62ZM12 -16H62V22H12ZM-12 0H12" width={9} />
      </Place>
      <Tick x={462} y={70} />
      <Cross x={966} y={70} />
      <Plate x={300} y={470} text={labels?.right} size={34} />
      <Plate x={780} y={470} text={labels?.wrong} size={34} />
    </Picture>
  );
}

/** Head and shoulders of nobody in particular on a photo, 240 × 340, its middle at (0, 0). */
function Portrait({ ground = palette.whitePaper }: { readonly ground?: string | undefined }): ReactElement {
  const skin = skins.warm;
  return (
    <>
      <Ink d={box(-120, -170, 240, 340, 4)} fill={ground} sliver={0} />
      <Ink d="M-112 168C-104 92 -60 76 -30 68H30C60 76 104 92 112 168Z" fill={palette.indigo} sliver={5} />
      <Ink d="M-24 40H24V84C8 98 -8 98 -24 84Z" fill={skin.base} width={4.4} sliver={0} />
      <Flat d={`${ellipse(-80, 6, 14, 20)}${ellipse(80, 6, 14, 20)}`} fill={skin.shade} />
      <Ink d="M-76 -16C-76 -92 76 -92 76 -16C76 46 36 78 0 78C-36 78 -76 46 -76 -16Z" fill={skin.base} />
      <Ink d="M-80 -14C-92 -112 92 -112 80 -14C66 -40 50 -56 30 -60C0 -54 -50 -58 -64 -34C-72 -26 -76 -20 -80 -14Z" fill={palette.ink} sliver={4} />
      <circle cx={-30} cy={2} r={7} fill={palette.ink} />
      <circle cx={30} cy={2} r={7} fill={palette.ink} />
      <Line d="M0 8V26M-20 46C-10 54 10 54 20 46" width={5} />
    </>
  );
}

/** See on the phone whether a fine is still open. */
export function TrafficFines({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.softLotus} />
      <Ink d="M-1120 396H2200V560H-1120Z" fill={palette.thinInk} sliver={4} />
      <Line d="M-1000 470H-880M-800 470H-680M-600 470H-480M-400 470H-280M-200 470H-80M0 470H120M200 470H320M400 470H520M600 470H720M800 470H920M1000 470H1120M1200 470H1320M1400 470H1520M1600 470H1720M1800 470H1920M2000 470H2120" width={10} color={palette.paleSophora} />
      <Place x={230} y={420} scale={0.86}><Motorbike /></Place>
      <Line d="M520 400V150" width={14} color={palette.woodDark} />
      <Ink d={box(474, 40, 92, 190, 20)} fill={palette.ink} sliver={0} />
      {[palette.lacquer, palette.sophora, palette.leaf].map((fill, i) => <circle key={fill} cx={520} cy={78 + i * 57} r={22} fill={fill} />)}
      <Place x={700} y={26}>
        <Grip width={240} sleeve={palette.indigo}>
          <BigPhone width={240} height={420}>
            <Line d="M44 96H196M44 132H160M44 168H184" width={7} color={palette.thinInk} amount={0.5} />
            <Ink d={ellipse(120, 264, 52)} fill={palette.jade} sliver={4} />
            <path d="M98 266l16 17 30-35" fill="none" stroke={palette.whitePaper} strokeWidth={11} strokeLinecap="round" strokeLinejoin="round" />
          </BigPhone>
        </Grip>
      </Place>
      <Plate x={470} y={482} text={labels?.right} size={34} />
    </Picture>
  );
}

/** The figure of eight that every rider remembers. */
export function DrivingTest({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.youngLeaf} />
      <Ink d="M-1120 330H2200V560H-1120Z" fill={palette.silver} sliver={4} />
      <Line d="M540 430C640 350 880 350 880 430C880 510 640 510 540 430C440 350 200 350 200 430C200 510 440 510 540 430Z" width={38} color={palette.thinInk} />
      <Line d="M540 430C640 350 880 350 880 430C880 510 640 510 540 430C440 350 200 350 200 430C200 510 440 510 540 430Z" width={6} color={palette.paleSophora} />
      <Place x={360} y={400} scale={0.82}><Motorbike /></Place>
      {[640, 790, 940].map((x) => (
        <Place key={x} x={x} y={372}>
          <Ink d="M-26 0C-22 -30 -16 -56 -6 -84H6C16 -56 22 -30 26 0Z" fill={palette.sophora} sliver={4} />
          <Line d="M-20 -28H20" width={9} color={palette.whitePaper} />
        </Place>
      ))}
      <Place x={850} y={150} turn={4} scale={0.96}><BigSheet /></Place>
      <Tick x={958} y={60} r={36} />
      <Plate x={540} y={498} text={labels?.right} size={32} />
    </Picture>
  );
}

/** The licence itself, its class and its last day. */
export function DrivingLicence({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.paleSophora} />
      <Sun x={760} y={230} r={210} fill={palette.sophora} />
      <Table y={404} fill={palette.leaf} />
      <Place x={300} y={220} turn={-4} scale={2.2}><BigCard fill={palette.softLotus} /></Place>
      <Place x={770} y={420} scale={0.96}><Motorbike /></Place>
      <Tick x={504} y={76} r={42} />
      <Plate x={300} y={468} text={labels?.right} size={34} />
    </Picture>
  );
}
