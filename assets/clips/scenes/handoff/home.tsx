import type { ReactElement } from 'react';
import { Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { BigPhone } from '#renderer/art/scenes/close-up.tsx';
import { House, Sun, Tree } from '#renderer/art/scenes/furniture.tsx';
import { box } from '#renderer/art/shape.ts';
import { Hills } from '../../art/sky.tsx';
import { page } from '../../clip.ts';
import { Actor } from '../../stage/actor.tsx';
import { Scenery } from '../../stage/scenery.tsx';
import { cut, enter, ink, move } from '../../timeline.ts';
import { people } from '../crowd.tsx';

const backdrop = (
  <>
    <Sun x={280} y={-360} r={260} fill={palette.sophora} />
    <Hills fill={palette.youngLeaf} />
    <Actor x={250} scale={2.2}><House wall={palette.paper} /></Actor>
    <Actor x={590} scale={1.3}><Tree /></Actor>
  </>
);
const phone = <BigPhone width={400} height={700} />;
const rows: readonly number[] = [120, 240, 360];

function Row({ y, done }: { readonly y: number; readonly done: number }): ReactElement {
  return (
    <>
      <Ink d={box(46, y - 42, 84, 84, 8)} fill={done > 0 ? palette.jade : palette.whitePaper} sliver={0} />
      <path d={`M66 ${y + 2}l16 18 30-38`} fill="none" stroke={palette.whitePaper} strokeWidth={12} strokeLinecap="round" strokeLinejoin="round" strokeDasharray={80} strokeDashoffset={80 * (1 - done)} />
      <Line d={`M160 ${y - 14}H350M160 ${y + 18}H290`} width={10} color={palette.thinInk} amount={0.5} />
    </>
  );
}

/** At home the steps are ticked off one by one. */
export const home = page(
  {
    grandmother: move(0.2, 1.2, -260, 400),
    phone: move(0.5, 1, 760, 0),
    first: move(1.7, 0.5, 0, 1, ink),
    second: move(2.4, 0.5, 0, 1, ink),
    third: move(3.1, 0.5, 0, 1, ink),
    glad: cut(3.3),
    girl: enter(0.9, 0.9),
  },
  (now, { layout }) => (
    <Scenery layout={layout} ground={palette.softLotus}>
      {backdrop}
      <Actor x={now.grandmother} end={400} scale={1.3}>{now.glad > 0 ? people.grandmotherGlad : people.grandmotherPhone}</Actor>
      <Actor x={-220 + 380 * now.girl} end={160} scale={1.2}>{people.girl}</Actor>
      <Actor x={640} y={-596 + now.phone}>
        {phone}
        {rows.map((y, i) => <Row key={y} y={y} done={[now.first, now.second, now.third][i] ?? 0} />)}
      </Actor>
    </Scenery>
  ),
);
