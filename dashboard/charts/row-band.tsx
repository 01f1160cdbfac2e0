import type { ReactElement } from 'react';
import type { Share } from '../day/share-view.ts';
import { useWords } from '../i18n/words.ts';

type RowBandProps = { readonly share: Share; readonly target: number | null; /** Where the axis of all rows starts, 0 to 1. */ readonly start: number };

/** The band of one row: the same axis in every row, so that rows can be compared by eye. A dashed interval is little data (E176). */
export function RowBand({ share, target, start }: RowBandProps): ReactElement {
  const { say, percent, number } = useWords();
  if (share.kind === 'too-few') return <span className="row-share too-few">{say('rowTooFew', { count: number(share.n) })}</span>;
  const at = (value: number): string => `${Math.max(0, ((value - start) / (1 - start)) * 100)}%`;
  return (
    <span className="row-share">
      <svg className="row-band" width="100%" height="26" aria-hidden="true">
        <rect className="track" x="0" y="10" width="100%" height="6" rx="2" />
        <rect className={share.kind === 'few' ? 'interval few' : 'interval'} x={at(share.low)} y="5" width={`${((share.high - Math.max(start, share.low)) / (1 - start)) * 100}%`} height="16" rx="2" />
        {target === null ? null : <line className="target" x1={at(target)} x2={at(target)} y1="0" y2="26" />}
        <rect className="row-mark" x={at(share.rate)} y="2" width="5" height="22" transform="translate(-2.5 0)" />
      </svg>
      <span className="row-figures">
        <b>{percent(share.rate)}</b> <span className="row-interval">{say('rowInterval', { low: percent(share.low), high: percent(share.high) })}</span>
        {share.kind === 'few' ? <span className="few-tag"> {say('few')}</span> : null}
      </span>
    </span>
  );
}

/** One axis for several shares: a multiple of 10 % that leaves room under the lowest interval, never above `most`. */
export function sharedAxisStart(shares: readonly Share[], targets: readonly (number | null)[], most = 0.6): number {
  const lows = shares.flatMap((share) => (share.kind === 'too-few' ? [] : [share.low]));
  const known = targets.flatMap((target) => (target === null ? [] : [target]));
  return Math.max(0, Math.floor((Math.min(most, ...lows, ...known) - 0.02) * 10) / 10);
}
