import { Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { BigPhone, Pointing, Tick } from '#renderer/art/scenes/close-up.tsx';
import { box } from '#renderer/art/shape.ts';
import { page } from '../../clip.ts';
import { Actor, Appear } from '../../stage/actor.tsx';
import { Note, Scenery } from '../../stage/scenery.tsx';
import { enter, ink, move, steady, track } from '../../timeline.ts';

const phone = (
  <>
    <BigPhone width={1000} height={900} />
    <Line d="M70 330H620M70 392H760M70 454H520" width={14} color={palette.sand} amount={0.6} />
  </>
);
const bar = <Ink d={box(84, -500, 912, 150, 75)} fill={palette.paper} sliver={0} width={6} />;
const hand = <Pointing />;

/** Letter by letter into the address bar; then the finger goes along under every one of them. */
export const address = page(
  {
    letters: move(1.1, 1.9, 0, 17, steady),
    lock: move(3, 0.35, 0, 1, ink),
    handX: track([2.9, 1180], [3.5, 300, ink], [4.7, 880, ink]),
    handY: track([2.9, 160], [3.5, -352, ink]),
    line: move(3.5, 1.2, 0, 1, ink),
    tick: enter(4.8, 0.4),
  },
  (now, { layout, page: words }) => {
    const text = words.labels?.['address']?.text ?? '';
    const typed = text.slice(0, Math.floor(now.letters));
    return (
      <>
        <Scenery layout={layout} ground={palette.youngLeaf}>
          <Actor x={40} y={-600}>{phone}</Actor>
          {bar}
          <Ink d={box(124, -436, 58, 46, 6)} fill={now.lock > 0.5 ? palette.jade : palette.silver} width={5} sliver={0} amount={0.4} />
          <path d={`M135 ${-436 - 10 * (1 - now.lock)}v-14c0 -28 36 -28 36 0v${14 + 10 * now.lock}`} fill="none" stroke={palette.ink} strokeWidth={7} strokeLinecap="round" />
          {now.line > 0 ? <path d={`M222 -372h${700 * now.line}`} stroke={palette.jade} strokeWidth={9} strokeLinecap="round" /> : null}
        </Scenery>
        <Note layout={layout} align="left" x={172} y={-424} on={1} size={78} tone="plain">
          {typed}
          <i className="rest">{text.slice(typed.length)}</i>
        </Note>
        <Scenery layout={layout} ground="none">
          <Appear x={972} y={-512} on={now.tick}><Tick x={0} y={0} r={56} /></Appear>
          <Actor x={now.handX} y={now.handY} scale={0.82} turn={-10}>{hand}</Actor>
        </Scenery>
      </>
    );
  },
);
