import * as palette from '#renderer/art/palette.ts';
import { House, Tree } from '#renderer/art/scenes/furniture.tsx';
import { Flat } from '#renderer/art/ink.tsx';
import { box, ellipse } from '#renderer/art/shape.ts';
import { Hills, Moon, Star } from '../../art/sky.tsx';
import { page } from '../../clip.ts';
import { Actor, Appear } from '../../stage/actor.tsx';
import { Scenery } from '../../stage/scenery.tsx';
import { enter, ink, move } from '../../timeline.ts';
import { people } from '../crowd.tsx';

const house = <House wall={palette.paper} />;
const hillsByDay = <Hills fill={palette.youngLeaf} />;
const hillsByNight = <Hills fill={palette.leaf} />;
const tree = <Tree />;
const moon = <Moon />;
const sun = <Flat d={ellipse(0, 0, 120)} fill={palette.lacquer} amount={2} />;
const lamp = <Flat d={box(-84, -90, 34, 38)} fill={palette.sophora} amount={0.5} />;
const stars: readonly (readonly [number, number, number])[] = [[70, -560, 15], [250, -470, 10], [420, -590, 12], [560, -500, 9], [1010, -470, 13], [890, -600, 9], [-180, -520, 12], [1200, -560, 12], [-60, -420, 8]];

/** The same house by day and by night: the phone does not close at five. */
export const anytime = page(
  {
    dusk: move(0.9, 1.1, 0, 1, ink),
    night: move(1.7, 1.3, 0, 1, ink),
    lamp: enter(2.7, 0.5, ink),
    grandfather: move(0.2, 1.2, 1300, 486),
  },
  (now, { layout }) => (
    <Scenery layout={layout} ground={palette.sophora}>
      <rect x={-2600} y={-2200} width={5400} height={2300} fill={palette.lotusDeep} opacity={now.dusk} />
      <rect x={-2600} y={-2200} width={5400} height={2300} fill={palette.indigo} opacity={now.night} />
      <g opacity={now.night}>
        {stars.map(([x, y, r]) => <Star key={x} x={x} y={y} r={r} />)}
      </g>
      <Actor x={190} y={-430 + 620 * now.dusk}>{sun}</Actor>
      <Actor x={220} y={60 - 510 * now.night}>{moon}</Actor>
      {hillsByDay}
      <g opacity={now.night}>{hillsByNight}</g>
      <Actor x={92} scale={1.4}>{tree}</Actor>
      <Actor x={800} scale={2.06}>{house}</Actor>
      <Appear x={800} y={0} scale={2.06} on={now.lamp} from={1}>{lamp}</Appear>
      <Actor x={now.grandfather} end={486} scale={1.3} flip>{now.night > 0.6 ? people.grandfatherPhone : people.grandfather}</Actor>
    </Scenery>
  ),
);
