import type { ReactElement, ReactNode } from 'react';
import { useSession } from '../../session/session-context.ts';
import { BottomBar } from './bottom-bar.tsx';
import { FloorStrip } from './floor-strip.tsx';
import { Header } from './header.tsx';
import './screen-frame.css';

export type ScreenFrameProps = {
  /**
   * Where the floor lies in portrait. `choose`: half way, for screens full of things to touch.
   * `read`: low, for screens that are read first. `whole`: all content above a floor just over the bar.
   */
  readonly floor: 'choose' | 'read' | 'whole';
  /** The soft ground above the floor; a life event may own one. */
  readonly ground?: 'paper' | 'leaf' | 'lotus' | 'sophora';
  readonly mood?: 'quiet' | 'full';
  /** A name for the screen's own style sheet. */
  readonly name: string;
  /** What is read: stands on the floor. Holds the screen's one h1. */
  readonly children: ReactNode;
  /** What is touched: below the floor in portrait, beside the content in landscape and on tablets. */
  readonly controls?: ReactNode;
  /** Left out: whether the session has a screen behind this one. */
  readonly back?: boolean;
};

/** The frame of every screen but attract: header, content, floor strip, controls, bottom bar. */
export function ScreenFrame({ floor, ground = 'paper', mood = 'quiet', name, children, controls, back }: ScreenFrameProps): ReactElement {
  const behind = useSession((state) => state.trail.length > 0);
  return (
    <div className={`frame frame-${name}`} data-floor={floor} data-ground={ground} data-controls={controls === undefined ? 'none' : 'some'}>
      <Header />
      <main className="frame-main">
        <div className="frame-content">{children}</div>
        {controls === undefined ? null : <div className="frame-controls">{controls}</div>}
        <FloorStrip mood={mood} />
      </main>
      <BottomBar back={back ?? behind} />
    </div>
  );
}
