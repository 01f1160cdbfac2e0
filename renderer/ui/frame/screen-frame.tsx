import { useEffect, useRef } from 'react';
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
  /** Changes when the same screen shows something new (a step, a question): moves focus to the h1 (E064). */
  readonly focusKey?: string;
};

/** The frame of every screen but attract: header, content, floor strip, controls, bottom bar. */
export function ScreenFrame({ floor, ground = 'paper', mood = 'quiet', name, children, controls, back, focusKey = '' }: ScreenFrameProps): ReactElement {
  const behind = useSession((state) => state.trail.length > 0);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const heading = main.current?.querySelector('h1');
    if (heading === null || heading === undefined) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [name, focusKey]);
  return (
    <div className={`frame frame-${name}`} data-floor={floor} data-ground={ground} data-controls={controls === undefined ? 'none' : 'some'}>
      <Header />
      <main className="frame-main" ref={main}>
        <div className="frame-content">{children}</div>
        {controls === undefined ? null : <div className="frame-controls">{controls}</div>}
        <FloorStrip mood={mood} />
      </main>
      <BottomBar back={back ?? behind} />
    </div>
  );
}
