import type { ReactElement } from 'react';
import { Girl } from '../cast/girl.tsx';
import { Grandfather } from '../cast/grandfather.tsx';
import { Grandmother } from '../cast/grandmother.tsx';
import { Man } from '../cast/man.tsx';
import { Mother } from '../cast/mother.tsx';
import { Student } from '../cast/student.tsx';
import { Ink, Line, Picture, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { box, ellipse } from '../shape.ts';
import { Clock, FlatSheet, Ground, Room } from './backdrop.tsx';
import { BigSheet, Cross, Plate, Tick } from './close-up.tsx';
import { House, Sun, Tree, Vase } from './furniture.tsx';
import { stepBox } from './step-props.ts';
import type { StepSceneProps } from './step-props.ts';

const Yard = (): ReactElement => <Ink d="M-1120 470H-20C200 456 420 470 640 462C820 456 980 468 1100 460H2200V560H-1120Z" fill={palette.sand} sliver={5} />;

/** The owner of the house says yes in writing. */
export function OwnerAgrees({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.youngLeaf} />
      <Sun x={300} y={220} r={200} fill={palette.paleSophora} />
      <Yard />
      <Place x={250} y={470} scale={1.72}><House open /></Place>
      <Place x={500} y={512} scale={1.06}><Grandfather holding="paper" gesture="show" mouth="smile" /></Place>
      <Place x={760} y={512} scale={1.02} flip><Student gesture="show" holding="folder" mouth="laugh" /></Place>
      <Place x={954} y={190} turn={5} scale={0.98}><BigSheet /></Place>
      <Tick x={1034} y={74} r={38} />
      <Plate x={930} y={408} text={labels?.right} size={32} />
    </Picture>
  );
}

/** A guest at the door, and the clock that says until when to tell. */
export function GuestAtDoor({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.tileCorner} />
      <Ink d={ellipse(880, 108, 60)} fill={palette.paleSophora} sliver={0} />
      <Line d="M640 70V88M631 79H649M760 170V184M753 177H767M1010 210V226M1002 218H1018" width={5} color={palette.paleSophora} />
      <Yard />
      <Place x={300} y={476} scale={1.95}><House open wall={palette.paleSophora} /></Place>
      <Place x={504} y={512} scale={1.06}><Grandmother gesture="show" mouth="laugh" /></Place>
      <Place x={750} y={512} scale={1.04} flip><Man role="neighbour" gesture="wave" holding="nothing" mouth="laugh" /></Place>
      <Place x={856} y={462}>
        <Line d="M-22 -54C-22 -78 22 -78 22 -54" width={8} />
        <Ink d={box(-52, -54, 104, 84, 8)} fill={palette.lacquer} sliver={5} />
        <Line d="M-52 -18H52" width={5} color={palette.sophora} />
      </Place>
      <Place x={990} y={330}><Clock /></Place>
      <Plate x={900} y={252} text={labels?.right} size={32} />
    </Picture>
  );
}

/** One roof, two households. */
export function HouseholdSplit({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.softLotus} />
      <Sun x={540} y={220} r={220} fill={palette.sophora} />
      <Yard />
      <Ink d="M286 164H794V470H286Z" fill={palette.paper} />
      <Ink d="M232 176C300 160 330 100 348 44H732C750 100 780 160 848 176Z" fill={palette.lacquer} />
      <Line d="M316 110H764M288 146H792M440 46L424 174M540 46V174M640 46L656 174" width={3.4} />
      <Line d="M540 178V470" width={7} color={palette.wood} />
      <Ink d={box(350, 300, 100, 170)} fill={palette.leaf} />
      <Ink d={box(630, 300, 100, 170)} fill={palette.indigo} />
      <Ink d={box(374, 206, 60, 60)} fill={palette.youngLeaf} width={4.4} sliver={4} />
      <Ink d={box(646, 206, 60, 60)} fill={palette.youngLeaf} width={4.4} sliver={4} />
      <Place x={180} y={512} scale={1.04}><Grandfather gesture="show" holding="paper" mouth="smile" /></Place>
      <Place x={906} y={512} scale={1.04} flip><Mother holding="paper" cloth={palette.sophora} mouth="smile" /></Place>
      <Place x={768} y={512} scale={0.92} flip><Girl gesture="reach" /></Place>
      <Plate x={540} y={498} text={labels?.right} size={32} />
    </Picture>
  );
}

/** The family round the table, one sheet between them. */
export function FamilyAgreement({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.sophora} />
      <Sun x={540} y={220} r={230} />
      <Place x={170} y={540} scale={1.08}><Grandmother gesture="show" mouth="smile" /></Place>
      <Place x={400} y={548} scale={1.08}><Man role="neighbour" gesture="sign" holding="nothing" mouth="smile" /></Place>
      <Place x={700} y={552} scale={1.08} flip><Mother holding="pen" cloth={palette.leaf} /></Place>
      <Place x={940} y={540} scale={1.06} flip><Student gesture="show" holding="folder" mouth="laugh" /></Place>
      <Ink d="M-1120 392H2200V560H-1120Z" fill={palette.wood} />
      <Ink d="M-1120 376H2200V406H-1120Z" fill={palette.woodDark} sliver={4} />
      <FlatSheet x={556} y={386} scale={1.2} />
      <Place x={806} y={376} scale={0.62}><Vase /></Place>
      <Plate x={556} y={478} text={labels?.right} size={34} />
    </Picture>
  );
}

/** A child between its parents, and the paper that says so. */
export function ParentAndChild({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.paleSophora} />
      <Sun x={400} y={250} r={236} fill={palette.sophora} />
      <Place x={230} y={508} scale={1.1}><Man role="neighbour" gesture="show" holding="nothing" mouth="laugh" /></Place>
      <Place x={420} y={508} scale={1.08}><Girl gesture="wave" /></Place>
      <Place x={630} y={508} scale={1.1} flip><Mother holding="nothing" cloth={palette.lotus} mouth="smile" /></Place>
      <Place x={890} y={218} turn={4} scale={1.18}><BigSheet /></Place>
      <Tick x={998} y={86} r={40} />
      <Plate x={890} y={440} text={labels?.right} size={34} />
    </Picture>
  );
}

/** Who looks after a child in its parents' place. */
export function Guardian({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.youngLeaf} />
      <Sun x={380} y={240} r={230} fill={palette.paper} />
      <Yard />
      <Place x={820} y={470} scale={1.5}><House roof={palette.leaf} /></Place>
      <Place x={1030} y={474} scale={1.2}><Tree /></Place>
      <Place x={300} y={512} scale={1.18}><Grandmother gesture="touch" mouth="smile" /></Place>
      <Place x={500} y={512} scale={1.1} flip><Girl gesture="drawing" /></Place>
      <Plate x={800} y={92} text={labels?.right} size={34} />
    </Picture>
  );
}

/** A quiet corner for one who has gone: a candle, a lotus, folded hands. */
export function Remembrance({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.sand} floor={palette.silver} />
      <Sun x={640} y={230} r={210} fill={palette.paper} />
      <Place x={270} y={510} scale={1.1}><Mother holding="nothing" cloth={palette.whitePaper} mouth="calm" eyes="down" /></Place>
      <Ink d={box(480, 338, 420, 148, 4)} fill={palette.wood} />
      <Line d="M504 380H876M504 430H876" width={4} color={palette.woodDark} />
      <Ink d={box(580, 150, 150, 190, 4)} fill={palette.woodDark} />
      <Ink d={box(600, 170, 110, 150, 2)} fill={palette.paper} width={4} sliver={0} />
      <Place x={655} y={300} scale={0.9}><Vase /></Place>
      <Ink d={box(800, 246, 40, 92, 4)} fill={palette.paleSophora} width={4.6} sliver={4} />
      <Ink d="M820 184C836 202 841 216 832 230C826 239 814 239 808 230C799 216 804 202 820 184Z" fill={palette.sophora} width={4.4} sliver={3} />
      <Place x={536} y={340} scale={0.7}><Vase /></Place>
      <Plate x={690} y={456} text={labels?.right} size={32} />
    </Picture>
  );
}

/** Name, place, trade: a small shop opens its shutters. */
export function ShopOpening({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.sophora} />
      <Sun x={300} y={220} r={220} />
      <Yard />
      <Ink d={box(400, 120, 560, 350, 4)} fill={palette.paper} />
      <Ink d={box(380, 70, 600, 74, 6)} fill={palette.lacquer} sliver={4} />
      <Line d="M470 108H700M740 108H880" width={12} color={palette.paleSophora} />
      {[0, 1, 2, 3, 4, 5].map((i) => (
        <Ink key={i} d={`M${380 + i * 100} 144H${480 + i * 100}V186C${480 + i * 100} 216 ${380 + i * 100} 216 ${380 + i * 100} 186Z`} fill={i % 2 === 0 ? palette.leaf : palette.whitePaper} width={4.6} sliver={3} />
      ))}
      <Ink d={box(440, 320, 480, 150, 4)} fill={palette.wood} />
      {[500, 590, 680, 770, 860].map((x, i) => (
        <Ink key={x} d={ellipse(x, 298, 34, 26)} fill={[palette.lotus, palette.sophora, palette.leaf, palette.lotus, palette.sophora][i] ?? palette.leaf} width={4.6} sliver={4} />
      ))}
      <Place x={230} y={512} scale={1.1}><Mother holding="paper" cloth={palette.indigo} mouth="laugh" /></Place>
      <Tick x={1010} y={112} r={40} />
      <Plate x={680} y={400} text={labels?.right} size={34} />
    </Picture>
  );
}

/** Meter and line on the wall; nobody taps the line on their own. */
export function ElectricityMeter({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Ground fill={palette.youngLeaf} />
      <Sun x={760} y={210} r={200} fill={palette.paleSophora} />
      <Yard />
      <Place x={270} y={470} scale={1.7}><House wall={palette.paper} roof={palette.indigo} /></Place>
      <Line d="M640 500V40M584 86H696" width={16} color={palette.woodDark} />
      <Line d="M604 86C520 130 460 150 396 154" width={5} />
      <Place x={520} y={320}>
        <Ink d={box(-62, -84, 124, 168, 12)} fill={palette.silver} sliver={5} />
        <Ink d={ellipse(0, -22, 46)} fill={palette.whitePaper} sliver={0} />
        <Line d="M-26 -30H26M-26 -14H12" width={6} color={palette.thinInk} />
        <Ink d={box(-36, 40, 72, 26, 3)} fill={palette.paleSophora} width={4} sliver={2} />
      </Place>
      <Place x={850} y={512} scale={1.12} flip><Man role="builder" gesture="show" holding="folder" mouth="laugh" /></Place>
      <Place x={1010} y={140}><path d="M12 -64L-34 12H-4L-16 68L36 -14H4Z" fill={palette.sophora} stroke={palette.ink} strokeWidth={6} strokeLinejoin="round" /></Place>
      <Tick x={582} y={242} r={32} />
      {labels?.wrong === undefined ? null : <Cross x={1010} y={300} r={36} />}
      <Plate x={520} y={454} text={labels?.right} size={32} />
    </Picture>
  );
}
