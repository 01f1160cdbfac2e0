import * as palette from '#renderer/art/palette.ts';
import { Pointing } from '#renderer/art/scenes/close-up.tsx';
import { Sun } from '#renderer/art/scenes/furniture.tsx';
import { OpeningLotus } from '../../art/kiosk.tsx';
import { page } from '../../clip.ts';
import { Actor } from '../../stage/actor.tsx';
import { Scenery } from '../../stage/scenery.tsx';
import { cut, ink, move, track } from '../../timeline.ts';
import { people } from '../crowd.tsx';

const sun = <Sun x={540} y={-350} r={280} fill={palette.paleSophora} />;
const hand = <Pointing sleeve={palette.leaf} cuff={palette.paleSophora} />;

/** One touch, and five petals open over it: the mark of the product. */
export const invite = page(
  {
    hand: track([0.6, 420], [1.5, 0, ink], [2.1, 0], [3, 70, ink]),
    open: move(1.6, 1.1, 0, 1, ink),
    dot: move(1.35, 0.25, 0, 1, ink),
    grandfather: move(0.3, 1.2, -300, 150),
    mother: move(0.4, 1.2, 1400, 920),
    glad: cut(2),
  },
  (now, { layout }) => (
    <Scenery layout={layout} ground={palette.sophora}>
      {sun}
      <Actor x={now.grandfather} end={150} scale={1.34}>{now.glad > 0 ? people.grandfatherShow : people.grandfather}</Actor>
      <Actor x={now.mother} end={920} scale={1.32} flip>{people.mother}</Actor>
      {now.dot > 0 ? <g transform={`translate(540 -300) scale(${4.1 * now.dot})`}><OpeningLotus open={now.open} /></g> : null}
      <Actor x={556} y={-262 + now.hand} scale={0.78} turn={-6}>{hand}</Actor>
    </Scenery>
  ),
);
