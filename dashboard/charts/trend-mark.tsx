import type { ReactElement } from 'react';
import type { Trend } from '#contract/day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { useWords, type Words } from '../i18n/words.ts';

/** `up` and `down` only when the interval of the change leaves zero out; otherwise nothing can be said (E180). */
export function trendOf(trend: Trend): 'up' | 'down' | 'level' {
  if (trend.low > 0) return 'up';
  return trend.high < 0 ? 'down' : 'level';
}

/** "+2,1 điểm %" of a change between shares. */
export function pointsWords(change: number, { say, decimal }: Words): string {
  const sign = change > 0 ? '+' : change < 0 ? '−' : '±';
  return say('percentPoints', { change: `${sign}${decimal(Math.abs(change) * 100)}` });
}

const WORDS = { up: 'trendUp', down: 'trendDown', level: 'trendLevel' } as const;

/** The change against before, with an arrow and a word; without comparison where either side has under 30 taps. */
export function TrendMark({ trend, withInterval = false }: { readonly trend: Trend | null; readonly withInterval?: boolean }): ReactElement {
  const words = useWords();
  const { say } = words;
  if (trend === null) return <span className="hint">{say('trendNone')}</span>;
  const kind = trendOf(trend);
  return (
    <span className={`trend trend-${kind}`}>
      <Icon name={kind === 'up' ? 'up' : kind === 'down' ? 'down' : 'minus'} className="icon" />
      <span>
        <b className="nowrap">{pointsWords(trend.change, words)}</b> <span className="trend-word">{say(WORDS[kind])}</span>
        {withInterval ? <span className="hint trend-interval">{say('trendInterval', { low: pointsWords(trend.low, words), high: pointsWords(trend.high, words) })}</span> : null}
      </span>
    </span>
  );
}
