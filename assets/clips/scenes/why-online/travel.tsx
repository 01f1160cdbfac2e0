import { Letter } from '#renderer/art/cast/holdings.tsx';
import * as palette from '#renderer/art/palette.ts';
import { Tick } from '#renderer/art/scenes/close-up.tsx';
import { House, Office, Sun, Tree } from '#renderer/art/scenes/furniture.tsx';
import { Motorbike } from '#renderer/art/scenes/motorbike.tsx';
import { Cloud, Hills } from '../../art/sky.tsx';
import { page } from '../../clip.ts';
import { Actor, Appear } from '../../stage/actor.tsx';
import { Scenery } from '../../stage/scenery.tsx';
import { enter, ink, move, steady, track } from '../../timeline.ts';
import { people } from '../crowd.tsx';

const backdrop = (
  <>
    <Sun x={560} y={-330} r={290} fill={palette.sophora} />
    <Hills fill={palette.youngLeaf} />
    <Actor x={940} scale={1.42}><Office /></Actor>
    <Actor x={680} scale={1.2}><Tree /></Actor>
    <Actor x={36} scale={1.8}><House wall={palette.paper} /></Actor>
  </>
);
const motorbike = <Motorbike />;
const letter = <Letter />;
const cloud = <Cloud />;
const tick = <Tick x={0} y={0} r={56} />;

/** The letter's way through the air, from the house to the office door. */
const way = { from: [410, -404], over: [640, -700], to: [936, -92] } as const;
const onWay = (u: number): readonly [number, number] => {
  const at = (i: 0 | 1): number => (1 - u) ** 2 * way.from[i] + 2 * u * (1 - u) * way.over[i] + u * u * way.to[i];
  return [at(0), at(1)];
};

/** The rider comes for nothing and turns away; the letter flies. */
export const travel = page(
  {
    bike: track([0, 420], [1.9, 1560, ink]),
    grandmother: move(0.1, 1.1, -260, 236),
    letter: move(1.9, 1.9, 0, 1, ink),
    shown: enter(1.7, 0.3, steady),
    inside: move(3.7, 0.35, 0, 1, ink),
    tick: enter(4, 0.4),
    cloud: move(0, 5.9, 0, 46, steady),
  },
  (now, { layout }) => {
    const [x, y] = onWay(now.letter);
    const dots = Array.from({ length: 19 }, (_, i) => i / 18).filter((u) => u < now.letter - 0.05);
    return (
      <Scenery layout={layout} ground={palette.paleSophora}>
        {backdrop}
        <Actor x={820 + now.cloud} y={-500} scale={0.8}>{cloud}</Actor>
        {dots.map((u) => {
          const [dx, dy] = onWay(u);
          return <circle key={u} cx={dx} cy={dy} r={7} fill={palette.lacquer} />;
        })}
        <Actor x={now.grandmother} end={236} scale={1.3}>{now.letter > 0.1 ? people.grandmotherGlad : people.grandmotherPhone}</Actor>
        <Actor x={now.bike}>{motorbike}</Actor>
        {now.shown > 0 && now.inside < 1 ? <Actor x={x} y={y + 40 * now.inside} scale={(1.6 - 0.5 * now.letter) * now.shown * (1 - now.inside)} turn={-10 + 20 * now.letter}>{letter}</Actor> : null}
        <Appear x={936} y={-384} on={now.tick}>{tick}</Appear>
      </Scenery>
    );
  },
);
