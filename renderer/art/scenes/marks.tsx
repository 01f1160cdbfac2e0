import type { ReactElement } from 'react';
import { Grandmother } from '../cast/grandmother.tsx';
import { Student } from '../cast/student.tsx';
import { Ink, Line, Picture, Place } from '../ink.tsx';
import type { PictureProps } from '../ink.tsx';
import { LotusStem } from '../lotus.tsx';
import * as palette from '../palette.ts';
import { box, ellipse } from '../shape.ts';
import { Sun } from './furniture.tsx';

/** Header of the hand-off screen: the student helps grandmother to take the step home on the phone. 520 × 400. */
export function HandoffFigure(props: PictureProps): ReactElement {
  return (
    <Picture viewBox="0 0 520 400" fit="xMaxYMax meet" {...props}>
      <Sun x={270} y={220} r={186} fill={palette.sophora} />
      <Place x={410} y={490} scale={1.02} flip><Student gesture="offer" holding="phone" mouth="laugh" /></Place>
      <Place x={106} y={470} scale={1.08}><Grandmother gesture="point" view="profile" /></Place>
    </Picture>
  );
}

/** Where many get stuck: a small stone in the way with a paper flag; 96 × 96, beside words. */
export function StuckMark(props: PictureProps): ReactElement {
  return (
    <Picture viewBox="0 0 96 96" {...props}>
      <Ink d="M48 8L91 84H5Z" fill={palette.sophora} sliver={5} amount={1} width={6} />
      <path d="M48 34V58" stroke={palette.ink} strokeWidth={8} strokeLinecap="round" />
      <circle cx={48} cy={71} r={5} fill={palette.ink} />
    </Picture>
  );
}

/** Nothing to show or play: a closed lotus bud over still water; 480 × 300. */
export function EmptyPlaylist(props: PictureProps): ReactElement {
  return (
    <Picture viewBox="0 0 480 300" fit="xMidYMax meet" {...props}>
      <Sun x={240} y={150} r={120} />
      <Place x={240} y={262} scale={1.35}><LotusStem bud /></Place>
      <Ink d="M40 268C60 236 120 228 168 244C190 252 196 270 180 282H60C44 282 34 278 40 268Z" fill={palette.leaf} />
      <Ink d="M300 276C318 246 372 240 414 254C436 262 440 276 426 284H316C302 284 296 282 300 276Z" fill={palette.leaf} />
      <Line d="M20 290H200M236 290H330M356 290H460M180 276H214" width={5} color={palette.tileCorner} />
    </Picture>
  );
}

/** The kiosk rests or is being looked after: shutters half down over a lit window; 480 × 300. */
export function OutOfService(props: PictureProps): ReactElement {
  return (
    <Picture viewBox="0 0 480 300" fit="xMidYMax meet" {...props}>
      <Sun x={240} y={150} r={130} />
      <Ink d={box(120, 46, 240, 230, 8)} fill={palette.leaf} />
      <Ink d={box(144, 72, 192, 130, 4)} fill={palette.paleSophora} sliver={0} />
      <Line d="M144 98H336M144 124H336M144 150H336" width={5} color={palette.wood} />
<Ink d={box(176, 222, 128, 34, 6)} fill={palette.whitePaper} width={4.4} sliver={0} />
      <Line d="M206 239H206.500M240 239H240.500M274 239H274.500" width={10} />
      <Place x={392} y={276}>
        <Ink d="M-34 0C-30 -40 -22 -70 -8 -104H8C22 -70 30 -40 34 0Z" fill={palette.sophora} sliver={4} />
        <Line d="M-26 -38H26M-16 -74H16" width={9} color={palette.whitePaper} />
        <Line d="M-46 0H46" width={8} />
      </Place>
      <Line d="M92 278H388" width={7} />
    </Picture>
  );
}

/** Five dots of the five seconds in which a tap can be taken back; `left` of them are full. 260 × 44. */
export function UndoDots({ left, ...rest }: PictureProps & { readonly left: number }): ReactElement {
  return (
    <Picture viewBox="0 0 260 44" {...rest}>
      {[0, 1, 2, 3, 4].map((i) => (
        <path key={i} d={ellipse(24 + i * 53, 22, 17)} fill={i < left ? palette.ink : 'none'} stroke={palette.ink} strokeWidth={5} />
      ))}
    </Picture>
  );
}
