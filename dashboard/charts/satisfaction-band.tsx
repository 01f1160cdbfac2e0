import type { ReactElement } from 'react';
import { useWords } from '../i18n/words.ts';
import { axisStart, type Share } from '../day/share-view.ts';

type Known = Exclude<Share, { readonly kind: 'too-few' }>;

/** The share as a mark in its 95 % interval, with the target as a dashed line. The words say the same. */
export function SatisfactionBand({ share, target }: { readonly share: Known; readonly target: number }): ReactElement {
  const { say, percent, wholePercent } = useWords();
  const start = axisStart(share, target);
  const x = (value: number): number => ((value - start) / (1 - start)) * 100;
  const at = (value: number): string => `${x(value)}%`;
  const name = say('target', { rate: wholePercent(target) });
  const label = `${percent(share.rate)}. ${say('interval', { low: percent(share.low), high: percent(share.high) })}. ${name}.`;
  return (
    <svg className="band" role="img" aria-label={label} width="100%" height="90">
      <rect className="track" x="0" y="40" width="100%" height="12" rx="2" />
      <rect className="interval" x={at(share.low)} y="32" width={`${x(share.high) - x(share.low)}%`} height="28" rx="2" />
      <line className="target" x1={at(target)} x2={at(target)} y1="20" y2="68" />
      <rect className="mark" x={at(share.rate)} y="26" width="7" height="40" transform="translate(-3.5 0)" />
      <text x="0" y="86">
        {wholePercent(start)}
      </text>
      <text className="target-name" x={at(target)} y="14" textAnchor={x(target) > 78 ? 'end' : 'middle'}>
        {name}
      </text>
      <text x="100%" y="86" textAnchor="end">
        {wholePercent(1)}
      </text>
    </svg>
  );
}
