import type { ReactElement } from 'react';
import { Flat, Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { BigPhone, BigSheet, Corners, Cross, Tick } from '#renderer/art/scenes/close-up.tsx';
import { Office, PlateText, Tree } from '#renderer/art/scenes/furniture.tsx';
import { box, ellipse } from '#renderer/art/shape.ts';
import { page, type Page } from '../clip.ts';
import { Actor, Appear } from '../stage/actor.tsx';
import { Note, Scenery } from '../stage/scenery.tsx';
import { enter, move } from '../timeline.ts';
import { groundOf } from './ground.tsx';
import { LABEL_TIMES, type PictureChoice, type PictureName } from './names.ts';
import { textsOf } from './paper-pages.tsx';

const sheet = <BigSheet />;
const lens = (
  <>
    <Corners x={44} y={70} width={232} height={262} />
    <circle cx={160} cy={376} r={24} fill={palette.whitePaper} stroke={palette.ink} strokeWidth={5} />
  </>
);
const clearPhoto = (
  <BigPhone width={320} height={440} screen={palette.wood}>
    <Actor x={160} y={200} turn={-2} scale={0.94}>{sheet}</Actor>
    {lens}
  </BigPhone>
);
const darkPhoto = (
  <BigPhone width={320} height={440} screen={palette.woodDark}>
    <Flat d="M128 84L300 118V330H92L60 300Z" fill="#8F8894" amount={3} />
    <Line d="M140 140C180 132 220 152 280 140M126 176C170 168 220 190 280 178M112 212C160 204 220 224 270 214M104 248C160 240 200 258 240 250" width={11} color="#6A6474" amount={4} />
    {lens}
  </BigPhone>
);

const pole = <Ink d={box(-14, -560, 28, 600, 6)} fill={palette.wood} sliver={4} />;
const arm = (y: number, fill: string, length: number): ReactElement => <Ink d={`M-150 ${y}H${length - 40}L${length} ${y + 44}L${length - 40} ${y + 88}H-150Z`} fill={fill} sliver={5} />;
const twoBoards = (
  <>
    {pole}
    {arm(-540, palette.youngLeaf, 180)}
    {arm(-400, palette.paleSophora, 180)}
    <Line d="M-100 -496H90M-100 -356H60" width={13} />
  </>
);
const threeBoards = (
  <>
    {pole}
    {arm(-540, palette.youngLeaf, 180)}
    {arm(-440, palette.silver, 180)}
    {arm(-340, palette.paleSophora, 180)}
    <Line d="M-100 -496H90M-100 -396H70M-100 -296H60" width={13} />
    <Line d="M-120 -420L110 -370" width={12} color={palette.lacquer} />
  </>
);

const shield = 'M0 -170C54 -148 104 -140 150 -140V-16C150 92 76 152 0 190C-76 152 -150 92 -150 -16V-140C-104 -140 -54 -148 0 -170Z';
const level = (number: string, fill: string): ReactElement => (
  <g transform="translate(0 -400)">
    <Ink d={shield} fill={fill} sliver={6} width={6} />
    <path d={ellipse(0, 0, 92)} fill={palette.whitePaper} stroke={palette.ink} strokeWidth={5} />
    <PlateText x={0} y={52} text={number} size={146} />
  </g>
);
const levelTwo = level('2', palette.leaf);
const levelOne = level('1', palette.silver);

const pin = (fill: string): ReactElement => (
  <g transform="translate(0 -290)">
    <Ink d="M0 0C-44 -60 -68 -86 -68 -124C-68 -162 -36 -190 0 -190C36 -190 68 -162 68 -124C68 -86 44 -60 0 0Z" fill={fill} />
    <Ink d={ellipse(0, -124, 25)} fill={palette.whitePaper} width={4.4} sliver={0} />
  </g>
);
const rightOffice = (
  <>
    <Actor x={0} scale={1.16}><Office /></Actor>
    {pin(palette.lacquer)}
  </>
);
const wrongOffice = (
  <>
    <Actor x={-120} scale={1.3}><Tree /></Actor>
    <Actor x={150} scale={1.1}><Tree /></Actor>
    {pin(palette.silver)}
  </>
);

const form = (fill: string, isOld: boolean): ReactElement => (
  <g transform="translate(0 -390)">
    <Ink d="M-150 -190H150V190H-150Z" fill={fill} width={6} />
    <Line d="M-96 -136H96" width={14} color={palette.lacquer} />
    {[-80, -20, 40, 100].map((y) => (
      <g key={y}>
        <Line d={`M-112 ${y}H-30`} width={7} color={palette.thinInk} />
        <Ink d={box(-10, y - 22, 124, 40, 5)} fill={isOld ? palette.sand : palette.youngLeaf} width={4} sliver={0} />
      </g>
    ))}
    {isOld ? <Ink d="M92 190L150 132V190Z" fill={palette.wood} width={4.4} sliver={0} /> : null}
    {isOld ? <Line d="M-150 20C-60 8 60 30 150 14" width={4} color={palette.wood} amount={3} /> : null}
  </g>
);
const newForm = form(palette.whitePaper, false);
const oldForm = form(palette.fadedRose, true);

type Pair = Extract<PictureName, `right-${string}`>;
const pairs: Readonly<Record<Pair, { readonly right: ReactElement; readonly wrong: ReactElement }>> = {
  'right-photo': { right: <g transform="translate(-160 -590)">{clearPhoto}</g>, wrong: <g transform="translate(-160 -590)">{darkPhoto}</g> },
  'right-address': { right: twoBoards, wrong: threeBoards },
  'right-level': { right: levelTwo, wrong: levelOne },
  'right-office': { right: rightOffice, wrong: wrongOffice },
  'right-form': { right: newForm, wrong: oldForm },
};

/** Each side has 470 units for its words. */
const sizeFor = (text = ''): number => Math.min(56, 880 / Math.max(1, text.length));

const RIGHT = 276;
const WRONG = 804;

/** The right way and the wrong way side by side, with tick, cross and words. */
export function rightWrongPage(name: Pair, choice: PictureChoice): Page {
  const { right, wrong } = pairs[name];
  const [first, second] = LABEL_TIMES[name];
  return page(
    { right: move(0.4, 0.8, -560, 0), tick: enter(first - 0.1, 0.35), one: enter(first - 0.2, 0.4), wrong: move(1.2, 0.8, 640, 0), cross: enter(second - 0.1, 0.35), two: enter(second - 0.2, 0.4) },
    (now, { layout, page: words }) => {
      const [one, two] = textsOf(words);
      return (
        <>
          <Scenery layout={layout} ground={groundOf(choice, 'pale')}>
            <Actor x={RIGHT + now.right}>{right}</Actor>
            <Actor x={WRONG + now.wrong}>{wrong}</Actor>
            <Line d="M540 -570V-180" width={5} color={palette.wood} />
            <Appear x={RIGHT + 200} y={-540} on={now.tick}><Tick x={0} y={0} r={56} /></Appear>
            <Appear x={WRONG + 206} y={-540} on={now.cross}><Cross x={0} y={0} r={56} /></Appear>
          </Scenery>
          <Note layout={layout} x={RIGHT - 4} y={-196} on={now.one} size={sizeFor(one)} font="head" tone="jade">{one}</Note>
          <Note layout={layout} x={WRONG} y={-196} on={now.two} size={sizeFor(two)} font="head">{two}</Note>
        </>
      );
    },
  );
}
