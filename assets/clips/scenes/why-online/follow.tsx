import { Stamp, Blossom } from '#renderer/art/cast/holdings.tsx';
import { Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { BigPhone } from '#renderer/art/scenes/close-up.tsx';
import { Sun } from '#renderer/art/scenes/furniture.tsx';
import { ellipse } from '#renderer/art/shape.ts';
import { page, type View } from '../../clip.ts';
import { Actor } from '../../stage/actor.tsx';
import { Note, Scenery } from '../../stage/scenery.tsx';
import { enter, ink, move, press, track, type Track } from '../../timeline.ts';
import { people } from '../crowd.tsx';

const stations = [
  { label: 'received', at: 1.5, y: -480 },
  { label: 'working', at: 2.2, y: -352 },
  { label: 'done', at: 2.9, y: -224 },
] as const;
const phone = <BigPhone width={520} height={760} />;
const sun = <Sun x={330} y={-330} r={300} fill={palette.paper} />;
const stamp = <Stamp />;

/** Falls on each station in turn, rests a moment on the paper, and goes. */
const stampDown: Track = track(
  [0.9, 0],
  ...stations.flatMap(({ at }) => [[at - 0.22, 0] as const, [at, 1, press] as const, [at + 0.14, 1] as const, [at + 0.42, 0, ink] as const]),
);
const stampLine: Track = track([1.28, 0], [1.92, 0], [2.06, 1, ink], [2.64, 1], [2.78, 2, ink]);

const draw = (now: Readonly<Record<'phone' | 'down' | 'line' | 'gone' | 'a' | 'b' | 'c' | 'mother', number>>, { layout, page: words }: View) => {
  const done = [now.a, now.b, now.c];
  return (
    <>
      <Scenery layout={layout} ground={palette.youngLeaf}>
        {sun}
        <Actor x={now.mother} end={850} scale={1.34} flip>{people.mother}</Actor>
        <Actor x={96} y={-600 + now.phone}>
          {phone}
          <Line d="M84 120V376" width={9} color={palette.silver} amount={0.4} />
          {stations.map(({ y }, i) => (
            <g key={y}>
              <Ink d={ellipse(84, y + 600, 36)} fill={palette.whitePaper} sliver={0} amount={0.8} />
              {(done[i] ?? 0) > 0 ? <Blossom x={84} y={y + 600} r={33} /> : null}
            </g>
          ))}
        </Actor>
        {now.gone < 1 ? <Actor x={180 + now.gone * 90} y={-480 + 128 * now.line - 130 * (1 - now.down) - 500 * now.gone} scale={2.7} turn={-8 * (1 - now.down)}>{stamp}</Actor> : null}
      </Scenery>
      {stations.map(({ label, y }, i) => (
        <Note key={label} layout={layout} align="left" x={226} y={y} on={done[i] ?? 0} size={42} tone={i === 2 ? 'soft' : 'plain'}>{words.labels?.[label]?.text}</Note>
      ))}
    </>
  );
};

/** Three stamps on a phone: the case goes its way where its owner can see it. */
export const follow = page(
  {
    phone: move(0.3, 0.9, 640, 0),
    mother: move(0.5, 1.1, 1400, 850),
    down: stampDown,
    line: stampLine,
    gone: move(3.3, 0.5, 0, 1, ink),
    a: enter(stations[0].at, 0.2),
    b: enter(stations[1].at, 0.2),
    c: enter(stations[2].at, 0.2),
  },
  draw,
);
