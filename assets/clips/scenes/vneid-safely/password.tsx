import { Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { BigPhone, Cross, Grip, Tick } from '#renderer/art/scenes/close-up.tsx';
import { Sun } from '#renderer/art/scenes/furniture.tsx';
import { box } from '#renderer/art/shape.ts';
import { Cell, Padlock } from '../../art/safety.tsx';
import { page } from '../../clip.ts';
import { Actor, Appear } from '../../stage/actor.tsx';
import { Note, Scenery } from '../../stage/scenery.tsx';
import { enter, ink, move, press, steady } from '../../timeline.ts';

const sun = <Sun x={300} y={-330} r={270} fill={palette.paleSophora} />;
const app = <Grip width={350}><BigPhone width={350} height={560} screen={palette.youngLeaf} /></Grip>;
const stranger = (
  <>
    <BigPhone width={320} height={540} screen={palette.sand} />
    <Line d="M50 100H210M50 140H260" width={11} color={palette.thinInk} amount={2} />
    <Ink d={box(42, 190, 236, 74, 6)} fill={palette.whitePaper} width={4.4} sliver={0} />
    <Line d="M62 228H92M112 228H142M162 228H192" width={9} amount={0.5} />
    <Ink d={box(42, 290, 236, 70, 6)} fill={palette.silver} width={4.4} sliver={3} />
  </>
);
const cells = [64, 119, 174, 229, 284] as const;

/** The code goes into the one application and the lock shuts; a strange page gets a cross. */
export const password = page(
  {
    app: move(0.3, 1, 800, 0),
    filled: move(1.2, 1.3, 0, 5, steady),
    shut: move(2.5, 0.3, 0, 1, press),
    tick: enter(2.8, 0.4),
    stranger: move(2.9, 0.9, 700, 0),
    cross: enter(3.9, 0.35),
    sink: move(4.3, 0.9, 0, 1, ink),
    labelApp: enter(1, 0.4),
    labelStranger: enter(3.5, 0.4),
  },
  (now, { layout, page: words }) => (
    <>
      <Scenery layout={layout} ground={palette.sophora}>
        {sun}
        <Actor x={110} y={-590 + now.app}>
          {app}
          <Actor x={175} y={160} scale={0.8}><Padlock shut={now.shut} /></Actor>
          {cells.map((x, i) => <Cell key={x} x={x} y={300} size={46} filled={now.filled >= i + 1} />)}
        </Actor>
        <Actor x={680 + now.stranger} y={-570 + 60 * now.sink} turn={2 + 5 * now.sink}>{stranger}</Actor>
        <Appear x={470} y={-560} on={now.tick}><Tick x={0} y={0} r={56} /></Appear>
        <Appear x={990} y={-530 + 60 * now.sink} on={now.cross}><Cross x={0} y={0} r={56} /></Appear>
      </Scenery>
      <Note layout={layout} x={290} y={-184} on={now.labelApp} size={56} font="head" tone="jade">{words.labels?.['app']?.text}</Note>
      <Note layout={layout} x={812} y={-176 + 30 * now.sink} on={now.labelStranger} size={56} font="head">{words.labels?.['stranger']?.text}</Note>
    </>
  ),
);
