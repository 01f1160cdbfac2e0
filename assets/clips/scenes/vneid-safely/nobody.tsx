import * as palette from '#renderer/art/palette.ts';
import { Tick } from '#renderer/art/scenes/close-up.tsx';
import { Sun } from '#renderer/art/scenes/furniture.tsx';
import { Bubble, Padlock } from '../../art/safety.tsx';
import { page } from '../../clip.ts';
import { Actor, Appear } from '../../stage/actor.tsx';
import { Note, Scenery } from '../../stage/scenery.tsx';
import { cut, enter, ink, move, press } from '../../timeline.ts';
import { people } from '../crowd.tsx';

const sun = <Sun x={330} y={-330} r={270} fill={palette.paper} />;

/** Somebody asks; a raised hand answers; the lock shuts and the question folds away. */
export const nobody = page(
  {
    grandmother: move(0.2, 1.2, -300, 150),
    student: move(0.4, 1.2, -420, 410),
    ask: enter(1.1, 0.5),
    stop: cut(2.5),
    fold: move(2.8, 0.5, 1, 0, ink),
    lock: move(3.2, 0.4, 700, 0, press),
    shut: move(3.75, 0.25, 0, 1, press),
    tick: enter(4.1, 0.4),
  },
  (now, { layout, page: words }) => (
    <>
      <Scenery layout={layout} ground={palette.softLotus}>
        {sun}
        <Actor x={now.grandmother} end={150} scale={1.32}>{people.grandmotherHold}</Actor>
        <Actor x={now.student} end={410} scale={1.28}>{now.stop > 0 ? people.studentStop : people.student}</Actor>
        {now.ask > 0 && now.fold > 0 ? <g transform={`translate(840 -506) scale(${now.ask} ${now.ask * now.fold})`}><Bubble width={222} height={80} flip /></g> : null}
        {now.lock < 700 ? <Actor x={800} y={-208 - now.lock} scale={2}><Padlock shut={now.shut} /></Actor> : null}
        <Appear x={958} y={-420} on={now.tick}><Tick x={0} y={0} r={58} /></Appear>
      </Scenery>
      {now.fold > 0.98 ? <Note layout={layout} x={840} y={-506} on={now.ask} size={46} tone="plain">{words.labels?.['ask']?.text}</Note> : null}
    </>
  ),
);
