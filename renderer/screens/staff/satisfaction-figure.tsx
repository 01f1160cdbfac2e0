import type { ReactElement } from 'react';
import { formatPercent } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { DayFigures } from './staff-figures.ts';

/** The share with its count and its interval, or that there is too little to say (promise 6, E174–E176). */
export function SatisfactionFigure({ figures }: { readonly figures: DayFigures }): ReactElement {
  const { t, language } = useWords();
  const { satisfaction, hits, taps, sample } = figures;
  if (satisfaction === null) {
    return (
      <div className="satisfaction">
        <p className="staff-number is-words">{t('staff.tooFew')}</p>
        <p>{t(taps === 0 ? 'staff.noTaps' : 'staff.tooFewText')}</p>
      </div>
    );
  }
  const { rate, low, high } = satisfaction;
  const percent = (share: number): string => formatPercent(share, language);
  return (
    <div className="satisfaction">
      <p className="satisfaction-head">
        <span className="staff-number">{percent(rate)}</span> <span>{t('staff.satisfied', { hits, count: taps })}</span>
      </p>
      <IntervalBar rate={rate} low={low} high={high} />
      <p>{t('staff.interval', { low: percent(low), high: percent(high) })}</p>
      {sample === 'few' ? <p className="satisfaction-few">{t('staff.few')}</p> : null}
    </div>
  );
}

/** Where the share lies between 0 and 100 %, and how sure it is. Says nothing that the words do not. */
function IntervalBar({ rate, low, high }: { readonly rate: number; readonly low: number; readonly high: number }): ReactElement {
  const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
  return (
    <div className="interval" aria-hidden>
      <div className="interval-range" style={{ left: percent(low), width: percent(high - low) }} />
      <div className="interval-rate" style={{ left: percent(rate) }} />
    </div>
  );
}
