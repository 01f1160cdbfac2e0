import { useEffect, useId, type ReactElement, type ReactNode } from 'react';
import { useSend } from '../session/session-context.ts';
import { FloorStrip } from '../ui/frame/floor-strip.tsx';
import { keepChineseWords } from '../ui/phrases.ts';
import './overlay.css';

type OverlayProps = {
  /** A name for the style sheet. */
  readonly name: string;
  readonly title: string;
  /** What is read. */
  readonly children: ReactNode;
  /** Stands on the floor, where there is room for it. */
  readonly picture?: ReactNode;
  /** What is touched: always below the floor (E041). */
  readonly controls: ReactNode;
};

/** A full-screen dialog over the session's screen, which cannot be reached meanwhile. */
export function Overlay({ name, title, children, picture, controls }: OverlayProps): ReactElement {
  const send = useSend();
  const titleId = useId();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') send({ kind: 'close-overlay' });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [send]);
  return (
    <div className={`overlay overlay-${name}`} role="dialog" aria-modal="true" aria-labelledby={titleId}>
      <div className="overlay-text">
        <h1 id={titleId}>{keepChineseWords(title)}</h1>
        {children}
      </div>
      {picture === undefined ? null : <div className="overlay-picture">{picture}</div>}
      <FloorStrip mood="quiet" />
      <div className="overlay-controls">{controls}</div>
    </div>
  );
}
