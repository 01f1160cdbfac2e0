import type { ReactElement, ReactNode } from 'react';
import { Girl } from '../cast/girl.tsx';
import { Grandfather } from '../cast/grandfather.tsx';
import { Grandmother } from '../cast/grandmother.tsx';
import { Man } from '../cast/man.tsx';
import { Mother } from '../cast/mother.tsx';
import { Officer, PostClerk } from '../cast/officer.tsx';
import { Student } from '../cast/student.tsx';
import { WheelchairMan } from '../cast/wheelchair-man.tsx';
import { Picture, Place } from '../ink.tsx';
import type { PictureProps } from '../ink.tsx';
import * as palette from '../palette.ts';
import { Counter, House, Sign, Sun, Tree, Vase } from './furniture.tsx';

export type AttractSlide = 'counter' | 'family' | 'phone' | 'post';
export const attractSlides: readonly AttractSlide[] = ['counter', 'family', 'phone', 'post'];

export type AttractProps = PictureProps & {
  readonly slide: AttractSlide;
  /**
   * `tall`: 1080 × 1006, the upper 350 units stay calm for the headline plate.
   * `wide`: 1920 × 620, the left 830 units stay calm.
   */
  readonly shape: 'tall' | 'wide';
  /** The words on the hanging sign, for instance the counter's name. */
  readonly sign?: string | undefined;
};

type Slide = { readonly ground: string; readonly sun: string; readonly figures: (sign: string | undefined) => ReactNode };

/** Figures stand on y = 0 in a stage 1080 units wide, at most 640 high. */
const stages: Readonly<Record<AttractSlide, Slide>> = {
  counter: {
    ground: palette.sophora,
    sun: palette.paleSophora,
    figures: (sign) => (
      <>
        <Place x={604} y={-596}><Sign text={sign} width={196} /></Place>
        <Place x={134} scale={1.18}><Grandmother gesture="touch" mouth="laugh" eyes="closed" /></Place>
        <Place x={62} scale={1.04}><Girl gesture="wave" /></Place>
        <Place x={872} y={-222} scale={1.24} flip><Officer gesture="hand-over" /></Place>
        <Place x={400} scale={1.18}><WheelchairMan holding="phone" /></Place>
        <Place x={744}><Counter width={400} height={226} lowWidth={176} /></Place>
        <Place x={1008} y={-232} scale={1.1}><Vase /></Place>
      </>
    ),
  },
  family: {
    ground: palette.softLotus,
    sun: palette.sophora,
    figures: () => (
      <>
        <Place x={800} scale={1.9}><House wall={palette.paper} /></Place>
        <Place x={230} scale={1.26}><Mother /></Place>
        <Place x={536} scale={1.24} flip><Student gesture="point" mouth="smile" /></Place>
        <Place x={400} scale={1.08}><Girl gesture="drawing" /></Place>
        <Place x={880} scale={1.26} flip><Grandmother gesture="show" mouth="laugh" eyes="closed" /></Place>
      </>
    ),
  },
  phone: {
    ground: palette.youngLeaf,
    sun: palette.paper,
    figures: () => (
      <>
        <Place x={110} scale={1.9}><Tree /></Place>
        <Place x={992} scale={1.7}><Tree fill={palette.sophora} /></Place>
        <Place x={300} scale={1.34}><Grandmother holding="phone" gesture="point" view="profile" mouth="smile" /></Place>
        <Place x={610} scale={1.3} flip><Student gesture="show" holding="phone" mouth="laugh" /></Place>
        <Place x={790} scale={1.24}><Grandfather mouth="laugh" /></Place>
      </>
    ),
  },
  post: {
    ground: palette.paleSophora,
    sun: palette.sophora,
    figures: (sign) => (
      <>
        <Place x={628} y={-590}><Sign text={sign} width={210} /></Place>
        <Place x={130} scale={1.2}><Grandfather gesture="show" mouth="laugh" /></Place>
        <Place x={380} scale={1.2}><PostClerk /></Place>
        <Place x={876} y={-222} scale={1.2} flip><Officer gesture="show" kind="post" /></Place>
        <Place x={720}><Counter width={430} height={226} color={palette.indigo} /></Place>
        <Place x={666} scale={1.04} flip><Girl gesture="drawing" /></Place>
        <Place x={1012} y={-232}><Vase /></Place>
      </>
    ),
  },
};

/** A still picture for the waiting screen when no clip plays: people above the floor, doing things with each other. */
export function AttractScene({ slide, shape, sign, ...rest }: AttractProps): ReactElement {
  const { ground, sun, figures } = stages[slide];
  const tall = shape === 'tall';
  return (
    <Picture viewBox={tall ? '0 0 1080 1006' : '0 0 1920 620'} fit="xMidYMax slice" {...rest}>
      <rect x={-400} y={-400} width={2800} height={1900} fill={ground} />
      <Sun x={tall ? 500 : 1330} y={tall ? 640 : 330} r={tall ? 360 : 310} fill={sun} />
      <Place x={tall ? 0 : 872} y={tall ? 1004 : 618} scale={tall ? 1 : 0.97}>{figures(sign)}</Place>
    </Picture>
  );
}

/** Kept for slides drawn from content: one neighbour who welcomes. */
export function Welcome(props: PictureProps): ReactElement {
  return (
    <Picture viewBox="0 0 320 490" fit="xMidYMax meet" {...props}>
      <Place x={130} y={488}><Man role="neighbour" gesture="wave" mouth="laugh" /></Place>
    </Picture>
  );
}
