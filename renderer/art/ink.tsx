import type { ReactElement, ReactNode } from 'react';
import * as palette from './palette.ts';
import { carve } from './wobble.ts';

export type PictureProps = {
  /** Names the picture for screen readers; without it the picture is decoration and hidden from them. */
  readonly title?: string | undefined;
  readonly className?: string | undefined;
};

type FrameProps = PictureProps & { readonly viewBox: string; readonly children: ReactNode; readonly fit?: string | undefined };

/** The svg element around every picture: fills its box, keeps its proportions, hidden unless it has a title. */
export function Picture({ viewBox, title, className, fit, children }: FrameProps): ReactElement {
  return (
    <svg
      viewBox={viewBox}
      className={className}
      preserveAspectRatio={fit}
      xmlns="http://www.w3.org/2000/svg"
      focusable="false"
      {...(title === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': title })}
    >
      {title === undefined ? null : <title>{title}</title>}
      {children}
    </svg>
  );
}

type InkProps = {
  readonly d: string;
  readonly fill: string;
  /** Line width; 0 leaves the line out. */
  readonly width?: number | undefined;
  readonly line?: string | undefined;
  readonly seed?: number | undefined;
  readonly amount?: number | undefined;
  readonly sliver?: number | undefined;
};

/** A printed shape: bare paper, the colour plate a little off, one ink line on top. */
export function Ink({ d, fill, width = 5, line = palette.ink, seed, amount, sliver }: InkProps): ReactElement {
  const cut = carve(d, { seed, amount, sliver });
  const outlined = width > 0 ? { stroke: line, strokeWidth: width, strokeLinejoin: 'round' as const } : {};
  // Without a sliver the plate fills the outline, so one path does the work of three.
  if (sliver === 0) return <path d={cut.line} fill={fill} {...outlined} />;
  return (
    <>
      <path d={cut.line} fill={palette.whitePaper} />
      <path d={cut.plate} fill={fill} />
      {width > 0 ? <path d={cut.line} fill="none" {...outlined} /> : null}
    </>
  );
}

/** A colour without a line: a pattern on cloth, a cheek, a shade. */
export function Flat({ d, fill, seed, amount = 1.2, opacity }: Omit<InkProps, 'width' | 'line'> & { readonly opacity?: number | undefined }): ReactElement {
  return <path d={carve(d, { seed, amount }).line} fill={fill} opacity={opacity} />;
}

type LineProps = {
  readonly d: string;
  readonly width?: number | undefined;
  readonly color?: string | undefined;
  readonly seed?: number | undefined;
  readonly amount?: number | undefined;
};

/** One drawn line with round ends. */
export function Line({ d, width = 5, color = palette.ink, seed, amount = 1.2 }: LineProps): ReactElement {
  return (
    <path d={carve(d, { seed, amount }).line} fill="none" stroke={color} strokeWidth={width} strokeLinecap="round" strokeLinejoin="round" />
  );
}

type PlaceProps = {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly scale?: number | undefined;
  readonly turn?: number | undefined;
  readonly flip?: boolean | undefined;
  readonly children: ReactNode;
};

/** Puts a drawing at a place: scale, turn in degrees, mirrored left to right when `flip`. */
export function Place({ x = 0, y = 0, scale = 1, turn = 0, flip = false, children }: PlaceProps): ReactElement {
  return <g transform={`translate(${x} ${y}) rotate(${turn}) scale(${flip ? -scale : scale} ${scale})`}>{children}</g>;
}
