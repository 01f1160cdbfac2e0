import * as palette from '#renderer/art/palette.ts';
import { BigCard } from '#renderer/art/scenes/close-up.tsx';
import { Counter, Sun } from '#renderer/art/scenes/furniture.tsx';
import { Sim } from '../../art/safety.tsx';
import { page } from '../../clip.ts';
import { Actor } from '../../stage/actor.tsx';
import { Note, Scenery } from '../../stage/scenery.tsx';
import { cut, enter, move, press } from '../../timeline.ts';
import { people } from '../crowd.tsx';

const sun = <Sun x={700} y={-340} r={270} fill={palette.paleSophora} />;
const counter = <Counter width={680} height={246} flowers={false} />;
const card = <BigCard />;
const sim = <Sim />;

/** A counter, a card and a SIM: what has to be there before anything else. */
export const needs = page(
  {
    grandmother: move(0.1, 1.2, -260, 196),
    card: move(1.5, 0.4, 0, 1, press),
    sim: move(2.2, 0.4, 0, 1, press),
    level: enter(1.9, 0.4),
    own: enter(2.6, 0.4),
    shows: cut(1.7),
  },
  (now, { layout, page: words }) => (
    <>
      <Scenery layout={layout} ground={palette.sophora}>
        {sun}
        <Actor x={742} y={-252} scale={1.2} flip>{people.officer}</Actor>
        <Actor x={400}>{counter}</Actor>
        {now.card > 0 ? <Actor x={540} y={-340 - 420 * (1 - now.card)} scale={1.24} turn={-4}>{card}</Actor> : null}
        {now.sim > 0 ? <Actor x={960} y={-350 - 420 * (1 - now.sim)} scale={1.16} turn={4}>{sim}</Actor> : null}
        <Actor x={now.grandmother} end={196} scale={1.32}>{now.shows > 0 ? people.grandmotherGlad : people.grandmotherPhone}</Actor>
      </Scenery>
      <Note layout={layout} x={528} y={-194} on={now.level} size={48} font="head">{words.labels?.['level']?.text}</Note>
      <Note layout={layout} x={866} y={-194} on={now.own} size={48} font="head">{words.labels?.['sim']?.text}</Note>
    </>
  ),
);
