import type { ReactElement } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import { SatisfactionBand } from '../charts/satisfaction-band.tsx';
import type { DayView } from './day-view.ts';
import { FLAGGED_ALARM, verdictOf, type Share } from './share-view.ts';
import { useWords } from '../i18n/words.ts';

/** Raw and filtered stand side by side with equal weight once anything is flagged (promise 6, E173). */
export function SatisfactionCard({ view }: { readonly view: DayView }): ReactElement {
  const { say, number, percent, wholePercent } = useWords();
  const both = view.flagged > 0;
  return (
    <section className="card span-6 satisfaction" aria-labelledby="h-satisfaction">
      <h2 id="h-satisfaction">{say('satisfaction')}</h2>
      <div className={both ? 'two' : 'one'}>
        <ShareBlock share={view.raw} title={both ? say('rawShare') : null} />
        {both ? (
          view.filtered.kind === 'unknown' ? (
            <div className="share-block">
              <h3>{say('filteredShare', { count: number(view.flagged) })}</h3>
              <p>{say('filteredUnknown')}</p>
            </div>
          ) : (
            <ShareBlock share={view.filtered} title={say('filteredShare', { count: number(view.flagged) })} />
          )
        ) : null}
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

const VERDICTS = { above: 'verdictAbove', below: 'verdictBelow', open: 'verdictOpen' } as const;

function ShareBlock({ share, title }: { readonly share: Share; readonly title: string | null }): ReactElement {
  const { say, number, percent } = useWords();
  if (share.kind === 'too-few') {
    return (
      <div className="share-block">
        {title === null ? null : <h3>{title}</h3>}
        <p className="sign few-sign">{say('tooFew')}</p>
        <p>{say('tooFewWhy', { count: number(share.n), least: number(share.least) })}</p>
      </div>
    );
  }
  const verdict = verdictOf(share);
  return (
    <div className="share-block">
      {title === null ? null : <h3>{title}</h3>}
      <p className="share-line">
        <span className="sign">{percent(share.rate)}</span>
        <span className="strong">{say('satisfiedOf', { hits: number(share.hits), count: number(share.n) })}</span>
        {share.kind === 'few' ? <span className="tag">{say('few')}</span> : null}
      </p>
      <SatisfactionBand share={share} />
      <p className="strong">{say('interval', { low: percent(share.low), high: percent(share.high) })}</p>
      {share.kind === 'few' ? <p className="hint">{say('fewWhy', { least: number(share.comparable) })}</p> : verdict === null ? null : <p>{say(VERDICTS[verdict])}</p>}
    </div>
  );
}
