import type { ReactElement } from 'react';
import { Blossom } from '../cast/holdings.tsx';
import { Flat, Ink, Line, Place } from '../ink.tsx';
import { LotusStem, MarkPetals } from '../lotus.tsx';
import * as palette from '../palette.ts';
import { box, ellipse } from '../shape.ts';

/** A saffron or pale disc behind the main figure. */
export function Sun({ x, y, r, fill = palette.paleSophora }: { readonly x: number; readonly y: number; readonly r: number; readonly fill?: string | undefined }): ReactElement {
  return <Flat d={ellipse(x, y, r)} fill={fill} amount={3} />;
}

type CounterProps = { readonly width: number; readonly height?: number | undefined; readonly color?: string | undefined; readonly lowWidth?: number | undefined; /** Off where a plate with words stands on the front. */ readonly flowers?: boolean | undefined };

/** A counter with tile flowers and, to its left, a low part with room for knees. Origin: floor, left end of the high part. */
export function Counter({ width, height = 215, color = palette.leaf, lowWidth = 0, flowers: flowered = true }: CounterProps): ReactElement {
  const flowers = flowered ? Math.max(1, Math.floor((width - 70) / 150)) : 0;
  const gap = (width - 60) / Math.max(1, flowers);
  return (
    <>
      {lowWidth > 0 ? (
        <>
          <Ink d={box(-26, -146, 26, 146)} fill={color} sliver={4} amount={1.4} />
          <Ink d={box(-lowWidth, -166, lowWidth + 6, 24, 3)} fill={palette.wood} sliver={4} amount={1.4} />
        </>
      ) : null}
      <Ink d={box(0, -height, width, height)} fill={color} sliver={6} amount={1.6} />
      <Line d={box(22, -height + 50, width - 44, height - 74)} width={3.4} color={palette.jade} />
      {Array.from({ length: flowers }, (_, i) => (
        <g key={i}>
          <Blossom x={30 + gap * (i + 0.5)} y={-height / 2 + 12} r={52} fill={palette.youngLeaf} heart={palette.sophora} />
          <Blossom x={30 + gap * (i + 0.5)} y={-height / 2 + 12} r={22} fill={palette.sophora} heart={palette.jade} />
        </g>
      ))}
      <Ink d={box(-14, -height - 8, width + 28, 30, 4)} fill={palette.wood} sliver={4} amount={1.6} />
    </>
  );
}

/** A blue and white vase with a bloom and a bud; stands on (0, 0). */
export function Vase(): ReactElement {
  return (
    <>
      <Place x={-4} y={-80} turn={-6}><LotusStem /></Place>
      <Place x={8} y={-80} turn={16}><LotusStem bud /></Place>
      <Ink d="M-14 -92H14C12 -78 16 -70 24 -58C36 -40 30 -14 20 -2H-20C-30 -14 -36 -40 -24 -58C-16 -70 -12 -78 -14 -92Z" fill={palette.whitePaper} width={4.6} amount={0.8} />
      <Line d="M-15 -82H15M-27 -22H27M-24 -12H24" width={3.4} color={palette.indigo} amount={0.5} />
      <Blossom x={0} y={-43} r={13} fill={palette.indigo} heart={palette.whitePaper} />
    </>
  );
}

/** A plain sheet of wall notices; hangs at its top middle. Without words it shows the lotus. */
export function Sign({ text, width = 190 }: { readonly text?: string | undefined; readonly width?: number | undefined }): ReactElement {
  return (
    <>
      <Line d={`M${-width / 2 + 34} -60V0M${width / 2 - 34} -60V0`} width={4.4} />
      <Ink d={box(-width / 2, 0, width, 74, 4)} fill={palette.whitePaper} />
      {text === undefined ? <Place y={62} scale={0.78}><MarkPetals fill={palette.lacquer} /></Place> : <PlateText x={0} y={53} text={text} size={44} />}
    </>
  );
}

type TextProps = { readonly x: number; readonly y: number; readonly text: string; readonly size?: number | undefined; readonly anchor?: 'start' | 'middle' | undefined; readonly color?: string | undefined };

/** Words handed in from the page's own text. */
export function PlateText({ x, y, text, size = 38, anchor = 'middle', color = palette.ink }: TextProps): ReactElement {
  return (
    <text x={x} y={y} textAnchor={anchor} fontSize={size} fontWeight={700} fill={color} fontFamily="'Noto Sans Variable', 'Noto Sans', sans-serif">
      {text}
    </text>
  );
}

/** A house with a tiled roof; 260 × 230, stands on (0, 0) in its middle. */
export function House({ wall = palette.paleSophora, roof = palette.lacquer, open = false }: { readonly wall?: string | undefined; readonly roof?: string | undefined; readonly open?: boolean | undefined }): ReactElement {
  return (
    <>
      <Ink d={box(-104, -140, 208, 140)} fill={wall} />
      <Ink d="M-140 -132C-112 -142 -92 -176 -82 -214H82C92 -176 112 -142 140 -132Z" fill={roof} />
      <Line d="M-96 -170H96M-112 -150H112M-60 -212L-82 -136M-20 -212L-28 -136M20 -212L28 -136M60 -212L82 -136" width={2.8} />
      <Ink d={box(-30, -96, 60, 96)} fill={open ? palette.ink : palette.woodDark} width={4.4} sliver={open ? 0 : 4} />
      {open ? <Ink d="M30 -96L58 -86V8L30 0Z" fill={palette.woodDark} width={4.4} sliver={3} /> : <Line d="M0 -96V0" width={3} />}
      <Ink d={box(-86, -92, 38, 42)} fill={palette.youngLeaf} width={4} sliver={4} amount={0.6} />
      <Line d="M-67 -92V-50M-86 -71H-48" width={3} amount={0.4} />
      {open ? null : (
        <>
          <Ink d={box(48, -92, 38, 42)} fill={palette.youngLeaf} width={4} sliver={4} amount={0.6} />
          <Line d="M67 -92V-50M48 -71H86" width={3} amount={0.4} />
        </>
      )}
    </>
  );
}

/** A one-storey public office under a wide roof, 360 × 260, stands on (0, 0) in its middle. */
export function Office({ text }: { readonly text?: string | undefined }): ReactElement {
  return (
    <>
      <Ink d={box(-160, -150, 320, 150)} fill={palette.paper} />
      <Ink d="M-198 -142C-160 -152 -138 -184 -128 -222H128C138 -184 160 -152 198 -142Z" fill={palette.leaf} />
      <Line d="M-150 -176H150M-170 -157H170" width={2.8} color={palette.jade} />
      {[-128, 104].map((x) => (
        <g key={x}>
          <Ink d={box(x - 14, -104, 52, 56, 2)} fill={palette.youngLeaf} width={4.2} sliver={4} amount={0.6} />
          <Line d={`M${x + 12} -104V-48M${x - 14} -76H${x + 38}`} width={3} amount={0.4} />
        </g>
      ))}
      <Ink d="M-46 0V-86C-46 -112 46 -112 46 -86V0Z" fill={palette.woodDark} width={4.4} />
      <Line d="M0 -104V0" width={3.4} />
      <Ink d={box(-88, -146, 176, 34, 3)} fill={palette.whitePaper} width={4} sliver={0} amount={0.6} />
      {text === undefined ? <Place y={-116} scale={0.42}><MarkPetals fill={palette.lacquer} /></Place> : <PlateText x={0} y={-120} text={text} size={25} />}
      <Ink d="M-120 0L-104 -18H104L120 0Z" fill={palette.sand} width={4.4} sliver={3} />
    </>
  );
}

/** A round tree; stands on (0, 0), about 190 tall. */
export function Tree({ fill = palette.leaf }: { readonly fill?: string | undefined }): ReactElement {
  return (
    <>
      <Line d="M0 0V-90M0 -54L22 -80" width={13} />
      <Line d="M0 0V-90M0 -54L22 -80" width={5} color={palette.wood} />
      <Ink d="M-6 -76C-46 -68 -64 -100 -48 -124C-58 -152 -28 -178 0 -170C24 -186 58 -166 52 -136C72 -116 54 -78 22 -82C14 -74 4 -72 -6 -76Z" fill={fill} amount={2.4} />
      <Line d="M-24 -128C-18 -138 -8 -140 0 -136M10 -110C18 -118 28 -118 34 -112" width={3.4} color={palette.jade} />
    </>
  );
}
