import type { ReactElement } from 'react';
import { Flat, Ink, Line } from '../ink.tsx';
import * as palette from '../palette.ts';
import type { Skin } from '../palette.ts';
import { box, ellipse } from '../shape.ts';

/** Four petals and a heart: stands where a seal would stand, and is none. */
export function Blossom({ x, y, r, fill = palette.lacquer, heart = palette.sophora }: { readonly x: number; readonly y: number; readonly r: number; readonly fill?: string; readonly heart?: string }): ReactElement {
  const petal = `M${x} ${y}C${x - r * 0.62} ${y - r * 0.3} ${x - r * 0.45} ${y - r * 0.85} ${x} ${y - r}C${x + r * 0.45} ${y - r * 0.85} ${x + r * 0.62} ${y - r * 0.3} ${x} ${y}Z`;
  return (
    <>
      {[0, 90, 180, 270].map((turn) => (
        <path key={turn} d={petal} fill={fill} transform={`rotate(${turn} ${x} ${y})`} />
      ))}
      <circle cx={x} cy={y} r={r * 0.2} fill={heart} />
    </>
  );
}

export type PhoneProps = { readonly screen?: 'check' | 'form' | 'code' | 'plain' | undefined; readonly tint?: string | undefined };

/** A generic phone, 40 × 74, centred at (0, 0). */
export function Phone({ screen = 'check', tint = palette.whitePaper }: PhoneProps): ReactElement {
  return (
    <>
      <Ink d={box(-20, -37, 40, 74, 7)} fill={palette.ink} width={4} sliver={0} amount={0.6} />
      <Flat d={box(-15, -30, 30, 58, 3)} fill={tint} amount={0.5} />
      {screen === 'check' ? <Line d="M-9 -2L-2 6L10 -10" width={5} color={palette.jade} amount={0.4} /> : null}
      {screen === 'form' ? <Line d="M-9 -20H9M-9 -9H9M-9 2H4M-9 13H9" width={3.4} color={palette.thinInk} amount={0.4} /> : null}
      {screen === 'code' ? <path d="M-10 -14h8v8h-8zM2 -14h8v8h-8zM-10 -2h8v8h-8zM3 -1h3v3h-3zM7 4h3v3h-3z" fill={palette.ink} /> : null}
    </>
  );
}

/** A sheet, 62 × 82, centred at (0, 0), with a flower where an office would stamp. */
export function Sheet({ blossom = true, band = palette.lacquer }: { readonly blossom?: boolean | undefined; readonly band?: string | undefined }): ReactElement {
  return (
    <>
      <Ink d="M-31 -41L31 -41L31 41L-31 41Z" fill={palette.whitePaper} width={4.2} amount={1} />
      <Line d="M-19 -26H15" width={5} color={band} amount={0.6} />
      <Line d="M-19 -12H19M-19 -1H17M-19 10H10" width={3.2} color={palette.thinInk} amount={0.6} />
      {blossom ? <Blossom x={15} y={25} r={10} /> : null}
    </>
  );
}

/** A jade folder with a sheet looking out, 70 × 84. */
export function Folder({ color = palette.leaf }: { readonly color?: string | undefined }): ReactElement {
  return (
    <>
      <Ink d="M-30 -44L26 -48L30 34L-26 38Z" fill={palette.whitePaper} width={4} amount={0.8} />
      <Ink d="M-36 -30L20 -36C26 -36 30 -34 31 -28L36 36C36 40 34 42 30 42L-26 46C-31 46 -33 44 -33 40Z" fill={color} width={4.4} sliver={4} amount={0.8} />
      <Line d="M-18 -10L16 -13" width={3.6} color={palette.whitePaper} amount={0.5} />
    </>
  );
}

/** A sleeping baby in a blanket, 120 × 62, head at the left, centred at (0, 0). */
export function Baby({ skin, blanket = palette.paleSophora }: { readonly skin: Skin; readonly blanket?: string | undefined }): ReactElement {
  return (
    <>
      <Ink d="M-30 -30C0 -36 40 -26 58 -6C66 6 56 22 36 27C8 33 -22 32 -36 22Z" fill={blanket} sliver={5} amount={1} />
      <Line d="M-6 -31C6 -14 6 12 -4 30M22 -29C32 -12 32 12 26 28" width={3.4} color={palette.sophora} amount={0.8} />
      <path d="M14 -14a4 4 0 1 0 .1 0M12 10a4 4 0 1 0 .1 0M40 -10a4 4 0 1 0 .1 0M44 10a4 4 0 1 0 .1 0" fill={palette.lacquer} />
      <Ink d={ellipse(-36, -2, 25, 26)} fill={skin.base} sliver={3} amount={0.8} />
      <Ink d="M-61 -4C-62 -26 -46 -34 -32 -30C-18 -28 -10 -18 -11 -6C-18 -20 -28 -22 -38 -19C-48 -17 -56 -14 -61 -4Z" fill={palette.ink} width={3} sliver={3} amount={0.6} />
      <Flat d={ellipse(-50, 8, 6, 5) + ellipse(-24, 9, 6, 5)} fill={palette.lotus} opacity={0.65} amount={0.4} />
      <Line d="M-52 0Q-47 5 -42 1M-32 1Q-27 5 -22 0M-40 12Q-37 15 -33 12" width={3.2} amount={0.3} />
      <Line d="M-37 3V7" width={2.6} amount={0.2} />
    </>
  );
}

/** A hand stamp, 44 × 50, its foot on y = 0. */
export function Stamp(): ReactElement {
  return (
    <>
      <Ink d="M-7 -20C-12 -34 -12 -46 0 -48C12 -46 12 -34 7 -20Z" fill={palette.wood} width={4} sliver={3} amount={0.6} />
      <Ink d="M-20 -20H20L23 -5H-23Z" fill={palette.woodDark} width={4} sliver={3} amount={0.6} />
      <Line d="M-22 -2H22" width={5} color={palette.lacquer} amount={0.4} />
    </>
  );
}

/** A letter, 76 × 50, centred at (0, 0). */
export function Letter(): ReactElement {
  return (
    <>
      <Ink d="M-38 -25H38V25H-38Z" fill={palette.whitePaper} width={4.2} amount={0.8} />
      <Line d="M-37 -23L0 6L37 -23" width={3.6} amount={0.6} />
      <Flat d="M22 8H32V18H22Z" fill={palette.lacquer} amount={0.3} />
    </>
  );
}

/** A pen held to write, its point at the lower right; centred where the fist holds it. */
export function Pen({ color = palette.lacquer }: { readonly color?: string | undefined }): ReactElement {
  return (
    <g transform="rotate(-32)">
      <Ink d="M-5 20H5L0 38Z" fill={palette.paleSophora} width={3} sliver={1} amount={0.2} />
      <Ink d={box(-5.5, -34, 11, 55, 3)} fill={color} width={3.6} sliver={2} amount={0.4} />
    </g>
  );
}
