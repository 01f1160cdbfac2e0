import type { ReactElement, ReactNode } from 'react';
import { Blossom } from '#renderer/art/cast/holdings.tsx';
import { Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { BigPhone, BigSheet } from '#renderer/art/scenes/close-up.tsx';
import { PlateText } from '#renderer/art/scenes/furniture.tsx';
import { box, ellipse } from '#renderer/art/shape.ts';
import { Slip } from '../art/safety.tsx';
import { page, type Page, type View } from '../clip.ts';
import { Actor } from '../stage/actor.tsx';
import { Note, Scenery } from '../stage/scenery.tsx';
import { cut, enter, ink, move } from '../timeline.ts';
import { groundOf, sunOf } from './ground.tsx';
import { LABEL_KEYS, LABEL_TIMES, type PictureChoice, type PictureName } from './names.ts';
import { Walker } from './people-pages.tsx';
import { THINGS } from './things.tsx';

export type Words = View['page'];

/** The texts of the labels, in order. */
export const textsOf = (words: Words): readonly string[] => LABEL_KEYS.flatMap((key) => words.labels?.[key]?.text ?? []);

/** Signs of the longest label: its lines shall fit. */
const longestOf = (words: Words): number => Math.max(1, ...textsOf(words).map((text) => text.length));

/** Tracks that let the labels of a picture appear, each in its time. */
const labelTracks = (name: PictureName) => {
  const at = (i: number) => enter((LABEL_TIMES[name][i] ?? 99) - 0.2, 0.4);
  return { on0: at(0), on1: at(1), on2: at(2), on3: at(3), on4: at(4) };
};
type On = Readonly<Record<'on0' | 'on1' | 'on2' | 'on3' | 'on4', number>>;
const onOf = (now: On): readonly number[] => [now.on0, now.on1, now.on2, now.on3, now.on4];

function Numbered({ x, y, number, r = 38 }: { readonly x: number; readonly y: number; readonly number: number; readonly r?: number }): ReactElement {
  return (
    <>
      <path d={ellipse(x, y, r)} fill={palette.lacquer} stroke={palette.ink} strokeWidth={5} />
      <PlateText x={x} y={y + r * 0.42} text={String(number)} size={r * 1.2} color={palette.whitePaper} />
    </>
  );
}

const slipPlaces: Readonly<Record<number, readonly number[]>> = { 1: [540], 2: [340, 740], 3: [184, 540, 896] };

function Hanging({ x, drop, number, children }: { readonly x: number; readonly drop: number; readonly number: number; readonly children: ReactNode }): ReactElement {
  return (
    <g transform={`translate(${x} ${-650 - 640 * drop}) rotate(${4 * drop} 0 -300)`}>
      <Slip>
        <g transform="translate(8 232)">{children}</g>
        <Numbered x={-100} y={116} number={number} r={34} />
      </Slip>
    </g>
  );
}

/** One to three slips come down one after another, each with a thing and its words. */
export function slipsPage(choice: PictureChoice, count: number): Page {
  const xs = slipPlaces[count] ?? slipPlaces[3] ?? [];
  const things = choice.things ?? ['sheet', 'phone', 'card'];
  const sun = sunOf(choice, 'lotus', 540, -300, 280);
  const drop = (i: number) => move((LABEL_TIMES.slips[i] ?? 99) - 0.5, 0.7, 1, 0);
  return page({ ...labelTracks('slips'), d0: drop(0), d1: drop(1), d2: drop(2) }, (now, { layout, page: words }) => {
    const drops = [now.d0, now.d1, now.d2];
    return (
      <>
        <Scenery layout={layout} ground={groundOf(choice, 'lotus')}>
          {sun}
          {xs.map((x, i) => ((drops[i] ?? 1) < 1 ? <Hanging key={x} x={x} drop={drops[i] ?? 0} number={i + 1}>{THINGS[things[i] ?? 'sheet']}</Hanging> : null))}
        </Scenery>
        {textsOf(words).map((text, i) => <Note key={text} layout={layout} x={xs[i] ?? 540} y={-244} on={onOf(now)[i] ?? 0} size={46} font="head" tone="plain" width={326}>{text}</Note>)}
      </>
    );
  });
}

const board = (
  <>
    <Line d="M400 -900V-580M960 -900V-580" width={6} amount={0.3} />
    <Ink d={box(280, -590, 790, 470, 8)} fill={palette.whitePaper} sliver={0} />
    <Ink d={box(280, -600, 790, 26, 4)} fill={palette.wood} sliver={3} />
  </>
);

/** Up to five numbered lines on a board, shown by somebody. */
export function boardPage(choice: PictureChoice, count: number): Page {
  const [first = 'grandfather'] = choice.people ?? [];
  const sun = sunOf(choice, 'leaf', 170, -330, 210);
  const step = count > 4 ? 84 : 100;
  const y = (i: number): number => -520 + i * step;
  return page({ ...labelTracks('board'), person: move(0.1, 1.1, -260, 140), board: move(0.1, 0.9, -640, 0, ink), glad: cut(1.3) }, (now, { layout, page: words }) => (
    <>
      <Scenery layout={layout} ground={groundOf(choice, 'leaf')}>
        {sun}
        <Walker name={first} x={now.person} end={140} isGlad={now.glad > 0} />
        <Actor x={0} y={now.board}>{board}</Actor>
        {textsOf(words).map((text, i) => ((onOf(now)[i] ?? 0) > 0 ? <Numbered key={text} x={336} y={y(i)} number={i + 1} r={33} /> : null))}
      </Scenery>
      {textsOf(words).map((text, i) => <Note key={text} layout={layout} align="left" x={346} y={y(i)} on={onOf(now)[i] ?? 0} size={Math.min(64, 1370 / longestOf(words))} font="head" tone="plain">{text}</Note>)}
    </>
  ));
}

/** A phone with a line for each label, and somebody who reads it. */
export function phonePage(choice: PictureChoice, count: number): Page {
  const [first = 'mother'] = choice.people ?? [];
  const sun = sunOf(choice, 'leaf', 330, -330, 300);
  const phone = <BigPhone width={560} height={760} />;
  const step = count > 3 ? 92 : 120;
  const y = (i: number): number => -496 + i * step;
  return page({ ...labelTracks('phone'), phone: move(0.3, 0.9, 640, 0), person: move(0.4, 1.1, 1400, 870), glad: cut(2.4) }, (now, { layout, page: words }) => (
    <>
      <Scenery layout={layout} ground={groundOf(choice, 'leaf')}>
        {sun}
        <Walker name={first} x={now.person} end={870} isGlad={now.glad > 0} />
        <Actor x={76} y={-600 + now.phone}>
          {phone}
          {textsOf(words).map((text, i) => ((onOf(now)[i] ?? 0) > 0 ? <Blossom key={text} x={70} y={y(i) + 600} r={32} /> : null))}
        </Actor>
      </Scenery>
      {textsOf(words).map((text, i) => <Note key={text} layout={layout} align="left" x={156} y={y(i)} on={onOf(now)[i] ?? 0} size={Math.min(58, 950 / longestOf(words))} font="head" tone="plain">{text}</Note>)}
    </>
  ));
}

const results: readonly (readonly [number, number])[] = [[596, -480], [902, -480], [596, -268], [902, -268]];
const result = (
  <>
    <Ink d={box(-146, -98, 292, 196, 8)} fill={palette.whitePaper} />
    <Blossom x={0} y={-62} r={22} />
  </>
);
const sheet = <BigSheet />;
const arrow = <Line d="M330 -370H412M384 -402L416 -370L384 -338" width={13} color={palette.lacquer} />;

/** One form on the left, up to four results on the right. */
export function oneToFourPage(choice: PictureChoice): Page {
  const sun = sunOf(choice, 'saffron', 200, -370, 220);
  return page({ ...labelTracks('one-to-four'), sheet: move(0.1, 0.9, -420, 186), arrow: enter(0.9, 0.3) }, (now, { layout, page: words }) => (
    <>
      <Scenery layout={layout} ground={groundOf(choice, 'saffron')}>
        {sun}
        <Actor x={now.sheet} y={-370} scale={1.5} turn={-4}>{sheet}</Actor>
        {now.arrow > 0 ? <g opacity={now.arrow}>{arrow}</g> : null}
        {textsOf(words).map((text, i) => {
          const [x = 0, y = 0] = results[i] ?? [];
          const on = onOf(now)[i] ?? 0;
          return on > 0 ? <Actor key={text} x={x - 160 * (1 - on)} y={y} scale={0.7 + 0.3 * on}>{result}</Actor> : null;
        })}
      </Scenery>
      {textsOf(words).map((text, i) => <Note key={text} layout={layout} x={results[i]?.[0] ?? 0} y={(results[i]?.[1] ?? 0) + 26} on={(onOf(now)[i] ?? 0) >= 1 ? 1 : 0} size={46} font="head" tone="plain" width={320}>{text}</Note>)}
    </>
  ));
}

const calendar = (
  <>
    <Ink d={box(-280, -580, 560, 440, 14)} fill={palette.whitePaper} sliver={0} width={6} />
    <Ink d={box(-280, -580, 560, 76, 14)} fill={palette.lacquer} sliver={4} />
    <Line d="M-130 -612V-550M130 -612V-550" width={16} amount={0.4} />
  </>
);

/** A leaf of the calendar between two people: a large figure, a line, and a small third one. */
export function calendarPage(choice: PictureChoice): Page {
  const [left = 'grandfather', right = 'girl'] = choice.people ?? [];
  const sun = sunOf(choice, 'pale', 540, -320, 320);
  return page({ ...labelTracks('calendar'), leaf: move(0.2, 0.9, -700, 0), left: move(0.1, 1.2, -260, 120), right: move(0.3, 1.2, 1400, 960), glad: cut(1.7) }, (now, { layout, page: words }) => {
    const [one = '', two = '', three = ''] = textsOf(words);
    return (
      <>
        <Scenery layout={layout} ground={groundOf(choice, 'pale')}>
          {sun}
          <Walker name={left} x={now.left} end={120} isGlad={now.glad > 0} />
          <Walker name={right} x={now.right} end={960} isGlad={now.glad > 0} />
          <Actor x={540} y={now.leaf}>{calendar}</Actor>
        </Scenery>
        <Note layout={layout} x={540} y={three === '' ? -404 : -424} on={now.on0} size={Math.min(three === '' ? 190 : 116, 820 / Math.max(2, one.length))} font="head" tone="plain">{one}</Note>
        <Note layout={layout} x={540} y={three === '' ? -250 : -322} on={two === '' ? 0 : now.on1} size={three === '' ? 76 : 47} font="head" tone="plain" width={570}>{two}</Note>
        <Note layout={layout} x={540} y={-206} on={three === '' ? 0 : now.on2} size={33} tone="plain" width={570}>{three}</Note>
      </>
    );
  });
}
