import * as palette from '#renderer/art/palette.ts';
import { Sun } from '#renderer/art/scenes/furniture.tsx';
import { Cloud } from '../../art/sky.tsx';
import { page } from '../../clip.ts';
import { Actor } from '../../stage/actor.tsx';
import { Scenery } from '../../stage/scenery.tsx';
import { cut, move, steady } from '../../timeline.ts';
import { people } from '../crowd.tsx';

const sun = <Sun x={540} y={-300} r={330} fill={palette.paleSophora} />;
const cloud = <Cloud />;

/** Everyone walks in from both sides. */
export const invite = page(
  {
    grandmother: move(0.1, 1.2, -500, 170),
    girl: move(0.3, 1.2, -340, 366),
    student: move(0.2, 1.2, 1500, 560),
    wheelchair: move(0.4, 1.3, 1700, 850),
    welcome: cut(1.9),
    cloud: move(0, 5, 0, 40, steady),
  },
  (now, { layout }) => (
    <Scenery layout={layout} ground={palette.sophora}>
      {sun}
      <Actor x={190 + now.cloud} y={-470} scale={0.9}>{cloud}</Actor>
      <Actor x={now.student} end={560} scale={1.26} flip>{now.welcome > 0 ? people.student : people.studentOffer}</Actor>
      <Actor x={now.grandmother} end={170} scale={1.32}>{now.welcome > 0 ? people.grandmotherShow : people.grandmother}</Actor>
      <Actor x={now.girl} end={366} scale={1.2}>{people.girl}</Actor>
      <Actor x={now.wheelchair} end={850} scale={1.34} flip>{people.wheelchairMan}</Actor>
    </Scenery>
  ),
);
