import { Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { box } from '#renderer/art/shape.ts';
import { MoneyNote } from '../../art/money.tsx';
import { page } from '../../clip.ts';
import { Actor } from '../../stage/actor.tsx';
import { Note, Scenery } from '../../stage/scenery.tsx';
import { enter, move, press } from '../../timeline.ts';

const note = <MoneyNote fill={palette.lotusDeep} />;
const lower = <MoneyNote fill={palette.leaf} />;
const counter = (
  <>
    <Ink d={box(-2600, -256, 5400, 320)} fill={palette.leaf} sliver={0} />
    <Ink d={box(-2600, -280, 5400, 34)} fill={palette.wood} sliver={4} />
    <Line d="M-2600 -116H2800" width={3.4} color={palette.jade} />
  </>
);
const FALL = 520;

/** Two notes on the counter against one. */
export const fee = page(
  {
    words: enter(1.1, 0.5),
    desk: enter(1.5, 0.5),
    online: enter(2.5, 0.5),
    first: move(1.3, 0.4, 0, 1, press),
    second: move(1.8, 0.4, 0, 1, press),
    third: move(2.5, 0.4, 0, 1, press),
  },
  (now, { layout, page: words }) => (
    <>
      <Scenery layout={layout} ground={palette.softLotus}>
        {now.first > 0 ? <Actor x={290} y={-274 - FALL * (1 - now.first)} scale={0.92}>{note}</Actor> : null}
        {now.second > 0 ? <Actor x={298} y={-314 - FALL * (1 - now.second)} scale={0.92} turn={-3}>{note}</Actor> : null}
        {now.third > 0 ? <Actor x={790} y={-274 - FALL * (1 - now.third)} scale={0.92}>{lower}</Actor> : null}
        {counter}
      </Scenery>
      <Note layout={layout} x={290} y={-500} on={now.desk} size={74} font="head">
        <small>{words.labels?.['desk']?.text}</small>
        {words.labels?.['deskFee']?.text}
      </Note>
      <Note layout={layout} x={790} y={-500} on={now.online} size={74} font="head" tone="jade">
        <small>{words.labels?.['online']?.text}</small>
        {words.labels?.['onlineFee']?.text}
      </Note>
      <Note layout={layout} x={540} y={-194} on={now.words} size={36} width={900}>
        {words.labels?.['source']?.text}
        <br />
        {words.labels?.['exempt']?.text}
      </Note>
    </>
  ),
);
