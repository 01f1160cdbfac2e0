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
   * `wide`: 1920 × 620, the left 900 units stay calm.
   */
  readonly shape: 'tall' | 'wide';
  /** The words on the hanging sign, for instance the counter's name. */
  readonly sign?: string | undefined;
};

type Slide = { readonly ground: string; readonly sun: string; readonly figures: (sign: string | undefined) => ReactNode };

/** Figures stand on y = 0 in a stage 1080 units wide, at most 660 high. */
const stages: Readonly<Record<AttractSlide, Slide>> = {
  counter: {
    ground: palette.sophora,
    sun: palette.paleSophora,
    figures: (sign) => (
      <>
        <Place x={600} y={-630}><Sign text={sign} width={210} /></Place>
        <Place x={140} scale={1.4}><Grandmother gesture="touch" mouth="laugh" eyes="closed" /></Place>
        <Place x={74} scale={1.16}><Girl gesture="wave" /></Place>
        <Place x={906} y={-258} scale={1.38} flip><Officer gesture="hand-over" /></Place>
        <Place x={424} scale={1.36}><WheelchairMan holding="phone" /></Place>
        <Place x={776} scale={1.18}><Counter width={300} height={222} lowWidth={136} /></Place>
        <Place x={1018} y={-268} scale={1.05}><Vase /></Place>
      </>
    ),
  },
  family: {
    ground: palette.softLotus,
    sun: palette.sophora,
    figures: () => (
      <>
        <Place x={806} scale={2}><House wall={palette.paper} /></Place>
        <Place x={170} scale={1.38}><Mother /></Place>
        <Place x={560} scale={1.34}><Student gesture="offer" mouth="smile" /></Place>
        <Place x={368} scale={1.24}><Girl gesture="drawing" /></Place>
        <Place x={916} scale={1.42} flip><Grandmother gesture="show" mouth="laugh" eyes="closed" /></Place>
      </>
    ),
  },
  phone: {
    ground: palette.youngLeaf,
    sun: palette.paper,
    figures: () => (
      <>
        <Place x={92} scale={2}><Tree /></Place>
        <Place x={996} scale={1.9}><Tree fill={palette.sophora} /></Place>
        <Place x={640} scale={1.36} flip><Student gesture="offer" holding="phone" mouth="laugh" /></Place>
        <Place x={236} scale={1.46}><Grandmother gesture="point" view="profile" mouth="smile" /></Place>
        <Place x={824} scale={1.34}><Grandfather mouth="laugh" /></Place>
      </>
    ),
  },
  post: {
    ground: palette.paleSophora,
    sun: palette.sophora,
    figures: (sign) => (
      <>
        <Place x={664} y={-630}><Sign text={sign} width={220} /></Place>
        <Place x={124} scale={1.34}><Grandfather gesture="show" mouth="laugh" /></Place>
        <Place x={390} scale={1.34}><PostClerk /></Place>
        <Place x={910} y={-258} scale={1.34} flip><Officer gesture="show" kind="post" /></Place>
        <Place x={748} scale={1.18}><Counter width={330} height={222} color={palette.indigo} /></Place>
        <Place x={686} scale={1.16} flip><Girl gesture="drawing" /></Place>
        <Place x={1018} y={-268} scale={1.05}><Vase /></Place>
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
      <Sun x={tall ? 500 : 1400} y={tall ? 650 : 330} r={tall ? 370 : 310} fill={sun} />
      <Place x={tall ? 0 : 952} y={tall ? 1004 : 618} scale={tall ? 1 : 0.9}>{figures(sign)}</Place>
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
