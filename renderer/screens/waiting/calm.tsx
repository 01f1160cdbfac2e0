import type { ReactElement } from 'react';
import { LotusMark } from '../../art/lotus.tsx';
import { wordsIn } from '../../i18n/words.ts';
import { FloorStrip } from '../../ui/frame/floor-strip.tsx';
import './waiting.css';

/**
 * Shown after a bug, until the session starts anew. It reads nothing from the session, which may be
 * what broke, and so speaks both languages.
 */
export function Calm(): ReactElement {
  return (
    <main className="waiting">
      <LotusMark className="waiting-mark" />
      <h1>{wordsIn('vi')('calm.title')}</h1>
      <p>{wordsIn('vi')('calm.text')}</p>
      <p lang="en">{wordsIn('en')('calm.text')}</p>
      <FloorStrip mood="quiet" />
    </main>
  );
}
