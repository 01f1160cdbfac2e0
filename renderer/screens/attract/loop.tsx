import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { PlaylistItem } from '#contract/content-pack.ts';
import { AttractScene } from '../../art/scenes/index.ts';
import type { AttractSlide } from '../../art/scenes/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useSession } from '../../session/session-context.ts';
import { gluePhrases } from '../../ui/phrases.ts';
import { useShape } from '../../ui/use-shape.ts';
import type { CaptionSize } from './caption-size.ts';
import { splitTitle } from './split-title.ts';
import type { Player } from './use-player.ts';
import { VideoPair } from './video-pair.tsx';
import './loop.css';

type SlideItem = Extract<PlaylistItem, { kind: 'slide' }>;
const scenes: Readonly<Record<SlideItem['slide'], AttractSlide>> = { counter: 'counter', family: 'family', grandmother: 'phone', 'post-office': 'post' };

/** The picture above the floor: clips, stills and slides, with captions on an opaque plate (E026, E088). */
export function Loop({ player, captions }: { readonly player: Player; readonly captions: CaptionSize }): ReactElement {
  const { language, local } = useWords();
  const mediaBase = useSession((state) => state.kiosk.boot?.mediaBase ?? '');
  const [caption, setCaption] = useState('');
  const showCaption = useCallback((text: string) => setCaption(text), []);
  const tall = useShape() === 'portrait';
  const { shown } = player;
  return (
    <div className="loop">
      <VideoPair player={player} mediaBase={mediaBase} language={language} onCaption={showCaption} />
      {shown?.kind === 'still' ? (
        <img className="loop-still" src={mediaBase + (tall ? shown.tall : shown.wide)} alt={local(shown.description)} onError={() => player.send({ kind: 'still-failed', id: shown.id, reason: 'the picture could not be read' })} />
      ) : null}
      {shown?.kind === 'slide' ? <Slide key={shown.id} item={shown} tall={tall} /> : null}
      <Segments player={player} />
      {captions !== 'off' && caption !== '' ? <p className="loop-caption" data-size={captions}>{caption}</p> : null}
      {shown?.kind === 'clip' ? <p className="visually-hidden">{local(shown.description)}</p> : null}
    </div>
  );
}

function Slide({ item, tall }: { readonly item: SlideItem; readonly tall: boolean }): ReactElement {
  const { local } = useWords();
  const [first, second] = splitTitle(local(item.title));
  return (
    <div className="slide" data-slide={item.slide}>
      <AttractScene slide={scenes[item.slide]} shape={tall ? 'tall' : 'wide'} className="slide-scene" />
      <p className="slide-plate heading">
        <span className="slide-first">{gluePhrases(first)}</span>
        {second === '' ? null : <span className="slide-second">{gluePhrases(second)}</span>}
      </p>
    </div>
  );
}

/** A segment for each item, filling in the item's own time: shows that the loop is alive. */
function Segments({ player }: { readonly player: Player }): ReactElement {
  const bar = useRef<HTMLSpanElement>(null);
  const { due, shown, progress } = player;
  const at = due.findIndex((item) => item === shown);
  useEffect(() => {
    // The bar is moved outside React: four times a second for days.
    const timer = setInterval(() => bar.current?.style.setProperty('transform', `scaleX(${progress()})`), 250);
    return () => clearInterval(timer);
  });
  return (
    <div className="segments" aria-hidden>
      {due.map((item, index) => (
        <span key={item.id} className={index < at ? 'segment is-over' : 'segment'}>
          {index === at ? <span className="segment-bar" ref={bar} key={item.id} /> : null}
        </span>
      ))}
    </div>
  );
}
