import { Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { BigPhone, Pointing, Tick } from '#renderer/art/scenes/close-up.tsx';
import { Office } from '#renderer/art/scenes/furniture.tsx';
import { box } from '#renderer/art/shape.ts';
import { Padlock } from '../art/safety.tsx';
import { page, type Page } from '../clip.ts';
import { Actor, Appear } from '../stage/actor.tsx';
import { Note, Scenery } from '../stage/scenery.tsx';
import { cut, enter, ink, move, press, steady, track } from '../timeline.ts';
import { groundOf, sunOf } from './ground.tsx';
import { LABEL_TIMES, type PictureChoice } from './names.ts';
import { Walker } from './people-pages.tsx';
import { textsOf } from './paper-pages.tsx';

const phone = (
  <>
    <BigPhone width={1000} height={900} />
    <Line d="M70 330H620M70 392H760M70 454H520" width={14} color={palette.sand} amount={0.6} />
  </>
);
const bar = <Ink d={box(84, -500, 912, 150, 75)} fill={palette.paper} sliver={0} width={6} />;
const hand = <Pointing />;

/** An address typed letter by letter; then the finger goes along under every one of them. */
export function typingPage(choice: PictureChoice): Page {
  return page(
    {
      typed: move(0.9, 1.6, 0, 1, steady),
      lock: move(2.5, 0.35, 0, 1, ink),
      handX: track([2.4, 1180], [3, 300, ink], [4, 880, ink]),
      handY: track([2.4, 160], [3, -352, ink]),
      line: move(3, 1, 0, 1, ink),
      tick: enter(4.1, 0.4),
    },
    (now, { layout, page: words }) => {
      const [text = ''] = textsOf(words);
      const written = text.slice(0, Math.floor(now.typed * text.length));
      return (
        <>
          <Scenery layout={layout} ground={groundOf(choice, 'leaf')}>
            <Actor x={40} y={-600}>{phone}</Actor>
            {bar}
            <Ink d={box(124, -436, 58, 46, 6)} fill={now.lock > 0.5 ? palette.jade : palette.silver} width={5} sliver={0} amount={0.4} />
            <path d={`M135 ${-436 - 10 * (1 - now.lock)}v-14c0 -28 36 -28 36 0v${14 + 10 * now.lock}`} fill="none" stroke={palette.ink} strokeWidth={7} strokeLinecap="round" />
            {now.line > 0 ? <path d={`M222 -372h${700 * now.line}`} stroke={palette.jade} strokeWidth={9} strokeLinecap="round" /> : null}
          </Scenery>
          <Note layout={layout} align="left" x={172} y={-424} on={1} size={Math.min(78, 1330 / Math.max(1, text.length))} tone="plain">
            {written}
            <i className="rest">{text.slice(written.length)}</i>
          </Note>
          <Scenery layout={layout} ground="none">
            <Appear x={972} y={-512} on={now.tick}><Tick x={0} y={0} r={56} /></Appear>
            <Actor x={now.handX} y={now.handY} scale={0.82} turn={-10}>{hand}</Actor>
          </Scenery>
        </>
      );
    },
  );
}

/** Somebody and a lock that shuts; the words stand over it. */
export function lockPage(choice: PictureChoice): Page {
  const [first = 'grandmother', second] = choice.people ?? [];
  const sun = sunOf(choice, 'lotus', 740, -320, 270);
  return page(
    { person: move(0.1, 1.2, -260, 320), other: move(0.3, 1.2, -460, 110), lock: move(0.7, 0.5, 700, 0, press), shut: move(1.3, 0.25, 0, 1, press), one: enter(LABEL_TIMES.lock[0] - 0.2, 0.4), glad: cut(1.6) },
    (now, { layout, page: words }) => (
      <>
        <Scenery layout={layout} ground={groundOf(choice, 'lotus')}>
          {sun}
          {second === undefined ? null : <Walker name={second} x={now.other} end={110} isGlad={now.glad > 0} />}
          <Walker name={first} x={now.person} end={320} isGlad={now.glad > 0} />
          {now.lock < 700 ? <Actor x={740} y={-222 - now.lock} scale={1.92}><Padlock shut={now.shut} /></Actor> : null}
        </Scenery>
        <Note layout={layout} x={740} y={-520} on={now.one} size={50} font="head">{textsOf(words)[0]}</Note>
      </>
    ),
  );
}

const office = <Office />;
const board = (y: number, fill: string) => <Ink d={box(-260, y, 520, 112, 10)} fill={fill} sliver={5} />;
const old = (
  <>
    {board(-56, palette.silver)}
    <Line d="M-170 0H120" width={16} color={palette.thinInk} />
  </>
);

/** Two boards stay, the one between them goes; a small source stands below. */
export function levelsPage(choice: PictureChoice): Page {
  const [first = 'student'] = choice.people ?? [];
  const sun = sunOf(choice, 'saffron', 300, -320, 280);
  return page(
    {
      person: move(0.1, 1.2, -260, 110),
      fall: track([1.3, 0], [2.3, 700, press]),
      rise: move(2.1, 0.7, 0, 1, ink),
      one: enter(0.9, 0.4),
      two: enter(1.6, 0.4),
      source: enter(2.2, 0.4),
    },
    (now, { layout, page: words }) => {
      const [one, two, three] = textsOf(words);
      const lower = -306 - 40 * now.rise;
      return (
        <>
          <Scenery layout={layout} ground={groundOf(choice, 'saffron')}>
            {sun}
            <Actor x={330} scale={0.86}>{office}</Actor>
            <Ink d={box(716, -590, 28, 640, 6)} fill={palette.wood} sliver={4} />
            <Actor x={730} y={-500}>{board(-56, palette.whitePaper)}</Actor>
            <Actor x={730} y={lower}>{board(-56, palette.whitePaper)}</Actor>
            {now.fall < 700 ? <Actor x={730} y={-404 + now.fall} turn={now.fall / 22}>{old}</Actor> : null}
            <Walker name={first} x={now.person} end={110} isGlad={now.rise > 0} />
          </Scenery>
          <Note layout={layout} x={730} y={-500} on={now.one} size={54} font="head" tone="plain">{one}</Note>
          <Note layout={layout} x={730} y={lower} on={now.two} size={54} font="head" tone="plain">{two}</Note>
          {three === undefined ? null : <Note layout={layout} x={730} y={-200} on={now.source} size={36}>{three}</Note>}
        </>
      );
    },
  );
}
