import type { ReactElement, ReactNode } from 'react';
import { Blossom } from '#renderer/art/cast/holdings.tsx';
import { Flat, Ink, Line } from '#renderer/art/ink.tsx';
import * as palette from '#renderer/art/palette.ts';
import { box, ellipse } from '#renderer/art/shape.ts';

/** A padlock, 150 × 200, centred at (0, 0); `shut` 0..1 lets the bow down. */
export function Padlock({ shut }: { readonly shut: number }): ReactElement {
  const lift = (1 - shut) * 46;
  return (
    <>
      <g transform={`translate(0 ${-lift})`}>
        <Line d="M-42 10V-44C-42 -104 42 -104 42 -44V10" width={32} amount={0.8} />
        <Line d="M-42 10V-44C-42 -104 42 -104 42 -44V10" width={20} color={palette.silver} amount={0.8} />
      </g>
      <Ink d={box(-78, -18, 156, 122, 16)} fill={palette.sophora} width={6} />
      <Blossom x={0} y={40} r={36} fill={palette.lacquer} heart={palette.paleSophora} />
    </>
  );
}

/** A SIM card, 120 × 156, centred at (0, 0). */
export function Sim(): ReactElement {
  return (
    <>
      <Ink d="M-58 -76H26L58 -44V76H-58Z" fill={palette.whitePaper} />
      <Ink d={box(-36, -18, 72, 66, 8)} fill={palette.sophora} width={4.4} sliver={4} amount={0.6} />
      <Line d="M-36 4H-12M12 4H36M-36 26H-12M12 26H36M-12 -18V48M12 -18V48" width={3.4} amount={0.3} />
    </>
  );
}

/** What somebody says, 2 × `width` wide, its tail to the lower left (or right when flipped); the middle is (0, 0). */
export function Bubble({ width = 200, height = 84, flip = false, children }: { readonly width?: number; readonly height?: number; readonly flip?: boolean; readonly children?: ReactNode }): ReactElement {
  const [w, h] = [width, height];
  return (
    <>
      <g transform={flip ? 'scale(-1 1)' : undefined}>
        <Ink d={`M${-w} 0C${-w} ${-h * 0.9} ${-w * 0.6} ${-h} 0 ${-h}C${w * 0.6} ${-h} ${w} ${-h * 0.9} ${w} 0C${w} ${h * 0.9} ${w * 0.6} ${h} ${w * 0.05} ${h}L${-w * 0.2} ${h}C${-w * 0.36} ${h + 44} ${-w * 0.52} ${h + 60} ${-w * 0.7} ${h + 64}C${-w * 0.62} ${h + 44} ${-w * 0.58} ${h + 22} ${-w * 0.58} ${h * 0.84}C${-w * 0.9} ${h * 0.66} ${-w} ${h * 0.4} ${-w} 0Z`} fill={palette.whitePaper} sliver={0} />
      </g>
      {children}
    </>
  );
}

/** One cell of a code; `filled` shows a dot that nobody can read. */
export function Cell({ x, y, filled, size = 58 }: { readonly x: number; readonly y: number; readonly filled: boolean; readonly size?: number }): ReactElement {
  return (
    <>
      <Ink d={box(x - size / 2, y - size * 0.6, size, size * 1.2, 6)} fill={filled ? palette.paleSophora : palette.whitePaper} width={4.4} sliver={0} amount={0.5} />
      {filled ? <path d={ellipse(x, y, size * 0.2)} fill={palette.ink} /> : null}
    </>
  );
}

/** A slip of paper on a thread, 300 × 400, hanging from (0, 0) 60 units above its edge. */
export function Slip({ fill = palette.whitePaper, children }: { readonly fill?: string; readonly children?: ReactNode }): ReactElement {
  return (
    <>
      <Line d="M0 -900V62" width={5} amount={0.2} />
      <Ink d={box(-152, 60, 304, 420, 8)} fill={fill} sliver={0} />
      <path d={ellipse(0, 84, 9)} fill={palette.ink} />
      {children}
    </>
  );
}

/** A fish hook with a scrap of a link on it. */
export function HookedLink(): ReactElement {
  return (
    <>
      <Line d="M36 -110V40C36 96 -44 96 -44 40V18" width={20} amount={0.8} />
      <Line d="M36 -110V40C36 96 -44 96 -44 40V18" width={9} color={palette.silver} amount={0.8} />
      <Ink d="M-44 -2L-66 36L-24 34Z" fill={palette.silver} width={4.4} sliver={0} amount={0.4} />
      <Ink d={box(-112, -86, 128, 62, 31)} fill={palette.faceWash} width={5} sliver={4} />
      <Line d="M-84 -55H-12" width={8} color={palette.indigo} amount={0.4} />
    </>
  );
}

/** A box of a strange app with its arrow. */
export function AppBox(): ReactElement {
  return (
    <>
      <Ink d="M-86 -20L0 -52L86 -20L0 12Z" fill={palette.paleSophora} />
      <Ink d="M-86 -20L0 12V98L-86 62Z" fill={palette.wood} />
      <Ink d="M86 -20L0 12V98L86 62Z" fill={palette.woodDark} sliver={3} />
      <Line d="M0 -128V-56M-28 -84L0 -54L28 -84" width={13} color={palette.lacquer} amount={0.4} />
    </>
  );
}

/** A clock that presses: its hand close to the hour, three strokes of haste. */
export function HurryClock(): ReactElement {
  return (
    <>
      <Ink d={ellipse(0, 0, 78)} fill={palette.lotus} width={6} />
      <Flat d={ellipse(0, 0, 58)} fill={palette.whitePaper} />
      <Line d="M0 0V-44M0 0L-24 -30" width={9} amount={0.3} />
      <path d={ellipse(0, 0, 9)} fill={palette.ink} />
      <Line d="M84 -58L108 -78M98 -18L128 -26M62 -88L74 -114" width={8} color={palette.lacquer} amount={0.4} />
    </>
  );
}
