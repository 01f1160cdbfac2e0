import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useSession } from '../../session/session-context.ts';
import { PagingContext } from '../content/paging.ts';
import { PageButtons, ScrollPages } from '../content/scroll-pages.tsx';
import { useScrollPages } from '../content/use-scroll-pages.ts';
import { useShape } from '../use-shape.ts';
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
  /** With enlarged words this screen is one paged column in landscape too; tablets always do that. */
  readonly oneColumnWhenLarge?: boolean;
  /** Content and controls stay in sight together whatever the text size: one types into the other. */
  readonly alwaysParts?: boolean;
  /** Changes when the same screen shows something new: paging starts anew. */
  readonly pageKey?: string;
  /** Left out: whether the session has a screen behind this one. */
  readonly back?: boolean;
};

/** Enlarged words leave no room for two columns: the whole screen becomes one paged column. */
function useWhole(floor: ScreenFrameProps['floor'], oneColumnWhenLarge: boolean): boolean {
  const shape = useShape();
  const textSize = useSession((state) => state.comfort.textSize);
  const lowReach = useSession((state) => state.comfort.lowReach);
  // Portrait keeps its floor: a button on a page above it would be out of reach (E041).
  if (textSize === 1 || shape === 'portrait') return false;
  // A wide panel on a wall leaves low reach too little height for a column of enlarged buttons (E042).
  if (lowReach && floor !== 'choose') return true;
  return shape === 'tablet' || oneColumnWhenLarge || (textSize > 1.25 && floor !== 'choose');
}

/** The frame of every screen but attract: header, content, floor strip, controls, bottom bar. */
export function ScreenFrame(props: ScreenFrameProps): ReactElement {
  const { floor, ground = 'paper', name, back, controls, oneColumnWhenLarge = false, alwaysParts = false } = props;
  const behind = useSession((state) => state.trail.length > 0);
  const whole = useWhole(floor, oneColumnWhenLarge) && !alwaysParts;
  return (
    <div className={`frame frame-${name}`} data-floor={floor} data-ground={ground} data-controls={controls === undefined ? 'none' : 'some'} data-paging={whole ? 'whole' : 'parts'}>
      <Header />
      {whole ? <OneColumn {...props} /> : <ContentAndControls {...props} />}
      <BottomBar back={back ?? behind} />
    </div>
  );
}

function ContentAndControls({ children, controls, mood = 'quiet' }: ScreenFrameProps): ReactElement {
  return (
    <main className="frame-main">
      <div className="frame-content">{children}</div>
      {controls === undefined ? null : <div className="frame-controls">{controls}</div>}
      <FloorStrip mood={mood} />
    </main>
  );
}

function OneColumn({ children, controls, name, pageKey = '' }: ScreenFrameProps): ReactElement {
  const { t } = useWords();
  const pages = useScrollPages(`${name} ${pageKey}`);
  return (
    <main className="frame-whole">
      <ScrollPages pages={pages} label={t('common.pageOf', { page: pages.page + 1, of: pages.pages })}>
        <PagingContext value="whole">
          <div className="whole-content">{children}</div>
          {controls === undefined ? null : <div className="whole-controls">{controls}</div>}
        </PagingContext>
      </ScrollPages>
      <PageButtons pages={pages} upright />
    </main>
  );
}
