import { Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { BigPhone } from '#renderer/art/scenes/close-up.tsx';
import { Sun } from '#renderer/art/scenes/furniture.tsx';
import { box } from '#renderer/art/shape.ts';
import { Cell, Padlock } from '../../art/safety.tsx';
import { page } from '../../clip.ts';
import { Actor } from '../../stage/actor.tsx';
import { Note, Scenery } from '../../stage/scenery.tsx';
import { cut, enter, ink, move, press, steady } from '../../timeline.ts';
import { people } from '../crowd.tsx';

const sun = <Sun x={310} y={-330} r={280} fill={palette.paper} />;
const phone = <BigPhone width={500} height={780} />;
const cells = [66, 140, 214, 288, 362, 436] as const;
const shutter = (
  <>
    <Ink d={box(24, 40, 452, 320, 6)} fill={palette.leaf} sliver={0} />
    <Line d="M24 92H476M24 144H476M24 196H476M24 248H476M24 300H476" width={4} color={palette.jade} amount={0.6} />
  </>
);

/** The code comes; a shutter is let down over it and locked. */
export const code = page(
  {
    phone: move(0.3, 0.9, 760, 0),
    label: enter(0.9, 0.4),
    filled: move(1.1, 0.9, 0, 6, steady),
    shutter: move(2.2, 0.8, 0, 1, ink),
    lock: move(2.9, 0.35, 0, 1, press),
    shut: move(3.4, 0.25, 0, 1, press),
    grandfather: move(0.4, 1.2, 1400, 836),
    glad: cut(3.5),
  },
  (now, { layout, page: words }) => (
    <>
      <Scenery layout={layout} ground={palette.youngLeaf}>
        {sun}
        <Actor x={now.grandfather} end={836} scale={1.34} flip>{now.glad > 0 ? people.grandfatherShow : people.grandfather}</Actor>
        <Actor x={80} y={-596 + now.phone}>
          {phone}
          {cells.map((x, i) => <Cell key={x} x={x} y={230} filled={now.filled >= i + 1} />)}
        </Actor>
      </Scenery>
      <Note layout={layout} x={330} y={-482} on={now.shutter < 0.05 ? now.label : 0} size={58} font="head" tone="soft">{words.labels?.['otp']?.text}</Note>
      <Scenery layout={layout} ground="none">
        <clipPath id="code-screen"><rect x={104} y={-560} width={452} height={360} /></clipPath>
        {now.shutter > 0 ? <g clipPath="url(#code-screen)"><g transform={`translate(80 ${-596 - 330 * (1 - now.shutter)})`}>{shutter}</g></g> : null}
        {now.lock > 0 ? <Actor x={330} y={-262 - 420 * (1 - now.lock)} scale={1.12}><Padlock shut={now.shut} /></Actor> : null}
      </Scenery>
    </>
  ),
);
