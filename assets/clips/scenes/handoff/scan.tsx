import type { ReactElement } from 'react';
import { Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { BigPhone, Corners, Grip, Tick } from '#renderer/art/scenes/close-up.tsx';
import { box } from '#renderer/art/shape.ts';
import { SquareCode, UnfoldingCode } from '../../art/square-code.tsx';
import { page } from '../../clip.ts';
import { Actor, Appear } from '../../stage/actor.tsx';
import { Scenery } from '../../stage/scenery.tsx';
import { enter, ink, move } from '../../timeline.ts';

const panel = (
  <>
    <Ink d={box(40, -596, 560, 720, 26)} fill={palette.ink} sliver={0} />
    <Ink d={box(68, -568, 504, 680, 8)} fill={palette.paper} width={0} sliver={0} amount={1} />
  </>
);
const phone = <Grip width={330} sleeve={palette.indigo}><BigPhone width={330} height={560}>{null}</BigPhone></Grip>;
const small = <SquareCode size={170} />;

/** The guide on the phone: three stations and a button. */
const guide: ReactElement = (
  <>
    <Ink d={box(30, 52, 270, 84, 6)} fill={palette.paleSophora} width={4} sliver={3} />
    <Line d="M54 94H220" width={11} amount={0.5} />
    {[196, 268, 340].map((y) => (
      <g key={y}>
        <Ink d={box(36, y - 26, 52, 52, 6)} fill={palette.jade} width={4} sliver={3} amount={0.6} />
        <Line d={`M112 ${y - 8}H270M112 ${y + 14}H220`} width={7} color={palette.thinInk} amount={0.5} />
      </g>
    ))}
    <Ink d={box(36, 404, 258, 76, 10)} fill={palette.lacquer} width={4} sliver={3} />
    <Line d="M90 442H238" width={10} color={palette.whitePaper} amount={0.5} />
  </>
);

/** The square unfolds on the kiosk; the phone sees it; the guide unfolds on the phone. */
export const scan = page(
  {
    across: move(0.9, 0.7, 0, 1, ink),
    down: move(1.5, 0.7, 0, 1, ink),
    phone: move(1.9, 1.1, 900, 0),
    lens: move(3, 0.5, 0, 1, ink),
    fold: move(3.6, 0.45, 1, 0, ink),
    guide: move(4, 0.55, 0, 1, ink),
    tick: enter(4.5, 0.4),
  },
  (now, { layout }) => (
    <Scenery layout={layout} ground={palette.youngLeaf}>
      {panel}
      <g transform="translate(100 -520)"><UnfoldingCode across={now.across} down={now.down} size={440} /></g>
      <Actor x={664 + now.phone} y={-570 + now.phone * 0.3} turn={4}>
        {phone}
        <g transform={`translate(80 ${130 + 85 * (1 - now.fold)}) scale(1 ${now.fold})`}>{now.fold > 0 ? small : null}</g>
        {now.fold > 0 ? <Corners x={58 - 26 * (1 - now.lens)} y={108 - 26 * (1 - now.lens)} width={214 + 52 * (1 - now.lens)} height={214 + 52 * (1 - now.lens)} color={palette.jade} /> : null}
        {now.guide > 0 ? <g transform={`translate(0 52) scale(1 ${now.guide}) translate(0 -52)`}>{guide}</g> : null}
      </Actor>
      <Appear x={1002} y={-540} on={now.tick}><Tick x={0} y={0} r={48} /></Appear>
    </Scenery>
  ),
);
