import type { ReactElement, ReactNode } from 'react';
import type { Layout } from '../layout.ts';

type SceneryProps = {
  readonly layout: Layout;
  readonly ground: string;
  /** Drawn behind the stage in stage units, also outside its 1080 units. */
  readonly children: ReactNode;
};

/** The picture of a page: one flat ground and the stage with its floor at y = 0. */
export function Scenery({ layout, ground, children }: SceneryProps): ReactElement {
  const { x, floor, scale } = layout.stage;
  return (
    <svg className="scenery" width={layout.width} height={layout.height} viewBox={`0 0 ${layout.width} ${layout.height}`}>
      <rect width={layout.width} height={layout.height} fill={ground} />
      <g transform={`translate(${x} ${floor}) scale(${scale})`}>{children}</g>
    </svg>
  );
}

type NoteProps = {
  readonly layout: Layout;
  readonly x: number;
  readonly y: number;
  /** 0..1; the note is laid down from a little above. */
  readonly on: number;
  readonly size?: number;
  readonly tone?: 'paper' | 'jade' | 'plain' | 'soft' | 'chosen';
  readonly font?: 'head' | 'body';
  readonly width?: number;
  /** With `left` its left edge stands at x. */
  readonly align?: 'middle' | 'left';
  readonly children: ReactNode;
};

/** Words on an opaque plate, centred at a place of the stage. */
export function Note({ layout, x, y, on, size = 50, tone = 'paper', font = 'body', width, align = 'middle', children }: NoteProps): ReactElement | null {
  if (on <= 0) return null;
  const { stage } = layout;
  const place = `translate(${align === 'left' ? 0 : -50}%, -50%) translate(${stage.x + x * stage.scale}px, ${stage.floor + (y - (1 - on) * 26) * stage.scale}px)`;
  return (
    <div className={`note note-${tone} note-${font} note-${align}`} style={{ transform: place, fontSize: size * stage.scale, opacity: Math.min(1, on * 2), ...(width === undefined ? {} : { width: width * stage.scale, whiteSpace: 'normal' }) }}>
      {children}
    </div>
  );
}
