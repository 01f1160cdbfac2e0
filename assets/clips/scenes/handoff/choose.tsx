import type { ReactElement } from 'react';
import { EventIcon } from '#renderer/art/icon.tsx';
import { Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { Pointing, Tick } from '#renderer/art/scenes/close-up.tsx';
import { box } from '#renderer/art/shape.ts';
import { OpeningLotus } from '../../art/kiosk.tsx';
import { page } from '../../clip.ts';
import { Actor, Appear } from '../../stage/actor.tsx';
import { Note, Scenery } from '../../stage/scenery.tsx';
import { enter, ink, move, track } from '../../timeline.ts';

const hand = <Pointing />;
const panel = (
  <>
    <Ink d={box(150, -590, 780, 700, 30)} fill={palette.ink} sliver={0} />
    <Ink d={box(182, -558, 716, 660, 8)} fill={palette.paper} width={0} sliver={0} amount={1} />
  </>
);

function StartButton({ down }: { readonly down: number }): ReactElement {
  return (
    <>
      <Ink d={box(240, -470, 600, 190, 16)} fill={palette.lacquerDark} sliver={0} />
      <g transform={`translate(0 ${-14 + 14 * down})`}>
        <Ink d={box(240, -470, 600, 190, 16)} fill={down > 0.5 ? palette.lacquerDark : palette.lacquer} sliver={5} />
        <g transform="translate(370 -352) scale(1.7)"><OpeningLotus open={1} fill={palette.whitePaper} dot={palette.sophora} /></g>
        <Line d="M500 -376H780M500 -336H690" width={16} color={palette.whitePaper} amount={0.6} />
      </g>
    </>
  );
}

function Row({ y, icon, chosen }: { readonly y: number; readonly icon: 'baby' | 'house' | 'rings'; readonly chosen: boolean }): ReactElement {
  return (
    <>
      <Ink d={box(226, y - 80, 628, 160, 12)} fill={chosen ? palette.jade : palette.whitePaper} sliver={chosen ? 5 : 0} />
      <Ink d={box(250, y - 56, 112, 112, 8)} fill={palette.youngLeaf} width={4} sliver={0} amount={0.6} />
      <svg x={262} y={y - 44} width={88} height={88} viewBox="0 0 48 48"><EventIcon name={icon} /></svg>
    </>
  );
}

/** The finger presses start; the list comes in over it; the finger chooses. */
export const choose = page(
  {
    handX: track([0.3, 980], [1.15, 640, ink], [2.2, 640], [2.9, 700, ink]),
    handY: track([0.3, 120], [1.15, -330, ink], [1.3, -318], [1.7, -230, ink], [2.3, -230], [2.95, -240, ink], [3.05, -232], [3.7, -232], [4.3, -120, ink]),
    down: track([1.12, 0], [1.2, 1], [1.5, 1], [1.6, 0]),
    list: move(1.55, 0.55, 1, 0, ink),
    words: enter(1.9, 0.35),
    chosen: enter(3, 0.05),
    tick: enter(3.1, 0.35),
  },
  (now, { layout, page: words }) => (
    <>
      <Scenery layout={layout} ground={palette.sophora}>
        {panel}
        <clipPath id="choose-screen"><rect x={182} y={-558} width={716} height={700} /></clipPath>
        <g clipPath="url(#choose-screen)">
          <StartButton down={now.down} />
          <g transform={`translate(${now.list * 740} 0)`}>
            <rect x={182} y={-558} width={716} height={700} fill={palette.paper} />
            <Line d="M232 -520H560" width={16} amount={0.5} />
            <Row y={-410} icon="baby" chosen={false} />
            <Row y={-226} icon="house" chosen={now.chosen > 0} />
            <Row y={-42} icon="rings" chosen={false} />
          </g>
        </g>
        <Appear x={790} y={-226} on={now.tick}><Tick x={0} y={0} r={42} /></Appear>
      </Scenery>
      <Note layout={layout} align="left" x={380} y={-410} on={now.words} size={60} font="head" tone="plain">{words.labels?.['birth']?.text}</Note>
      <Note layout={layout} align="left" x={380} y={-226} on={now.words} size={60} font="head" tone={now.chosen > 0 ? 'chosen' : 'plain'}>{words.labels?.['residence']?.text}</Note>
      <Scenery layout={layout} ground="none">
        <Actor x={now.handX} y={now.handY} scale={0.82} turn={-16}>{hand}</Actor>
      </Scenery>
    </>
  ),
);
