import type { ReactElement } from 'react';
import { Ink, Flat, Line, Picture, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { skins } from '../palette.ts';
import { box, ellipse } from '../shape.ts';
import { Ground } from './backdrop.tsx';
import { BankCard, BigCard, BigPhone, BigSheet, Cross, Grip, Plate, Pointing, Table, Tick } from './close-up.tsx';
import { Office, PlateText, Sun, Tree } from './furniture.tsx';
import { stepBox } from './step-props.ts';
import type { StepSceneProps } from './step-props.ts';

/** A field on a phone's screen: a box with a line of writing, filled or waiting. */
function Field({ x, y, width, state = 'empty' }: { readonly x: number; readonly y: number; readonly width: number; readonly state?: 'empty' | 'filled' | 'chosen' | undefined }): ReactElement {
  return (
    <>
      <Line d={`M${x + 4} ${y - 13}H${x + width * 0.45}`} width={5} color={palette.thinInk} amount={0.5} />
      <Ink d={box(x, y, width, 44, 6)} fill={state === 'chosen' ? palette.sophora : state === 'filled' ? palette.youngLeaf : palette.whitePaper} width={4} sliver={3} amount={0.8} />
      {state === 'empty' ? null : <Line d={`M${x + 18} ${y + 23}H${x + width * 0.66}`} width={7} amount={0.6} />}
    </>
  );
}

/** Choose province and ward on the phone; the office they lead to stands beside it. */
export function ChoosePlace({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.youngLeaf} />
      <Sun x={790} y={210} r={190} fill={palette.paleSophora} />
      <Ink d="M-1120 430H-20C200 410 420 424 640 416C820 410 980 424 1100 414H2200V560H-1120Z" fill={palette.sophora} sliver={5} />
      <Place x={560} y={424} scale={1.15}><Tree /></Place>
      <Place x={1016} y={424} scale={1.3}><Tree /></Place>
      <Place x={800} y={436} scale={1.12}><Office text={labels?.place} /></Place>
      <Place x={800} y={166}>
        <Ink d="M0 0C-34 -46 -52 -66 -52 -94C-52 -124 -28 -146 0 -146C28 -146 52 -124 52 -94C52 -66 34 -46 0 0Z" fill={palette.lacquer} />
        <Ink d={ellipse(0, -94, 19)} fill={palette.whitePaper} width={4.4} sliver={0} />
      </Place>
      <Place x={110} y={36}>
        <BigPhone width={290} height={560}>
          <Field x={44} y={94} width={202} state="filled" />
          <Field x={44} y={182} width={202} state="chosen" />
          <Line d="M48 262H200M48 300H220M48 338H180" width={6} color={palette.silver} amount={0.5} />
          <path d="M210 110l10 11 18-20" fill="none" stroke={palette.jade} strokeWidth={8} strokeLinecap="round" strokeLinejoin="round" />
        </BigPhone>
      </Place>
      <Place x={316} y={232} turn={-24} scale={0.86}><Pointing skin={skins.tan} sleeve={palette.indigo} cuff={palette.whitePaper} /></Place>
      <Plate x={800} y={482} text={labels?.right} size={34} />
    </Picture>
  );
}

function Dots({ x, y }: { readonly x: number; readonly y: number }): ReactElement {
  return (
    <>
      {[0, 1, 2, 3, 4, 5].map((i) => (
        <g key={i}>
          <Ink d={box(x + i * 37, y, 31, 40, 4)} fill={palette.paleSophora} width={3.4} sliver={2} amount={0.5} />
          <circle cx={x + 15.5 + i * 37} cy={y + 20} r={6.5} fill={palette.ink} />
        </g>
      ))}
    </>
  );
}

/** Type the secret code yourself; never tell it to a caller. */
export function SignIn({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.paleSophora} />
      <Sun x={280} y={250} r={236} fill={palette.sophora} />
      <Place x={120} y={22}>
        <BigPhone width={300} height={580}>
          <Ink d="M150 76L216 100V148C216 190 188 216 150 232C112 216 84 190 84 148V100Z" fill={palette.leaf} sliver={6} />
          <Flat d={`${ellipse(150, 134, 21, 23)}M110 198C114 160 186 160 190 198C178 210 164 216 150 222C136 216 122 210 110 198Z`} fill={palette.whitePaper} />
          <Dots x={40} y={262} />
          <Ink d={box(50, 336, 200, 58, 10)} fill={palette.lacquer} sliver={4} />
          <Line d="M104 365H178M168 353L182 365L168 377" width={7} color={palette.whitePaper} amount={0.4} />
        </BigPhone>
      </Place>
      <Place x={356} y={300} turn={-26} scale={0.84}><Pointing /></Place>
      <Tick x={420} y={70} />
      <Line d="M640 60V460" width={4.4} color={palette.wood} />
      <Place x={700} y={110}>
        <Ink d="M0 30C0 12 12 0 30 0H268C286 0 298 12 298 30V128C298 146 286 158 268 158H116L64 206L70 158H30C12 158 0 146 0 128Z" fill={palette.whitePaper} sliver={0} />
        <Dots x={40} y={58} />
      </Place>
      <Place x={770} y={360} turn={-18}>
        <Ink d="M-62 -26C-40 -46 40 -46 62 -26C72 -14 70 4 60 12H34C26 4 28 -8 22 -12H-22C-28 -8 -26 4 -34 12H-60C-70 4 -72 -14 -62 -26Z" fill={palette.thinInk} sliver={4} />
        <Line d="M0 34V66M-26 30L-44 56M26 30L44 56" width={6} />
      </Place>
      <Cross x={990} y={110} />
      <Plate x={300} y={474} text={labels?.right} size={34} />
      <Plate x={846} y={474} text={labels?.wrong} size={34} />
    </Picture>
  );
}

/** Copy the name and number just as the card has them. */
export function FillForm({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.softLotus} />
      <Table y={360} />
      <Place x={240} y={250} turn={-5} scale={1.72}><BigCard /></Place>
      <Line d="M392 196C430 178 470 172 520 170M498 154L524 170L504 190" width={8} color={palette.lacquer} />
      <Line d="M384 258C430 268 470 270 520 268M498 252L524 268L504 288" width={8} color={palette.lacquer} />
      <Place x={540} y={24}>
        <BigPhone width={330} height={580}>
          <Field x={48} y={122} width={234} state="filled" />
          <Field x={48} y={214} width={234} state="filled" />
          <Field x={48} y={306} width={234} />
          <Line d="M52 68H200" width={10} color={palette.lacquer} amount={0.6} />
        </BigPhone>
      </Place>
      <Place x={792} y={334} turn={-24} scale={0.86}><Pointing skin={skins.fair} sleeve={palette.lotus} cuff={palette.whitePaper} /></Place>
      <Tick x={868} y={70} />
      <Plate x={250} y={462} text={labels?.right} size={34} />
    </Picture>
  );
}

/** A clear picture goes up; a dark, slanted one comes back. */
export function AttachFiles({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.youngLeaf} />
      <Sun x={540} y={250} r={230} fill={palette.paper} />
      <Place x={400} y={24}>
        <Grip width={270} sleeve={palette.plum}>
          <BigPhone width={270} height={480}>
            <Ink d={box(46, 74, 80, 100, 4)} fill={palette.whitePaper} width={4} sliver={0} />
            <Line d="M62 96H108M62 114H104M62 132H96" width={4} color={palette.thinInk} amount={0.5} />
            <Ink d={box(144, 74, 80, 100, 4)} fill={palette.youngLeaf} width={4} sliver={3} />
            <Line d="M160 100H206M160 118H200" width={4} color={palette.thinInk} amount={0.5} />
            <Line d="M50 208H220V306H50Z" width={4} color={palette.thinInk} />
            <Line d="M135 290V228M108 254L135 226L162 254" width={10} color={palette.jade} />
            <Ink d={box(50, 342, 170, 56, 10)} fill={palette.lacquer} sliver={4} />
            <Line d="M90 370H178" width={7} color={palette.whitePaper} amount={0.4} />
          </BigPhone>
        </Grip>
      </Place>
      <Place x={176} y={220} turn={-3} scale={1.1}><BigSheet /></Place>
      <Place x={910} y={226} turn={17} scale={1.02}>
        <Ink d="M-100 -125H100V125H-100Z" fill={palette.thinInk} sliver={0} />
        <Line d="M-52 -82C-30 -78 20 -88 52 -80M-66 -44C-30 -36 10 -52 66 -40M-66 -14C-30 -4 20 -22 60 -10M-62 20C-20 30 10 10 50 22" width={9} color="#6A6474" amount={3} />
        <Flat d="M-30 60C10 40 60 40 84 70C60 110 0 116 -30 60Z" fill="#6A6474" amount={4} />
      </Place>
      <Tick x={286} y={92} />
      <Cross x={1006} y={84} />
      <Plate x={176} y={432} text={labels?.right} size={34} />
      <Plate x={900} y={432} text={labels?.wrong} size={34} />
    </Picture>
  );
}

/** Pay on the phone; keep the receipt. */
export function PayFee({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.paleSophora} />
      <Table y={350} fill={palette.leaf} />
      <Place x={196} y={232} turn={-10} scale={1.3}><BankCard /></Place>
      <Place x={200} y={412} turn={4}>
        <Ink d={box(-118, -58, 236, 116, 6)} fill={palette.youngLeaf} sliver={4} />
        <Ink d={ellipse(0, 0, 34)} fill={palette.paper} width={4} sliver={3} />
        <Line d="M-96 -38H-70M70 38H96M-14 -6H14M-14 8H14" width={5} amount={0.5} />
      </Place>
      <Place x={400} y={22}>
        <Grip width={280} sleeve={palette.sophora} skin={skins.tan}>
          <BigPhone width={280} height={490}>
            <Line d="M60 84H180" width={10} color={palette.lacquer} amount={0.6} />
            <Line d="M60 122H220M60 150H196M60 178H212" width={5.5} color={palette.thinInk} amount={0.5} />
            <Ink d={ellipse(140, 268, 60)} fill={palette.jade} sliver={5} />
            <path d="M114 270l19 20 36-42" fill="none" stroke={palette.whitePaper} strokeWidth={13} strokeLinecap="round" strokeLinejoin="round" />
            <Line d="M90 372H190" width={9} color={palette.thinInk} amount={0.5} />
          </BigPhone>
        </Grip>
      </Place>
      <Place x={904} y={240} turn={4}>
        <Ink d="M-110 -160H110V150L80 132L50 150L20 132L-10 150L-40 132L-70 150L-110 132Z" fill={palette.whitePaper} sliver={0} />
        <Line d="M-60 -116H60" width={9} color={palette.lacquer} />
        <Line d="M-76 -66H30M60 -66H78M-76 -30H10M52 -30H78M-76 6H40M60 6H78" width={5.5} color={palette.thinInk} />
        <Line d="M-76 44H78" width={4} />
        <Line d="M-76 82H-20M30 82H78" width={9} />
      </Place>
      <Tick x={1000} y={92} />
      <Plate x={904} y={462} text={labels?.right} size={34} />
    </Picture>
  );
}

/** Send it, then keep the dossier code: write it down or photograph it. */
export function Submit({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.sophora} />
      <Sun x={270} y={240} r={210} fill={palette.paleSophora} />
      <Table y={380} />
      <Place x={130} y={26}>
        <BigPhone width={290} height={580}>
          <Ink d={ellipse(145, 140, 58)} fill={palette.jade} sliver={5} />
          <path d="M120 142l18 19 34-40" fill="none" stroke={palette.whitePaper} strokeWidth={12} strokeLinecap="round" strokeLinejoin="round" />
          <Line d="M70 236H220" width={7} color={palette.thinInk} amount={0.5} />
          <Ink d={box(40, 264, 210, 70, 8)} fill={palette.paleSophora} width={4.4} sliver={4} />
          {labels?.code === undefined ? <Line d="M64 299H100M116 299H170M186 299H226" width={10} /> : <PlateText x={145} y={311} text={labels.code} size={Math.min(34, 330 / labels.code.length)} />}
        </BigPhone>
      </Place>
      <Line d="M440 262C490 244 530 244 570 262M546 238L574 264L542 284" width={9} color={palette.lacquer} />
      <Place x={790} y={250} turn={-4}>
        <Ink d="M-180 -140H180V150H-180Z" fill={palette.whitePaper} />
        <Line d="M-158 -140V150" width={3} color={palette.lotus} />
        <Line d="M-130 -90H140M-130 20H140M-130 66H140M-130 112H90" width={3} color={palette.tileCorner} />
        {[-120, -60, 0, 60, 120].map((x) => (
          <path key={x} d={`M${x} -152v24`} stroke={palette.ink} strokeWidth={7} strokeLinecap="round" />
        ))}
        <Ink d={box(-132, -74, 272, 76, 6)} fill={palette.paleSophora} width={4.4} sliver={4} />
        {labels?.code === undefined ? <Line d="M-104 -36H-54M-34 -36H40M60 -36H112" width={11} color={palette.indigo} /> : <PlateText x={4} y={-22} text={labels.code} size={Math.min(42, 430 / labels.code.length)} color={palette.indigo} />}
      </Place>
      <Place x={936} y={296} turn={-52}>
        <Ink d="M-8 -10L0 -34L8 -10Z" fill={palette.paleSophora} width={3.6} sliver={1} amount={0.3} />
        <Ink d={box(-9, -12, 18, 150, 3)} fill={palette.indigo} width={4.4} sliver={3} amount={0.6} />
      </Place>
      <Place x={988} y={330} turn={-40} scale={0.98}>
        <WritingHand />
      </Place>
      <Tick x={420} y={66} />
      <Plate x={760} y={464} text={labels?.right} size={34} />
    </Picture>
  );
}

/** A fist round a pen, seen from the side; the pen passes (0, 0), the arm comes from the lower right. */
function WritingHand(): ReactElement {
  return (
    <>
      <Ink d="M-46 -6C-52 -26 -30 -34 -14 -24C-2 -40 26 -40 38 -24C62 -26 76 -8 74 16C88 40 86 72 70 96L66 220H-14L-16 110C-30 92 -36 62 -32 38C-44 28 -50 10 -46 -6Z" fill={skins.warm.base} amount={1.4} />
      <Line d="M-14 -24C-8 -10 -10 8 -20 18C-26 26 -32 32 -32 38M38 -24C42 -10 38 4 28 12M74 16C70 26 62 34 52 36" width={3.6} amount={0.6} />
      <Ink d="M-32 180L86 172L104 460H-50Z" fill={palette.plum} />
      <Line d="M-30 200L88 192" width={9} color={palette.sophora} amount={0.6} />
    </>
  );
}

/** Look up where the dossier is: a line of stations and a message. */
export function Track({ labels, ...rest }: StepSceneProps): ReactElement {
  const stations = [92, 178, 264, 350];
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.youngLeaf} />
      <Sun x={320} y={250} r={230} fill={palette.paper} />
      <Place x={170} y={20}>
        <Grip width={290} sleeve={palette.lacquer} skin={skins.fair}>
          <BigPhone width={290} height={490}>
            <Line d="M70 92V350" width={7} color={palette.silver} amount={0.4} />
            <Line d="M70 92V264" width={7} color={palette.jade} amount={0.4} />
            {stations.map((y, i) => (
              <g key={y}>
                <Ink d={ellipse(70, y, 22)} fill={i < 2 ? palette.jade : i === 2 ? palette.lacquer : palette.whitePaper} width={4.6} sliver={0} amount={0.6} />
                {i < 2 ? <path d={`M60 ${y + 1}l7 8 14-16`} fill="none" stroke={palette.whitePaper} strokeWidth={6} strokeLinecap="round" strokeLinejoin="round" /> : null}
                <Line d={`M112 ${y - 8}H${i === 2 ? 236 : 214}M112 ${y + 10}H${i === 1 ? 176 : 190}`} width={i === 2 ? 7 : 5} color={i === 3 ? palette.silver : palette.thinInk} amount={0.5} />
              </g>
            ))}
          </BigPhone>
        </Grip>
      </Place>
      <Place x={620} y={76}>
        <Ink d="M0 32C0 12 12 0 32 0H340C360 0 372 12 372 32V126C372 146 360 158 340 158H110L40 204L58 158H32C12 158 0 146 0 126Z" fill={palette.whitePaper} sliver={0} />
        <Ink d={ellipse(66, 80, 36)} fill={palette.sophora} width={4.4} sliver={4} />
        <path d="M50 82l12 13 22-27" fill="none" stroke={palette.ink} strokeWidth={8} strokeLinecap="round" strokeLinejoin="round" />
        <Line d="M130 56H320M130 84H296M130 112H240" width={7} color={palette.thinInk} />
      </Place>
      <Place x={800} y={390}>
        <Ink d={box(-120, -86, 240, 170, 8)} fill={palette.whitePaper} sliver={0} />
        <Ink d={box(-120, -86, 240, 48, 8)} fill={palette.lacquer} sliver={4} />
        <Line d="M-70 -104V-70M70 -104V-70" width={9} />
        {[0, 1, 2, 3, 4, 5, 6, 7].map((i) => (
          <rect key={i} x={-96 + (i % 4) * 52} y={-18 + Math.floor(i / 4) * 48} width={34} height={30} rx={4} fill={i < 5 ? palette.youngLeaf : i === 5 ? palette.sophora : palette.sand} stroke={palette.ink} strokeWidth={3.4} />
        ))}
      </Place>
      <Plate x={800} y={494} text={labels?.right} size={30} />
    </Picture>
  );
}
