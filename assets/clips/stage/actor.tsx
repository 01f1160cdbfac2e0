import type { ReactElement, ReactNode } from 'react';
import { gait } from '../timeline.ts';

type ActorProps = {
  readonly x: number;
  readonly y?: number;
  readonly scale?: number;
  readonly flip?: boolean;
  /** Where it stops walking; without it the figure does not rock. */
  readonly end?: number;
  readonly turn?: number;
  readonly children: ReactNode;
};

/** A paper figure on the floor: walks by sliding and rocking about its feet. */
export function Actor({ x, y = 0, scale = 1, flip = false, end, turn = 0, children }: ActorProps): ReactElement {
  const rock = turn + (end === undefined ? 0 : gait(x, end));
  return <g transform={`translate(${x} ${y}) rotate(${rock}) scale(${flip ? -scale : scale} ${scale})`}>{children}</g>;
}

/** Draws its children once `on` is reached, at a size and place of their own; `on` 0..1 lets them grow from their middle. */
export function Appear({ x = 0, y = 0, on, from = 0.6, scale = 1, turn = 0, children }: { readonly x?: number; readonly y?: number; readonly on: number; readonly from?: number; readonly scale?: number; readonly turn?: number; readonly children: ReactNode }): ReactElement | null {
  if (on <= 0) return null;
  const size = scale * (from + (1 - from) * on);
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn}) scale(${size})`} opacity={Math.min(1, on * 2.5)}>
      {children}
    </g>
  );
}
