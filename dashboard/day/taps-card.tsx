import type { ReactElement, ReactNode } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import { completenessSentence, completenessState } from './completeness-sentence.ts';
import type { DayView } from './day-view.ts';
import { useWords } from '../i18n/words.ts';
import { Phrases } from '../ui/phrases.tsx';

/** How many taps, out of how many times asked, and whether all of them have come (promise 2). */
export function TapsCard({ view, children }: { readonly view: DayView; readonly children?: ReactNode }): ReactElement {
  const words = useWords();
  const { say, number, percent } = words;
  const state = completenessState(view.completeness);
  return (
    <section className="card span-3 taps" aria-labelledby="h-taps">
      <h2 id="h-taps">{say('tapsOfDay')}</h2>
      <p className={number(view.taps).length > 4 ? 'sign sign-long' : 'sign'}>{number(view.taps)}</p>
      {view.asked > 0 ? (
        <>
          <p className="strong">{say('responseRate', { rate: percent(view.taps / view.shown) })}</p>
          <p>{say('responseOf', { taps: number(view.taps), shown: number(view.shown) })}</p>
        </>
      ) : (
        <p>{say('responseUnknown')}</p>
      )}
      <p className="hint">{say('voluntary')}</p>
      <p className={`proof ${state}`}>
        <Icon name={state === 'whole' ? 'check' : state === 'missing' ? 'upload' : 'help'} className="icon" />
        <span>
          <Phrases text={completenessSentence(view.completeness, words)} />
        </span>
      </p>
      {view.corrected > 0 ? <p className="hint">{say('corrected', { count: number(view.corrected) })}</p> : null}
      {view.unplaceable > 0 ? <p className="hint">{say('unplaceable', { count: number(view.unplaceable) })}</p> : null}
      {children}
    </section>
  );
}
