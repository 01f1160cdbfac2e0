import type { ReactElement } from 'react';
import { reasonName } from '../day/content-words.ts';
import { useWords } from '../i18n/words.ts';
import { Card } from '../ui/card.tsx';
import { bucketShort, bucketWords } from './bucket-words.ts';
import { reasonSeries, type ReasonPart } from './span-view.ts';

const TALL = 34;

/** Reasons over time: every cell is a count with its bar, all on one scale. */
export function ReasonSeriesCard({ parts }: { readonly parts: readonly ReasonPart[] }): ReactElement {
  const words = useWords();
  const { say, number, tongue } = words;
  const buckets = parts.map((part) => part.bucket);
  const reasons = reasonSeries(parts);
  const most = Math.max(1, ...reasons.flatMap((reason) => reason.counts));
  return (
    <Card title={say('reasonsOverTime')} className="reason-series-card">
      {reasons.length === 0 ? (
        <p>{say('reasonsNone')}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={say('tableOf', { name: say('reasonsOverTime') })}>
          <table className="reason-series">
            <thead>
              <tr>
                <th scope="col">{say('reason')}</th>
                {buckets.map((bucket) => (
                  <th scope="col" key={bucket.from}>
                    <span aria-hidden="true">{bucketShort(bucket, words)}</span>
                    <span className="visually-hidden">{bucketWords(bucket, words)}</span>
                  </th>
                ))}
                <th scope="col" className="right">
                  {say('total')}
                </th>
              </tr>
            </thead>
            <tbody>
              {reasons.map(({ reason, counts, total }) => (
                <tr key={reason}>
                  <th scope="row">{reasonName(reason, tongue)}</th>
                  {counts.map((count, at) => (
                    <td key={buckets[at]?.from ?? at}>
                      <svg width="22" height={TALL} aria-hidden="true">
                        {count > 0 ? <rect className="reason" x="2" width="18" y={TALL - (count / most) * (TALL - 2) - 1} height={(count / most) * (TALL - 2)} /> : null}
                        <line className="floor" x1="0" x2="22" y1={TALL - 1} y2={TALL - 1} />
                      </svg>
                      <span>{number(count)}</span>
                    </td>
                  ))}
                  <td className="right strong">{number(total)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="hint">{say('reasonsNote')}</p>
    </Card>
  );
}
