import * as palette from '#renderer/art/palette.ts';
import { Sun } from '#renderer/art/scenes/furniture.tsx';
import { Kiosk } from '../../art/kiosk.tsx';
import { page } from '../../clip.ts';
import { Actor } from '../../stage/actor.tsx';
import { Scenery } from '../../stage/scenery.tsx';
import { cut, move } from '../../timeline.ts';
import { people } from '../crowd.tsx';

const backdrop = (
  <>
    <Sun x={540} y={-320} r={310} fill={palette.paper} />
    <Actor x={540} scale={1.04}><Kiosk /></Actor>
  </>
);

/** Two who want to know walk up to the kiosk. */
export const kiosk = page(
  {
    grandmother: move(0.1, 1.3, -260, 236),
    student: move(0.3, 1.3, 1400, 850),
    shows: cut(1.9),
  },
  (now, { layout }) => (
    <Scenery layout={layout} ground={palette.youngLeaf}>
      {backdrop}
      <Actor x={now.grandmother} end={236} scale={1.32}>{now.shows > 0 ? people.grandmotherShow : people.grandmother}</Actor>
      <Actor x={now.student} end={850} scale={1.26} flip>{now.shows > 0 ? people.student : people.studentOffer}</Actor>
    </Scenery>
  ),
);
