import { Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { BigPhone } from '#renderer/art/scenes/close-up.tsx';
import { Sun } from '#renderer/art/scenes/furniture.tsx';
import { ellipse } from '#renderer/art/shape.ts';
import { Bubble } from '../../art/safety.tsx';
import { page } from '../../clip.ts';
import { Actor } from '../../stage/actor.tsx';
import { Note, Scenery } from '../../stage/scenery.tsx';
import { enter, ink, move, track } from '../../timeline.ts';
import { people } from '../crowd.tsx';

const sun = <Sun x={270} y={-330} r={270} fill={palette.sophora} />;
const phone = (
  <>
    <BigPhone width={340} height={700} screen={palette.thinInk} />
    <Ink d={ellipse(170, 300, 92)} fill={palette.silver} sliver={5} />
    <path d="M136 276C138 236 160 222 180 224C208 226 222 246 216 268C210 296 174 296 174 332" fill="none" stroke={palette.ink} strokeWidth={20} strokeLinecap="round" />
    <path d={ellipse(174, 366, 13)} fill={palette.ink} />
    <Line d="M92 448H248" width={12} color={palette.silver} />
  </>
);
const arcs = ['M-34 -40C-58 -14 -58 22 -34 48', 'M-64 -66C-102 -24 -102 36 -64 76', 'M-94 -92C-148 -36 -148 48 -94 104'] as const;

/** A call from somebody without a face. The rings are drawn one by one and stay: nothing blinks. */
export const call = page(
  {
    grandfather: move(0.1, 1.2, -260, 270),
    phone: move(0.4, 0.9, 780, 0),
    tremble: track([1.2, 0], [1.35, 1, ink], [1.55, -1, ink], [1.75, 1, ink], [1.95, -1, ink], [2.1, 0, ink]),
    rings: move(1.1, 1.2, 0, 3, ink),
    voice: enter(1.2, 0.5),
  },
  (now, { layout, page: words }) => (
    <>
      <Scenery layout={layout} ground={palette.paleSophora}>
        {sun}
        <Actor x={now.grandfather} end={270} scale={1.34}>{people.grandfatherDoubt}</Actor>
        <Actor x={690} y={-470 + now.phone} turn={1.4 * now.tremble}>{phone}</Actor>
        <g transform={`translate(672 ${-190 + now.phone})`}>
          {arcs.map((d, i) => (now.rings > i ? <path key={d} d={d} fill="none" stroke={palette.lacquer} strokeWidth={12} strokeLinecap="round" opacity={Math.min(1, now.rings - i)} /> : null))}
        </g>
        {now.voice > 0 ? <Actor x={700} y={-520} scale={now.voice}><Bubble width={290} height={78} flip /></Actor> : null}
      </Scenery>
      <Note layout={layout} x={700} y={-520} on={now.voice} size={56} font="head" tone="plain">{words.labels?.['voice']?.text}</Note>
    </>
  ),
);
