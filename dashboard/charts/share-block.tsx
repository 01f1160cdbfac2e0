import type { ReactElement } from 'react';
import { verdictOf, type Share } from '../day/share-view.ts';
import { useWords } from '../i18n/words.ts';
import { SatisfactionBand } from './satisfaction-band.tsx';

const VERDICTS = { above: 'verdictAbove', below: 'verdictBelow', open: 'verdictOpen' } as const;

type ShareBlockProps = { readonly share: Share; readonly title: string | null; readonly target: number };

/** A share as large as it deserves: with count, band, interval in words, and what that says about the target. */
export function ShareBlock({ share, title, target }: ShareBlockProps): ReactElement {
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
  const verdict = verdictOf(share, target);
  return (
    <div className="share-block">
      {title === null ? null : <h3>{title}</h3>}
      <p className="share-line">
        <span className="sign">{percent(share.rate)}</span>
        <span className="strong">{say('satisfiedOf', { hits: number(share.hits), count: number(share.n) })}</span>
        {share.kind === 'few' ? <span className="tag">{say('few')}</span> : null}
      </p>
      <SatisfactionBand share={share} target={target} />
      <p className="strong">{say('interval', { low: percent(share.low), high: percent(share.high) })}</p>
      {share.kind === 'few' ? <p className="hint">{say('fewWhy', { least: number(share.comparable) })}</p> : verdict === null ? null : <p>{say(VERDICTS[verdict])}</p>}
    </div>
  );
}
