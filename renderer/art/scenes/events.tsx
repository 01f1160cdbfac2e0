import type { ReactElement, ReactNode } from 'react';
import { Girl } from '../cast/girl.tsx';
import { Grandfather } from '../cast/grandfather.tsx';
import { Grandmother } from '../cast/grandmother.tsx';
import { Man } from '../cast/man.tsx';
import { Mother } from '../cast/mother.tsx';
import { Officer, PostClerk } from '../cast/officer.tsx';
import { Student } from '../cast/student.tsx';
import { Ink, Line, Picture, Place } from '../ink.tsx';
import type { PictureProps } from '../ink.tsx';
import { LotusStem } from '../lotus.tsx';
import * as palette from '../palette.ts';
import { box } from '../shape.ts';
import { BigCard, BigSheet } from './close-up.tsx';
import { House, Sun, Tree, Vase } from './furniture.tsx';
import { Motorbike } from './motorbike.tsx';

export type EventName = 'birth' | 'marriage' | 'death' | 'residence' | 'identity' | 'house' | 'vehicle' | 'health' | 'benefits' | 'retirement' | 'work' | 'study' | 'complaint';

/** Each figure stands on transparent ground, 520 × 400, and may be cut by the lower edge of the header. */
const figures: Readonly<Record<EventName, () => ReactNode>> = {
  birth: () => (
    <>
      <Sun x={250} y={240} r={196} fill={palette.sophora} />
      <Place x={424} y={206} turn={5} scale={0.8}><BigSheet /></Place>
      <Place x={220} y={520} scale={1.1}><Mother /></Place>
    </>
  ),
  marriage: () => (
    <>
      <Sun x={260} y={230} r={196} fill={palette.sophora} />
      <Place x={166} y={500} scale={1.02}><Man role="groom" gesture="hold" holding="paper" mouth="laugh" /></Place>
      <Place x={366} y={506} scale={1.02} flip><Mother holding="nothing" cloth={palette.lacquer} headdress /></Place>
    </>
  ),
  death: () => (
    <>
      <Sun x={290} y={230} r={170} fill={palette.paper} />
      <Place x={190} y={520} scale={1.08}><Mother holding="nothing" cloth={palette.whitePaper} mouth="calm" eyes="down" /></Place>
      <Ink d={box(304, 318, 220, 100, 3)} fill={palette.wood} />
      <Place x={372} y={318} scale={0.92}><Vase /></Place>
      <Ink d={box(442, 244, 34, 76, 4)} fill={palette.paleSophora} width={4.6} sliver={4} />
      <Ink d="M459 190C474 206 478 218 470 230C464 238 454 238 448 230C440 218 444 206 459 190Z" fill={palette.sophora} width={4.4} sliver={3} />
      <Line d="M459 244V232" width={4} />
    </>
  ),
  residence: () => (
    <>
      <Place x={348} y={404} scale={1.18}><House open wall={palette.paper} /></Place>
      <Place x={56} y={402} scale={1.15}><Tree /></Place>
      <Place x={146} y={452} scale={0.92}><Man role="neighbour" gesture="show" holding="folder" mouth="laugh" /></Place>
    </>
  ),
  identity: () => (
    <>
      <Sun x={220} y={240} r={190} fill={palette.sophora} />
      <Place x={160} y={540} scale={1.14}><Student gesture="show" holding="folder" mouth="smile" /></Place>
      <Place x={404} y={196} turn={5} scale={1.1}><BigCard fill={palette.whitePaper} /></Place>
    </>
  ),
  house: () => (
    <>
      <Sun x={290} y={220} r={190} fill={palette.sophora} />
      <Place x={344} y={404} scale={1.16}><House wall={palette.paper} roof={palette.lotus} /></Place>
      <Line d="M206 404V96M506 404V120M196 250H516M196 150H516M206 250L330 150" width={13} />
      <Line d="M206 404V96M506 404V120M196 250H516M196 150H516M206 250L330 150" width={5} color={palette.wood} />
      <Place x={118} y={498} scale={1.06}><Man role="builder" gesture="show" holding="paper" mouth="laugh" /></Place>
    </>
  ),
  vehicle: () => (
    <>
      <Sun x={260} y={210} r={188} fill={palette.sophora} />
      <Place x={262} y={398} scale={0.93}><Motorbike /></Place>
    </>
  ),
  health: () => (
    <>
      <Sun x={260} y={230} r={190} fill={palette.paper} />
      <Place x={150} y={500} scale={1.06}><Man role="nurse" gesture="touch" /></Place>
      <Place x={384} y={480} scale={1.16} flip><Grandmother gesture="rest" mouth="smile" /></Place>
    </>
  ),
  benefits: () => (
    <>
      <Sun x={270} y={230} r={190} fill={palette.sophora} />
      <Place x={128} y={492} scale={1.02}><PostClerk /></Place>
      <Place x={424} y={496} scale={1.02} flip><Grandfather mouth="laugh" /></Place>
      <Ink d="M284 122C258 104 240 88 240 68C240 54 250 46 262 46C272 46 280 52 284 60C288 52 296 46 306 46C318 46 328 54 328 68C328 88 310 104 284 122Z" fill={palette.lotus} />
    </>
  ),
  retirement: () => (
    <>
      <Sun x={270} y={226} r={186} fill={palette.paper} />
      <Place x={466} y={402} scale={1.9}><Tree /></Place>
      <Place x={150} y={484} scale={1.02}><Grandfather mouth="laugh" /></Place>
      <Place x={366} y={474} scale={1.08} flip><Grandmother gesture="show" mouth="laugh" eyes="closed" /></Place>
    </>
  ),
  complaint: () => (
    <>
      <Sun x={260} y={226} r={186} fill={palette.paper} />
      <Place x={118} y={486} scale={1.02}><Man role="neighbour" gesture="show" holding="paper" mouth="calm" /></Place>
      <Place x={406} y={324} flip><Officer gesture="show" mouth="calm" /></Place>
      <Ink d={box(280, 314, 280, 120)} fill={palette.leaf} />
      <Ink d={box(262, 304, 300, 26, 4)} fill={palette.wood} sliver={4} />
    </>
  ),
  work: () => (
    <>
      <Sun x={250} y={230} r={190} fill={palette.sophora} />
      <Place x={170} y={508} scale={1.06}><Man role="builder" gesture="wave" mouth="laugh" /></Place>
      <Place x={392} y={380}>
        <Ink d={box(-92, -112, 184, 124, 12)} fill={palette.wood} />
        <Line d="M-34 -112V-140H34V-112" width={13} />
        <Line d="M-34 -112V-140H34V-112" width={4} color={palette.wood} />
        <Line d="M-92 -56H-20M20 -56H92" />
        <Ink d={box(-20, -70, 40, 28, 4)} fill={palette.sophora} width={4.2} sliver={3} />
      </Place>
    </>
  ),
  study: () => (
    <>
      <Sun x={250} y={230} r={190} fill={palette.sophora} />
      <Place x={150} y={506} scale={1.02}><Student gesture="show" holding="folder" mouth="laugh" /></Place>
      <Place x={330} y={420} scale={1.2}><Girl gesture="wave" /></Place>
      <Place x={448} y={400}>
        <Ink d={box(-66, -34, 140, 34, 3)} fill={palette.lacquer} sliver={4} />
        <Ink d={box(-56, -66, 120, 32, 3)} fill={palette.leaf} sliver={4} />
        <Ink d={box(-62, -96, 128, 30, 3)} fill={palette.paleSophora} sliver={4} />
      </Place>
    </>
  ),
};

const isEventName = (name: string): name is EventName => Object.hasOwn(figures, name);
export const eventNames: readonly EventName[] = Object.keys(figures).filter(isEventName);

/** The header figure of a life event; give it the header's soft ground. */
export function EventFigure({ name, ...rest }: PictureProps & { readonly name: EventName }): ReactElement {
  return (
    <Picture viewBox="0 0 520 400" fit="xMaxYMax meet" {...rest}>
      {figures[name]()}
    </Picture>
  );
}

type Figure = (props: PictureProps) => ReactElement;

// Made once: a component made anew on each call would be mounted anew on each render.
const ready: ReadonlyMap<string, Figure> = new Map(
  eventNames.map((name): [string, Figure] => [name, (props) => <EventFigure name={name} {...props} />]),
);

/** The figure for a name from content, or none when the drawing does not exist. */
export const eventFigure = (name: string): Figure | undefined => ready.get(name);

/** A lotus on its stem with a leaf, for headers without a figure of their own. */
export function PlainFigure(props: PictureProps): ReactElement {
  return (
    <Picture viewBox="0 0 520 400" fit="xMaxYMax meet" {...props}>
      <Sun x={330} y={230} r={170} fill={palette.sophora} />
      <Place x={320} y={404} scale={2.2}><LotusStem /></Place>
      <Place x={430} y={404} scale={1.8} turn={6}><LotusStem bud /></Place>
    </Picture>
  );
}
