import type { ReactElement } from 'react';
import { Girl } from '../cast/girl.tsx';
import { Grandfather } from '../cast/grandfather.tsx';
import { Grandmother } from '../cast/grandmother.tsx';
import { Mother } from '../cast/mother.tsx';
import { Student } from '../cast/student.tsx';
import { WheelchairMan } from '../cast/wheelchair-man.tsx';
import { Picture, Place } from '../ink.tsx';
import type { PictureProps } from '../ink.tsx';

export type HomeCrowdProps = PictureProps & {
  /** `all` is 1080 × 490; `few` is 680 × 490, for low or narrow boxes beside a heading. */
  readonly people?: 'all' | 'few' | undefined;
};

/** Everyone who comes to the service point, on the floor line, on transparent ground. */
export function HomeCrowd({ people = 'all', ...rest }: HomeCrowdProps): ReactElement {
  const all = people === 'all';
  return (
    <Picture viewBox={all ? '0 0 1080 490' : '0 0 680 490'} fit="xMidYMax meet" {...rest}>
      <Place x={336} y={489} flip><Student gesture="offer" mouth="smile" /></Place>
      <Place x={80} y={489}><Grandmother gesture="point" mouth="laugh" /></Place>
      {all ? (
        <>
          <Place x={500} y={489}><Mother /></Place>
          <Place x={784} y={489}><Grandfather /></Place>
          <Place x={650} y={489} flip><Girl gesture="reach" /></Place>
        </>
      ) : null}
      <Place x={all ? 966 : 566} y={489} flip><WheelchairMan holding="folder" /></Place>
    </Picture>
  );
}
