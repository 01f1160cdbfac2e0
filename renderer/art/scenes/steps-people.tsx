import type { ReactElement } from 'react';
import { Grandfather } from '../cast/grandfather.tsx';
import { Grandmother } from '../cast/grandmother.tsx';
import { Man } from '../cast/man.tsx';
import { Mother } from '../cast/mother.tsx';
import { Officer, PostClerk } from '../cast/officer.tsx';
import { Student } from '../cast/student.tsx';
import { Ink, Line, Picture, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { box, ellipse } from '../shape.ts';
import { Room } from './backdrop.tsx';
import { BigCard, Plate, Tick } from './close-up.tsx';
import { Counter, House, Sign, Sun, Tree, Vase } from './furniture.tsx';
import { stepBox } from './step-props.ts';
import type { StepSceneProps } from './step-props.ts';

/** A speech bubble with a sign in it; its tail points down left, or down right when flipped. */
function Bubble({ x, y, flip = false, children }: { readonly x: number; readonly y: number; readonly flip?: boolean | undefined; readonly children: ReactElement }): ReactElement {
  return (
    <>
      <Place x={x} y={y} flip={flip}>
        <Ink d="M-66 -30C-66 -62 -36 -78 0 -78C36 -78 66 -62 66 -30C66 0 40 18 8 20C-6 34 -24 44 -44 46C-36 38 -32 28 -32 16C-54 6 -66 -10 -66 -30Z" fill={palette.whitePaper} sliver={0} />
      </Place>
      <g transform={`translate(${x} ${y - 30})`}>{children}</g>
    </>
  );
}

const question = (
  <>
    <path d="M-15 -14C-14 -28 -4 -34 4 -33C15 -32 20 -24 18 -15C16 -3 1 -2 1 12" fill="none" stroke={palette.ink} strokeWidth={8} strokeLinecap="round" />
    <circle cx={1} cy={28} r={5.5} fill={palette.ink} />
  </>
);

/** The result is handed over the counter. */
export function ReceiveCounter({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.sophora} />
      <Sun x={400} y={270} r={230} />
      <Place x={930} y={36}><Sign text={labels?.place} width={200} /></Place>
      <Place x={326} y={504} scale={0.98}><Grandfather gesture="show" mouth="laugh" /></Place>
      <Place x={716} y={308} scale={0.98} flip><Officer gesture="hand-over" /></Place>
      <Place x={560} y={504}><Counter width={560} height={196} flowers={labels?.right === undefined} /></Place>
      <Place x={1014} y={302} scale={0.74}><Vase /></Place>
      <Plate x={830} y={428} text={labels?.right} size={34} />
    </Picture>
  );
}

/** The result comes home by post. */
export function ReceivePost({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.youngLeaf} floor={palette.sophora} />
      <Sun x={500} y={240} r={190} fill={palette.paleSophora} />
      <Place x={880} y={496} scale={1.62}><House open /></Place>
      <Place x={82} y={492} scale={1.5}><Tree /></Place>
      <Place x={318} y={504}><PostClerk /></Place>
      <Place x={640} y={504} scale={1.06} flip><Grandmother gesture="show" mouth="laugh" eyes="closed" /></Place>
      <Plate x={858} y={70} text={labels?.right} size={34} />
    </Picture>
  );
}

/** Husband and wife both come and both sign. */
export function SignTogether({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.softLotus} />
      <Sun x={390} y={250} r={230} fill={palette.sophora} />
      <Place x={236} y={548} scale={1.1}><Man role="groom" gesture="sign" mouth="smile" /></Place>
      <Place x={560} y={552} scale={1.1} flip><Mother holding="pen" cloth={palette.lacquer} headdress /></Place>
      <Place x={930} y={372} scale={1.1} flip><Officer gesture="show" /></Place>
      <Ink d="M-1120 372H2200V560H-1120Z" fill={palette.leaf} />
      <Ink d="M-1120 356H2200V388H-1120Z" fill={palette.wood} sliver={4} />
      <Place x={396} y={368} scale={1.15}>
        <Ink d="M-118 14L-96 -34H96L118 14Z" fill={palette.whitePaper} sliver={0} />
        <Line d="M-80 -22H20M-86 -10H-6" width={4} color={palette.thinInk} />
        <Line d="M-82 4C-74 -6 -70 8 -62 0C-56 -6 -52 6 -42 0M30 4C38 -6 42 8 50 0C56 -6 60 6 72 0" width={4} color={palette.indigo} />
      </Place>
      <Place x={690} y={358} scale={0.74}><Vase /></Place>
      <Place x={396} y={456}>
        <Line d={ellipse(-24, 0, 36)} width={17} />
        <Line d={ellipse(-24, 0, 36)} width={8} color={palette.sophora} />
        <Line d={ellipse(24, 0, 36)} width={17} />
        <Line d={ellipse(24, 0, 36)} width={8} color={palette.sophora} />
      </Place>
      <Plate x={850} y={456} text={labels?.right} size={34} />
    </Picture>
  );
}

/** For identity matters: bring your own SIM and card to the police counter. */
export function PoliceCounter({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.youngLeaf} />
      <Sun x={330} y={280} r={210} fill={palette.paper} />
      <Place x={930} y={36}><Sign text={labels?.place} width={200} /></Place>
      <Place x={190} y={504} scale={0.98}><Student gesture="show" mouth="smile" /></Place>
      <Place x={770} y={310} scale={0.98} flip><Officer gesture="show" kind="police" /></Place>
      <Place x={640} y={504}><Counter width={520} height={196} flowers={labels?.right === undefined} color={palette.indigo} lowWidth={140} /></Place>
      <Place x={452} y={98} turn={-6} scale={0.92}><BigCard fill={palette.whitePaper} /></Place>
      <Place x={440} y={300} turn={4}>
        <Ink d="M-46 -38H26L46 -16V38H-46Z" fill={palette.lotus} />
        <Ink d={box(-22, -16, 42, 36, 5)} fill={palette.sophora} width={3.6} sliver={2} amount={0.5} />
        <Line d="M-1 -16V20M-22 2H20" width={2.8} amount={0.3} />
      </Place>
      <Tick x={544} y={50} r={30} />
      <Tick x={500} y={270} r={30} />
      <Place x={1000} y={306}>
        <Line d="M0 4V-56" width={12} />
        <Ink d={box(-34, -110, 68, 54, 10)} fill={palette.thinInk} width={4.6} sliver={4} />
        <Ink d={ellipse(-12, -83, 15)} fill={palette.silver} width={4} sliver={2} />
      </Place>
      <Plate x={860} y={430} text={labels?.right} size={32} />
    </Picture>
  );
}

/** Not sure? Ask the person at the desk. */
export function AskOfficer({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.paleSophora} />
      <Sun x={300} y={280} r={220} fill={palette.sophora} />
      <Place x={930} y={36}><Sign text={labels?.place} width={200} /></Place>
      <Place x={230} y={504} scale={1.1}><Grandmother holding="paper" gesture="show" mouth="talk" /></Place>
      <Place x={736} y={308} scale={0.98} flip><Officer gesture="show" mouth="talk" /></Place>
      <Place x={600} y={504}><Counter width={520} height={196} flowers={labels?.right === undefined} lowWidth={140} /></Place>
      <Place x={1014} y={302} scale={0.74}><Vase /></Place>
      <Bubble x={394} y={120}>{question}</Bubble>
      <Bubble x={572} y={128} flip>
        <path d="M-22 0L-6 17L24 -17" fill="none" stroke={palette.jade} strokeWidth={10} strokeLinecap="round" strokeLinejoin="round" />
      </Bubble>
      <Plate x={850} y={428} text={labels?.right} size={32} />
    </Picture>
  );
}

/** Hand the papers in at the counter. */
export function SubmitCounter({ labels, ...rest }: StepSceneProps): ReactElement {
  return (
    <Picture viewBox={stepBox} fit="xMidYMid meet" {...rest}>
      <Room wall={palette.youngLeaf} />
      <Sun x={340} y={270} r={220} fill={palette.paper} />
      <Place x={930} y={36}><Sign text={labels?.place} width={200} /></Place>
      <Place x={330} y={504} scale={0.98}><Mother holding="paper" cloth={palette.sophora} /></Place>
      <Place x={730} y={308} scale={0.98} flip><Officer gesture="stamp" /></Place>
      <Place x={540} y={504}><Counter width={580} height={196} flowers={labels?.right === undefined} /></Place>
      <Place x={1014} y={302} scale={0.74}><Vase /></Place>
      <Plate x={830} y={428} text={labels?.right} size={32} />
    </Picture>
  );
}
