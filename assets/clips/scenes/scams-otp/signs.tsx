import type { ReactElement, ReactNode } from 'react';
import * as palette from '#renderer/art/palette.ts';
import { PlateText } from '#renderer/art/scenes/furniture.tsx';
import { ellipse } from '#renderer/art/shape.ts';
import { AppBox, HookedLink, HurryClock, Slip } from '../../art/safety.tsx';
import { Pad, Water } from '../../art/pond.tsx';
import { page } from '../../clip.ts';
import { Note, Scenery } from '../../stage/scenery.tsx';
import { enter, ink, move, track } from '../../timeline.ts';

const places = [
  { label: 'hurry', x: 184, at: 1, picture: <HurryClock />, fill: palette.whitePaper },
  { label: 'link', x: 540, at: 2.7, picture: <HookedLink />, fill: palette.whitePaper },
  { label: 'apk', x: 896, at: 4.4, picture: <AppBox />, fill: palette.whitePaper },
] as const;

function Hanging({ x, drop, sway, number, children }: { readonly x: number; readonly drop: number; readonly sway: number; readonly number: number; readonly children: ReactNode }): ReactElement {
  return (
    <g transform={`translate(${x} ${-650 - 640 * drop}) rotate(${sway} 0 -300)`}>
      <Slip>
        <g transform="translate(0 252)">{children}</g>
        <path d={ellipse(-96, 122, 38)} fill={palette.lacquer} stroke={palette.ink} strokeWidth={5} />
        <PlateText x={-96} y={138} text={String(number)} size={46} color={palette.whitePaper} />
      </Slip>
    </g>
  );
}

const pond = (
  <>
    <Water />
    <Pad x={250} />
    <Pad x={830} flip />
  </>
);

const sway = (at: number) => track([at, 3.5], [at + 0.9, -1, ink], [at + 1.6, 0, ink]);

/** Three slips come down one after another; each has its time to be read. */
export const signs = page(
  {
    drop0: move(places[0].at, 0.8, 1, 0),
    drop1: move(places[1].at, 0.8, 1, 0),
    drop2: move(places[2].at, 0.8, 1, 0),
    sway0: sway(places[0].at),
    sway1: sway(places[1].at),
    sway2: sway(places[2].at),
    label0: enter(places[0].at + 0.2, 0.6),
    label1: enter(places[1].at + 0.2, 0.6),
    label2: enter(places[2].at + 0.2, 0.6),
  },
  (now, { layout, page: words }) => {
    const drops = [now.drop0, now.drop1, now.drop2];
    const sways = [now.sway0, now.sway1, now.sway2];
    const labels = [now.label0, now.label1, now.label2];
    return (
      <>
        <Scenery layout={layout} ground={palette.softLotus}>
          {pond}
          {places.map(({ label, x, picture }, i) => ((drops[i] ?? 1) < 1 ? <Hanging key={label} x={x} drop={drops[i] ?? 0} sway={sways[i] ?? 0} number={i + 1}>{picture}</Hanging> : null))}
        </Scenery>
        {places.map(({ label, x }, i) => (
          <Note key={label} layout={layout} x={x} y={-242 - 640 * (drops[i] ?? 0)} on={labels[i] ?? 0} size={50} font="head" tone="plain" width={300}>{words.labels?.[label]?.text}</Note>
        ))}
      </>
    );
  },
);
