import type { ReactElement, ReactNode } from 'react';
import { Blossom } from '../cast/holdings.tsx';
import { Flat, Ink, Line } from '../ink.tsx';
import * as palette from '../palette.ts';
import { skins } from '../palette.ts';
import type { Skin } from '../palette.ts';
import { box, ellipse } from '../shape.ts';
import { PlateText } from './furniture.tsx';

/** Things seen from near: phones, hands, papers, cards. All drawn for a picture 1080 units wide. */

/** A phone with room for a screen of (width - 32) × (height - 68) units at (16, 36); origin top left. */
export function BigPhone({ width = 250, height = 460, screen = palette.whitePaper, children }: { readonly width?: number | undefined; readonly height?: number | undefined; readonly screen?: string | undefined; readonly children?: ReactNode }): ReactElement {
  return (
    <>
      <Ink d={box(0, 0, width, height, 28)} fill={palette.ink} sliver={0} amount={1.6} />
      <Flat d={box(16, 36, width - 32, height - 68, 6)} fill={screen} amount={1} />
      <Line d={`M${width / 2 - 22} 19H${width / 2 + 22}`} width={5} color={palette.thinInk} amount={0.4} />
      {children}
    </>
  );
}

type GripProps = { readonly width?: number | undefined; readonly skin?: Skin | undefined; readonly sleeve?: string | undefined; readonly children: ReactNode };

/** A right hand holding a phone (its children) from below; origin is the phone's top left corner. */
export function Grip({ width = 250, skin = skins.warm, sleeve = palette.leaf, children }: GripProps): ReactElement {
  const w = width;
  return (
    <>
      <Ink d={`M${w * 0.36} 230C${w * 0.7} 210 ${w + 30} 226 ${w + 48} 290C${w + 62} 350 ${w + 66} 420 ${w + 30} 500L${w + 36} 620H${w * 0.4}L${w * 0.42} 470C${w * 0.3} 400 ${w * 0.3} 300 ${w * 0.36} 230Z`} fill={skin.base} />
      <Ink d={`M${w * 0.36} 560L${w + 58} 540L${w + 84} 700H${w * 0.3}Z`} fill={sleeve} />
      {children}
      {[152, 206, 260, 312].map((y, i) => (
        <g key={y}>
          <Ink d={box(-30 + (i === 3 ? 6 : i === 0 ? 4 : 0), y, 56 - (i === 3 ? 8 : 0), 46 - (i === 3 ? 6 : 0), 22)} fill={skin.base} sliver={3.5} amount={1} />
          <Line d={`M14 ${y + 12}C21 ${y + 15} 21 ${y + 28} 14 ${y + 32}`} width={3} amount={0.4} />
        </g>
      ))}
      <Ink d={`M${w + 12} 480C${w + 66} 450 ${w + 70} 350 ${w + 44} 290C${w + 30} 256 ${w + 14} 228 ${w - 4} 212C${w - 24} 194 ${w - 48} 206 ${w - 42} 232C${w - 36} 256 ${w - 16} 276 ${w - 8} 312C${w - 2} 350 ${w - 22} 400 ${w - 30} 430C${w - 30} 470 ${w - 10} 490 ${w + 12} 480Z`} fill={skin.base} sliver={4} />
      <Flat d={`M${w - 33} 222C${w - 34} 208 ${w - 16} 204 ${w - 6} 218C${w} 226 ${w - 2} 236 ${w - 10} 238C${w - 20} 240 ${w - 30} 234 ${w - 33} 222Z`} fill={palette.softLotus} amount={0.5} />
      <Line d={`M${w - 33} 222C${w - 30} 234 ${w - 20} 240 ${w - 10} 238M${w + 12} 282C${w + 4} 288 ${w} 296 ${w - 2} 304`} width={3} amount={0.4} />
    </>
  );
}

/** A hand pointing up, its fingertip at (0, 0); turn and flip it with Place. */
export function Pointing({ skin = skins.warm, sleeve = palette.plum, cuff = palette.sophora }: { readonly skin?: Skin | undefined; readonly sleeve?: string | undefined; readonly cuff?: string | undefined }): ReactElement {
  return (
    <>
      <Ink d="M-20 24C-21 -7 20 -7 20 24L22 122C28 100 58 100 63 124C68 108 95 112 97 136C105 126 127 134 127 156C131 194 125 230 108 262L106 372H-8L-10 306C-14 280 -26 260 -38 234C-52 208 -62 180 -54 164C-46 150 -28 164 -20 186Z" fill={skin.base} amount={1.4} />
      <Line d="M22 122L21 158M63 124C66 142 65 158 60 170M97 136C100 154 98 168 92 180M-20 186C-14 194 -8 206 -4 222M-14 78C-8 82 6 82 13 78" width={3.6} amount={0.6} />
      <Flat d="M-11 10C-11 -1 11 -1 11 10L10 26C5 31 -5 31 -10 26Z" fill={palette.softLotus} amount={0.4} />
      <Line d="M-11 10L-10 26C-5 31 5 31 10 26L11 10" width={2.8} amount={0.3} />
      <Ink d="M-26 328L124 318L150 640H-50Z" fill={sleeve} />
      <Line d="M-24 350L126 340" width={10} color={cuff} amount={0.8} />
    </>
  );
}

/** A large sheet, 200 × 250, centred at (0, 0). */
export function BigSheet({ ruled = true }: { readonly ruled?: boolean | undefined }): ReactElement {
  return (
    <>
      <Ink d="M-100 -125H100V125H-100Z" fill={palette.whitePaper} />
      <Line d="M-86 -111H86V111H-86Z" width={3} color={palette.lotus} />
      <Line d="M-52 -82H52" width={9} color={palette.lacquer} />
      {ruled ? <Line d="M-66 -46H66M-66 -20H58M-66 6H64M-66 32H20" width={5.5} color={palette.thinInk} /> : null}
      <Line d="M-62 78C-54 58 -46 96 -38 78C-32 64 -26 92 -14 74" width={3.6} color={palette.indigo} />
      <Blossom x={50} y={74} r={25} />
    </>
  );
}

/** A personal card without any state's mark, 190 × 122, centred at (0, 0). */
export function BigCard({ fill = palette.youngLeaf }: { readonly fill?: string | undefined }): ReactElement {
  return (
    <>
      <Ink d={box(-95, -61, 190, 122, 12)} fill={fill} />
      <Ink d={box(-78, -42, 56, 70, 3)} fill={palette.whitePaper} width={4} sliver={0} amount={0.6} />
      <Flat d={`${ellipse(-50, -16, 14, 16)}M-74 26C-72 6 -28 6 -26 26Z`} fill={palette.wood} amount={0.6} />
      <Line d="M-6 -34H74M-6 -10H62M-6 14H70" width={6} color={palette.thinInk} amount={0.6} />
      <Line d="M-76 44H76" width={4} color={palette.leaf} amount={0.6} />
    </>
  );
}

/** A bank card without a brand, 190 × 120, centred at (0, 0). */
export function BankCard({ fill = palette.indigo }: { readonly fill?: string | undefined }): ReactElement {
  return (
    <>
      <Ink d={box(-95, -60, 190, 120, 14)} fill={fill} />
      <Ink d={box(-74, -22, 40, 32, 5)} fill={palette.sophora} width={3.6} sliver={3} amount={0.5} />
      <Line d="M-74 -6H-34M-54 -22V10" width={2.6} amount={0.3} />
      <Line d="M-74 34H-44M-30 34H0M14 34H44" width={6} color={palette.whitePaper} amount={0.5} />
      <Blossom x={64} y={-32} r={16} fill={palette.lotus} heart={palette.paleSophora} />
    </>
  );
}

/** Jade disc with a tick: this is how. */
export function Tick({ x, y, r = 46 }: { readonly x: number; readonly y: number; readonly r?: number | undefined }): ReactElement {
  const k = r / 46;
  return (
    <g transform={`translate(${x} ${y}) scale(${k})`}>
      <Ink d={ellipse(0, 0, 46)} fill={palette.jade} sliver={0} amount={1} />
      <path d="M-20 2L-6 17L21 -15" fill="none" stroke={palette.whitePaper} strokeWidth={10} strokeLinecap="round" strokeLinejoin="round" />
    </g>
  );
}

/** Paper disc with an ink cross: not like this. No red, no green: the sign carries the meaning. */
export function Cross({ x, y, r = 46 }: { readonly x: number; readonly y: number; readonly r?: number | undefined }): ReactElement {
  const k = r / 46;
  return (
    <g transform={`translate(${x} ${y}) scale(${k})`}>
      <Ink d={ellipse(0, 0, 46)} fill={palette.whitePaper} sliver={0} amount={1} />
      <path d="M-17 -17L17 17M17 -17L-17 17" fill="none" stroke={palette.ink} strokeWidth={10} strokeLinecap="round" />
    </g>
  );
}

/** A paper plate with words from the page; draws nothing without them. Its width follows the words. */
export function Plate({ x, y, text, size = 38 }: { readonly x: number; readonly y: number; readonly text: string | undefined; readonly size?: number | undefined }): ReactElement | null {
  if (text === undefined || text === '') return null;
  const width = text.normalize('NFC').length * size * 0.58 + size * 1.1;
  return (
    <>
      <Ink d={box(x - width / 2, y - size * 0.95, width, size * 1.75, 6)} fill={palette.whitePaper} sliver={0} amount={1} />
      <PlateText x={x} y={y + size * 0.28} text={text} size={size} />
    </>
  );
}

/** Camera corners around a box: what the lens has to see. */
export function Corners({ x, y, width, height, color = palette.paleSophora }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly color?: string | undefined }): ReactElement {
  const [r, b, s] = [x + width, y + height, 34];
  const d = `M${x} ${y + s}V${y}H${x + s}M${r - s} ${y}H${r}V${y + s}M${r} ${b - s}V${b}H${r - s}M${x + s} ${b}H${x}V${b - s}`;
  return <Line d={d} width={8} color={color} amount={0.6} />;
}

/** A table top across the whole picture from y down. */
export function Table({ y, width = 1080, fill = palette.wood }: { readonly y: number; readonly width?: number | undefined; readonly fill?: string | undefined }): ReactElement {
  return (
    <>
      <Ink d={`M-1120 ${y}H${width + (width === 1080 ? 1120 : 20)}V560H-1120Z`} fill={fill} />
      <Line d={`M40 ${y + 70}H190M${width - 330} ${y + 46}H${width - 160}M${width * 0.4} ${y + 128}H${width * 0.58}M80 ${y + 142}H230M${width - 210} ${y + 116}H${width - 60}`} width={4} color={palette.woodDark} />
    </>
  );
}
