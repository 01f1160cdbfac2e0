import type { ReactElement, ReactNode } from 'react';
import { Baby, Folder, Letter, Phone, Stamp } from '#renderer/art/cast/holdings.tsx';
import { Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { skins } from '#renderer/art/palette.ts';
import { BankCard, BigCard, BigSheet } from '#renderer/art/scenes/close-up.tsx';
import { House, Office } from '#renderer/art/scenes/furniture.tsx';
import { box, ellipse } from '#renderer/art/shape.ts';
import { MoneyNote } from '../art/money.tsx';
import { AppBox, Cell, HookedLink, HurryClock, Padlock, Sim } from '../art/safety.tsx';
import { SquareCode } from '../art/square-code.tsx';
import type { ThingName } from './names.ts';

const sized = (scale: number, y: number, child: ReactNode): ReactElement => <g transform={`translate(0 ${y}) scale(${scale})`}>{child}</g>;

/** A leaf of a tear-off calendar. */
function Leaf(): ReactElement {
  return (
    <>
      <Ink d={box(-82, -84, 164, 168, 8)} fill={palette.whitePaper} />
      <Ink d={box(-82, -84, 164, 46, 8)} fill={palette.lacquer} sliver={3} />
      <Line d="M-44 -102V-70M44 -102V-70" width={9} amount={0.4} />
      {[0, 1, 2, 3, 4, 5, 6, 7].map((i) => <rect key={i} x={-66 + (i % 4) * 36} y={-18 + Math.floor(i / 4) * 44} width={24} height={28} rx={3} fill={i === 5 ? palette.sophora : palette.sand} stroke={palette.ink} strokeWidth={3} />)}
    </>
  );
}

export function QuestionMark(): ReactElement {
  return (
    <>
      <Ink d={ellipse(0, 0, 82)} fill={palette.paleSophora} width={6} />
      <path d="M-26 -22C-24 -48 -8 -58 8 -56C28 -54 38 -38 34 -22C30 -2 4 0 4 24" fill="none" stroke={palette.ink} strokeWidth={15} strokeLinecap="round" />
      <path d={ellipse(3, 48, 10)} fill={palette.ink} />
    </>
  );
}

function Password(): ReactElement {
  return (
    <>
      <g transform="translate(0 -34) scale(0.72)"><Padlock shut={1} /></g>
      {[-84, -28, 28, 84].map((x) => <Cell key={x} x={x} y={80} size={46} filled />)}
    </>
  );
}

/** Things for slips, each about 200 × 200 around (0, 0). */
export const THINGS: Readonly<Record<ThingName, ReactElement>> = {
  app: <AppBox />,
  baby: sized(1.6, 0, <Baby skin={skins.fair} />),
  'bank-card': sized(1.12, 0, <BankCard />),
  calendar: <Leaf />,
  card: sized(1.1, 0, <BigCard />),
  clock: <HurryClock />,
  code: <g transform="translate(-92 -92)"><SquareCode size={184} /></g>,
  folder: sized(2.1, 0, <Folder />),
  house: sized(0.8, 96, <House />),
  letter: sized(2.5, 0, <Letter />),
  link: <HookedLink />,
  lock: sized(0.95, -4, <Padlock shut={1} />),
  money: sized(0.92, 52, <MoneyNote fill={palette.leaf} />),
  office: sized(0.62, 84, <Office />),
  password: <Password />,
  phone: sized(2.3, 0, <Phone screen="form" />),
  question: <QuestionMark />,
  sheet: sized(0.72, 0, <BigSheet />),
  sim: <Sim />,
  stamp: sized(3.2, 84, <Stamp />),
};
