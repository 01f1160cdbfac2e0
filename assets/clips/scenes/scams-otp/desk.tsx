import * as palette from '#renderer/art/palette.ts';
import { Tick } from '#renderer/art/scenes/close-up.tsx';
import { Counter, Sun, Vase } from '#renderer/art/scenes/furniture.tsx';
import { Bubble } from '../../art/safety.tsx';
import { page } from '../../clip.ts';
import { Actor } from '../../stage/actor.tsx';
import { Scenery } from '../../stage/scenery.tsx';
import { cut, enter, ink, move } from '../../timeline.ts';
import { people } from '../crowd.tsx';

const sun = <Sun x={460} y={-330} r={280} fill={palette.paleSophora} />;
const counter = (
  <>
    <Actor x={906} y={-256} scale={1.2} flip>{people.officer}</Actor>
    <Actor x={770} scale={1.18}><Counter width={310} height={222} lowWidth={136} /></Actor>
    <Actor x={1022} y={-268} scale={0.95}><Vase /></Actor>
  </>
);

/** He walks along the floor to the counter and is answered. */
export const desk = page(
  {
    counter: move(0.2, 1.4, 760, 0, ink),
    grandfather: move(0.1, 1.9, -180, 330, ink),
    girl: move(0.2, 1.9, -340, 120, ink),
    asks: enter(2.3, 0.4),
    answer: enter(3.2, 0.4),
    shows: cut(2.3),
  },
  (now, { layout }) => (
    <Scenery layout={layout} ground={palette.sophora}>
      {sun}
      <Actor x={now.counter}>{counter}</Actor>
      <Actor x={now.grandfather} end={330} scale={1.36}>{now.shows > 0 ? people.grandfatherShow : people.grandfather}</Actor>
      <Actor x={now.girl} end={120} scale={1.2}>{people.girl}</Actor>
      {now.answer > 0 ? (
        <Actor x={604} y={-500} scale={0.9 * now.answer}>
          <Bubble width={92} height={76} flip />
          <Tick x={0} y={0} r={50} />
        </Actor>
      ) : null}
    </Scenery>
  ),
);
