import type { ReactElement } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import { ShareBlock } from '../charts/share-block.tsx';
import type { DayView } from './day-view.ts';
import { FLAGGED_ALARM } from './share-view.ts';
import { useWords } from '../i18n/words.ts';

/** Raw and filtered stand side by side with equal weight once anything is flagged (promise 6, E173). */
export function SatisfactionCard({ view, target, span = 6 }: { readonly view: DayView; readonly target: number; readonly span?: 5 | 6 | 9 }): ReactElement {
  const { say, number, percent, wholePercent } = useWords();
  const both = view.flagged > 0;
  return (
    <section className={`card span-${span} satisfaction`} aria-labelledby="h-satisfaction">
      <h2 id="h-satisfaction">{say('satisfaction')}</h2>
      <div className={both ? 'two' : 'one'}>
        <ShareBlock share={view.raw} title={both ? say('rawShare') : null} target={target} />
        {both ? <ShareBlock share={view.filtered} title={say('filteredShare', { count: number(view.flagged) })} target={target} /> : null}
      </div>
      <p className="hint">
        {say('intervalMethod')} {both ? say('flaggedShare', { count: number(view.flagged), rate: percent(view.flaggedShare) }) : say('flaggedNone')}
      </p>
      {view.flaggedShare > FLAGGED_ALARM ? (
        <p className="proof missing">
          <Icon name="warning" className="icon" />
          <span>{say('flaggedMany', { rate: wholePercent(FLAGGED_ALARM) })}</span>
        </p>
      ) : null}
    </section>
  );
}
