import type { ReactElement } from 'react';
import { Arm } from '../cast/arm.tsx';
import { Head } from '../cast/head.tsx';
import { Shoe } from '../cast/leg.tsx';
import { Flat, Ink, Line, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { skins } from '../palette.ts';
import { box, ellipse, tube } from '../shape.ts';

function Wheel({ x }: { readonly x: number }): ReactElement {
  return (
    <>
      <Ink d={ellipse(x, -46, 46)} fill={palette.thinInk} sliver={4} />
      <Ink d={ellipse(x, -46, 24)} fill={palette.silver} width={4.4} sliver={3} />
      <path d={ellipse(x, -46, 7)} fill={palette.ink} />
    </>
  );
}

/** A rider with a helmet on a scooter, riding to the right; 380 units tall, wheels on y = 0, middle at x = 0. */
export function Motorbike(): ReactElement {
  const skin = skins.fair;
  return (
    <>
      <Wheel x={-124} />
      <Wheel x={134} />
      <Line d="M96 -190L134 -46" width={18} />
      <Line d="M96 -190L134 -46" width={8} color={palette.silver} />
      <Ink d="M92 -116C112 -122 152 -118 176 -92C170 -86 164 -84 158 -84C140 -98 116 -98 100 -86Z" fill={palette.lacquer} />
      <Ink d="M-186 -128C-160 -146 -60 -150 -30 -134C-20 -110 -10 -76 8 -62H56C62 -96 66 -140 78 -186L106 -182C104 -130 98 -74 88 -40C60 -30 -10 -30 -40 -42C-56 -78 -92 -96 -130 -96C-156 -96 -176 -108 -186 -128Z" fill={palette.lacquer} />
      <Ink d="M-150 -150C-120 -166 -60 -164 -20 -148L-26 -132C-66 -142 -110 -140 -146 -132Z" fill={palette.woodDark} sliver={4} />
      <Ink d="M82 -222H112L120 -180L82 -176Z" fill={palette.lacquer} />
      <Ink d={ellipse(120, -200, 12, 14)} fill={palette.paleSophora} width={4.4} sliver={3} />
      <Line d="M98 -220L72 -236" width={12} />
      <Ink d={box(-214, -124, 34, 22, 4)} fill={palette.sophora} width={4.4} sliver={3} />
      <Ink d={tube([[-70, -158], [-10, -166], [30, -150], [34, -104], [36, -62]], [58, 50, 46, 38, 34])} fill={palette.indigo} />
      <Shoe at={[42, -40]} color={palette.wood} skin={skin} />
      <Ink d="M-84 -296C-108 -288 -116 -262 -114 -228C-112 -196 -108 -168 -104 -150C-80 -138 -44 -140 -26 -150C-22 -190 -22 -230 -28 -262C-32 -284 -42 -296 -56 -298Z" fill={palette.sophora} />
      <Flat d="M-100 -206L-26 -198L-26 -184L-102 -192Z" fill={palette.leaf} />
      <Ink d="M-78 -318L-48 -318L-48 -290H-80Z" fill={skin.base} sliver={2} />
      <Place x={-58} y={-340} scale={0.96}>
        <Head view="profile" skin={skin} mouth="smile" behind={<Ink d="M-36 0C-50 16 -56 40 -50 62C-40 66 -28 58 -24 40L-18 16Z" fill={palette.ink} sliver={4} />}>
          <Ink d="M-40 14C-46 -2 -42 -18 -34 -24L-18 -20C-20 -8 -20 4 -22 16C-28 22 -36 22 -40 14Z" fill={palette.ink} width={4} sliver={2} />
        </Head>
        <Ink d="M-48 -8C-56 -44 -36 -68 -4 -68C26 -68 44 -50 42 -28C14 -26 -6 -18 -22 -6C-30 -2 -42 -2 -48 -8Z" fill={palette.leaf} />
        <Ink d="M34 -32C46 -30 56 -24 60 -16C50 -14 38 -18 30 -22Z" fill={palette.leaf} width={4.4} sliver={2} />
        <Line d="M-16 -8C-10 14 -2 34 8 44" width={5} />
      </Place>
      <Arm shoulder={[-62, -272]} elbow={[-18, -226]} wrist={[48, -234]} sleeve={palette.sophora} skin={skin} hand="fist" widths={[40, 34, 27]} />
    </>
  );
}
