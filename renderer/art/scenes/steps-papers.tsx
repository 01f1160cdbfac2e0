import type { ReactElement } from 'react';
import { Grandmother } from '../cast/grandmother.tsx';
import { Folder, Stamp } from '../cast/holdings.tsx';
import { Man } from '../cast/man.tsx';
import { Flat, Ink, Line, Picture, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { skins } from '../palette.ts';
import { box } from '../shape.ts';
import { Ground } from './backdrop.tsx';
import { BigCard, BigPhone, BigSheet, Corners, Cross, Grip, Plate, Pointing, Table, Tick } from './close-up.tsx';
import { Sun } from './furniture.tsx';
import { stepBox } from './step-props.ts';
import type { StepSceneProps } from './step-props.ts';

/** Papers laid out and ticked before anything else is done. */
export function PreparePapers({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.sophora} />
      <Sun x={220} y={230} r={210} />
      <Place x={190} y={622} scale={1.28}><Grandmother gesture="show" mouth="smile" holding="folder" /></Place>
      <Table y={388} />
      <Place x={520} y={318} turn={-5}><BigSheet /></Place>
      <Place x={752} y={340} turn={4} scale={0.98}><BigCard /></Place>
      <Place x={956} y={330} turn={3} scale={1.9}><Folder /></Place>
      <Place x={372} y={452} scale={1.2} turn={8}>
        <Ink d={box(-66, -14, 132, 24, 12)} fill={palette.lacquer} width={4.4} sliver={3} amount={0.8} />
        <Ink d="M-66 -14L-94 -2L-66 10Z" fill={palette.paleSophora} width={4} sliver={2} amount={0.4} />
      </Place>
      <Tick x={598} y={206} r={36} />
      <Tick x={836} y={278} r={36} />
      <Tick x={1012} y={246} r={36} />
      <Plate x={756} y={470} text={labels?.right} />
    </Picture>
  );
}

/** All four corners in the picture, beside a picture with a corner cut off. */
export function PhotographPapers({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.sophora} />
      <Table y={330} />
      <Place x={162} y={300} turn={-7} scale={1.08}><BigSheet /></Place>
      <Place x={400} y={20}>
        <Grip width={260}>
          <BigPhone width={260} height={480} screen={palette.wood}>
            <Place x={130} y={220} turn={-2} scale={0.82}><BigSheet /></Place>
            <Corners x={36} y={94} width={188} height={252} />
            <circle cx={130} cy={406} r={24} fill={palette.whitePaper} stroke={palette.ink} strokeWidth={5} />
          </BigPhone>
        </Grip>
      </Place>
      <Place x={806} y={44}>
        <BigPhone width={218} height={400} screen={palette.woodDark}>
          <CutSheet />
          <Corners x={38} y={84} width={142} height={190} />
          <circle cx={109} cy={336} r={20} fill={palette.whitePaper} stroke={palette.ink} strokeWidth={5} />
        </BigPhone>
      </Place>
      <Tick x={662} y={62} />
      <Cross x={1014} y={62} />
      <Plate x={540} y={464} text={labels?.right} />
      <Plate x={908} y={464} text={labels?.wrong} />
    </Picture>
  );
}

/** A sheet that runs out of the screen at the right: its outline is cut by hand, so no clip is needed. */
function CutSheet(): ReactElement {
  return (
    <>
      <Ink d="M100 70L202 108V292H84L26 262Z" fill={palette.whitePaper} />
      <Line d="M120 100L186 124M98 136L194 172M88 166L192 204M78 196L188 236M68 226L150 256" width={5.5} color={palette.thinInk} />
      <Line d="M120 100L186 124" width={8} color={palette.lacquer} />
    </>
  );
}

function Square({ x, y, size }: { readonly x: number; readonly y: number; readonly size: number }): ReactElement {
  const cell = size / 9;
  const filled = [[0, 4], [2, 4], [4, 0], [4, 1], [4, 3], [3, 4], [5, 4], [4, 5], [6, 4], [8, 4], [4, 7], [4, 8], [5, 6], [6, 6], [7, 5], [8, 6], [6, 8], [7, 7], [8, 8], [5, 2], [3, 2]];
  const eye = (ex: number, ey: number): string => `M${x + ex * cell} ${y + ey * cell}h${3 * cell}v${3 * cell}h${-3 * cell}zM${x + (ex + 0.6) * cell} ${y + (ey + 0.6) * cell}v${1.8 * cell}h${1.8 * cell}v${-1.8 * cell}z`;
  return (
    <>
      <path d={eye(0, 0) + eye(6, 0) + eye(0, 6)} fill={palette.ink} fillRule="evenodd" />
      <path d={filled.map(([cx = 0, cy = 0]) => `M${x + cx * cell} ${y + cy * cell}h${cell}v${cell}h${-cell}z`).join('')} fill={palette.ink} />
      {[[1, 1], [7, 1], [1, 7]].map(([cx = 0, cy = 0]) => (
        <rect key={`${cx}${cy}`} x={x + cx * cell} y={y + cy * cell} width={cell} height={cell} fill={palette.ink} />
      ))}
    </>
  );
}

type BarProps = { readonly x: number; readonly y: number; readonly text: string | undefined; readonly safe: boolean };

/** An address bar with its lock closed or open; the words come from the page. */
function AddressBar({ x, y, text, safe }: BarProps): ReactElement {
  return (
    <>
      <Ink d={box(x, y, 430, 86, 43)} fill={safe ? palette.whitePaper : palette.sand} sliver={0} />
      <Ink d={box(x + 32, y + 40, 34, 26, 4)} fill={safe ? palette.jade : palette.silver} width={4} sliver={0} amount={0.5} />
      <Line d={safe ? `M${x + 38} ${y + 40}V${y + 32}C${x + 38} ${y + 16} ${x + 60} ${y + 16} ${x + 60} ${y + 32}V${y + 40}` : `M${x + 38} ${y + 40}V${y + 28}C${x + 38} ${y + 14} ${x + 18} ${y + 14} ${x + 18} ${y + 30}`} width={4.4} amount={0.4} />
      {text === undefined ? (
        <Line d={safe ? `M${x + 92} ${y + 44}H${x + 320}` : `M${x + 92} ${y + 44}H${x + 180}M${x + 206} ${y + 44}H${x + 228}M${x + 254} ${y + 44}H${x + 330}`} width={9} color={palette.thinInk} />
      ) : (
        <text x={x + 88} y={y + 56} fontSize={Math.min(36, 540 / text.length)} fontWeight={700} fill={palette.ink} fontFamily="'Noto Sans Variable', 'Noto Sans', sans-serif">{text}</text>
      )}
    </>
  );
}

/** Scan the square, then read the address bar before touching anything. */
export function ScanQr({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.youngLeaf} />
      <Sun x={250} y={250} r={230} fill={palette.paper} />
      <Ink d={box(36, 46, 250, 330, 12)} fill={palette.whitePaper} sliver={0} />
      <Line d="M80 340H240" width={8} color={palette.lacquer} />
      <Square x={66} y={82} size={190} />
      <Line d="M160 376V540" width={44} />
      <Line d="M160 380V540" width={34} color={palette.silver} />
      <Place x={246} y={64} turn={6}>
        <Grip width={228} sleeve={palette.indigo}>
          <BigPhone width={228} height={430}>
            <Square x={54} y={110} size={120} />
            <Corners x={34} y={90} width={160} height={160} color={palette.jade} />
            <Ink d={box(34, 290, 160, 54, 12)} fill={palette.leaf} width={4} sliver={3} amount={0.8} />
            <Line d="M62 317H160" width={7} color={palette.whitePaper} amount={0.5} />
          </BigPhone>
        </Grip>
      </Place>
      <AddressBar x={560} y={104} text={labels?.address} safe />
      <Tick x={1024} y={147} r={38} />
      <AddressBar x={560} y={294} text={labels?.wrongAddress} safe={false} />
      <Cross x={1024} y={337} r={38} />
      <Plate x={776} y={238} text={labels?.right} size={34} />
      <Plate x={776} y={428} text={labels?.wrong} size={34} />
    </Picture>
  );
}

/** Drawings for a house, checked on the building ground. */
export function HouseDrawings({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.paleSophora} />
      <Sun x={220} y={220} r={190} fill={palette.sophora} />
      <Place x={180} y={640} scale={1.28}><Man role="builder" gesture="show" holding="nothing" mouth="laugh" /></Place>
      <Table y={410} />
      <Place x={660} y={252} turn={-3}>
        <Ink d="M-260 -176H260V176H-260Z" fill={palette.whitePaper} sliver={0} />
        <Line d="M-240 -156H240V156H-240Z" width={3} color={palette.tileCorner} />
        <Line d="M-204 108V-18L-110 -104L-16 -18V108ZM-224 -2L-110 -108L4 -2M-134 108V44H-86V108M-186 20H-152V58H-186ZM-70 20H-36V58H-70Z" width={5.5} color={palette.indigo} />
        <Line d="M50 108V-70H216V108ZM50 20H132V-70M132 20V52M132 80V108M132 20H216" width={5.5} color={palette.indigo} />
        <Line d="M-204 132H-16M-204 124V140M-16 124V140M50 132H216M50 124V140M216 124V140M30 -70V108M22 -70H38M22 108H38" width={3} color={palette.thinInk} />
        <Line d="M50 -104H150M50 -128H200" width={6} color={palette.thinInk} />
      </Place>
      <Place x={300} y={470} turn={-4}>
        <Ink d={box(-130, -18, 300, 36, 3)} fill={palette.sophora} width={4.4} sliver={3} amount={0.8} />
        <Line d="M-110 -16V-2M-80 -16V-6M-50 -16V-2M-20 -16V-6M10 -16V-2M40 -16V-6M70 -16V-2M100 -16V-6M130 -16V-2" width={3.4} amount={0.3} />
      </Place>
      <Place x={852} y={262} turn={-34} scale={0.84}><Pointing skin={skins.tan} sleeve={palette.sophora} cuff={palette.lacquer} /></Place>
      <Tick x={918} y={66} r={40} />
      <Plate x={640} y={462} text={labels?.right} />
    </Picture>
  );
}

/** A heap of sheets with a stamp, for steps that certify copies. */
export function CertifyCopies({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.softLotus} />
      <Table y={360} />
      <Place x={290} y={280} turn={-6} scale={1.1}><BigSheet /></Place>
      <Line d="M440 270H590M560 236L596 270L560 304" width={13} />
      <Place x={736} y={280} turn={2} scale={1.1}><BigSheet /></Place>
      <Flat d={box(764, 326, 74, 74, 37)} fill={palette.whitePaper} />
      <Place x={806} y={396} scale={2.3} turn={6}><Stamp /></Place>
      <Place x={1000} y={330} turn={5} scale={1.8}><Folder color={palette.sophora} /></Place>
      <Tick x={650} y={140} r={40} />
      <Plate x={736} y={474} text={labels?.right} />
    </Picture>
  );
}
