import type { ReactElement } from 'react';
import { sharedAxisStart } from '../charts/row-band.tsx';
import { scopeAddress } from '../day/scope.ts';
import { verdictOf } from '../day/share-view.ts';
import { useWords } from '../i18n/words.ts';
import { Link } from '../shell/link.tsx';
import { Card } from '../ui/card.tsx';
import { bucketShort, bucketWords } from './bucket-words.ts';
import type { SpanData } from './load-span.ts';
import { bucketsOf, seriesOf, type SeriesBreak, type SeriesPoint } from './span-view.ts';

const TOP = 24;
const SHARES = 190;
const FLOOR = 300;
const TALLEST = 56;

/** More than these do not fit beside each other on a phone. */
const MOST = 45;
/** Labels under the chart, at most. */
const LABELS = 12;

/** Satisfaction over the span with its intervals, the target as it was on each day, and how many taps each rests on. */
export function SeriesCard({ data, today }: { readonly data: SpanData; readonly today: string }): ReactElement {
  const { say } = useWords();
  const { points, breaks } = seriesOf(data.rows, bucketsOf(data.scope.span, MOST), data.targets);
  const kind = points[0]?.bucket.kind ?? 'day';
  return (
    <Card title={say(kind === 'day' ? 'seriesDay' : kind === 'week' ? 'seriesWeek' : 'seriesMonth')} className="series-card">
      <Legend />
      <Drawing points={points} breaks={breaks} />
      {breaks.length === 0 ? null : <p className="hint">{say('seriesBreakNote')}</p>}
      <SeriesTable points={points} data={data} today={today} />
    </Card>
  );
}

function Legend(): ReactElement {
  const { say } = useWords();
  return (
    <ul className="legend" aria-hidden="true">
      <li>
        <svg width="26" height="22">
          <rect className="interval" x="8" y="2" width="10" height="18" />
          <rect className="point" x="6" y="9" width="14" height="4" />
        </svg>
        {say('legendShare')}
      </li>
      <li>
        <svg width="26" height="22">
          <rect className="interval few" x="8" y="2" width="10" height="18" />
        </svg>
        {say('legendFew')}
      </li>
      <li>
        <svg width="26" height="22">
          <line className="target" x1="0" x2="26" y1="11" y2="11" />
        </svg>
        {say('legendTarget')}
      </li>
      <li>
        <svg width="26" height="22">
          <rect className="hour" x="7" y="6" width="12" height="15" />
        </svg>
        {say('legendTaps')}
      </li>
    </ul>
  );
}

function Drawing({ points, breaks }: { readonly points: readonly SeriesPoint[]; readonly breaks: readonly SeriesBreak[] }): ReactElement {
  const words = useWords();
  const { say, number, wholePercent, shortDay } = words;
  // Days with little data would push the axis down; their boxes are cut at its foot instead.
  const start = sharedAxisStart(points.map((point) => point.share).filter((share) => share.kind === 'enough'), points.map((point) => point.target), 0.8);
  const most = Math.max(1, ...points.map((point) => point.taps));
  const slot = 100 / Math.max(1, points.length);
  const every = Math.max(1, Math.ceil(points.length / LABELS));
  const y = (share: number): number => TOP + (1 - Math.max(0, share - start) / (1 - start)) * (SHARES - TOP);
  const lines = [1, (1 + start) / 2, start];
  return (
    <div className="drawing">
      <svg className="axis-names" width="46" height={FLOOR + 26} aria-hidden="true">
        {lines.map((share) => (
          <text key={share} x="40" y={y(share) + 5} textAnchor="end">
            {wholePercent(share)}
          </text>
        ))}
        <text x="40" y={FLOOR - TALLEST + 4} textAnchor="end">
          {number(most)}
        </text>
      </svg>
      <svg className="series" role="img" width="100%" height={FLOOR + 26} aria-label={say('seriesLabel', { count: number(points.length) })}>
        {lines.map((share) => (
          <line key={share} className="grid-line" x1="0" x2="100%" y1={y(share)} y2={y(share)} />
        ))}
        {points.map((point, at) => (
          <Mark key={point.bucket.from} point={point} left={slot * at} slot={slot} y={y} tall={(point.taps / most) * TALLEST} name={at % every === 0 ? bucketShort(point.bucket, words) : null} isOdd={(at / every) % 2 === 1} />
        ))}
        {breaks.map((each) => (
          <g key={each.day}>
            <line className="break" x1={`${slot * each.at}%`} x2={`${slot * each.at}%`} y1={TOP - 8} y2={FLOOR} />
            <text className="break-name" x={`${slot * each.at}%`} y={TOP - 11} textAnchor={slot * each.at > 80 ? 'end' : 'start'}>
              {say('seriesBreak', { day: shortDay(each.day), target: wholePercent(each.target) })}
            </text>
          </g>
        ))}
        <line className="floor" x1="0" x2="100%" y1={FLOOR} y2={FLOOR} />
      </svg>
    </div>
  );
}

type MarkProps = { readonly point: SeriesPoint; readonly left: number; readonly slot: number; readonly y: (share: number) => number; readonly tall: number; readonly name: string | null; /** Left out where the screen is narrow. */ readonly isOdd: boolean };

function Mark({ point, left, slot, y, tall, name, isOdd }: MarkProps): ReactElement {
  const { share, target } = point;
  const at = (part: number): string => `${left + slot * part}%`;
  return (
    <g>
      {share.kind === 'too-few' ? null : (
        <>
          <rect className={share.kind === 'few' ? 'interval few' : 'interval'} x={at(0.28)} width={`${slot * 0.44}%`} y={y(share.high)} height={Math.max(3, y(share.low) - y(share.high))} />
          <rect className="point" x={at(0.14)} width={`${slot * 0.72}%`} y={y(share.rate) - 2} height="4" />
        </>
      )}
      <line className="target" x1={at(0)} x2={at(1)} y1={y(target)} y2={y(target)} />
      {tall > 0 ? <rect className="hour" x={at(0.2)} width={`${slot * 0.6}%`} y={FLOOR - tall} height={tall} /> : null}
      {name === null ? null : (
        <text className={isOdd ? 'label-odd' : undefined} x={at(0.5)} y={FLOOR + 20} textAnchor="middle">
          {name}
        </text>
      )}
    </g>
  );
}

const VERDICTS = { above: 'fieldAbove', below: 'fieldBelow', open: 'fieldOpen' } as const;

function SeriesTable({ points, data, today }: { readonly points: readonly SeriesPoint[]; readonly data: SpanData; readonly today: string }): ReactElement {
  const words = useWords();
  const { say, number, percent, wholePercent } = words;
  return (
    <details className="numbers wide">
      <summary>{say('showTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('seriesWhen')}</th>
            <th scope="col" className="right">{say('count')}</th>
            <th scope="col" className="right">{say('satisfaction')}</th>
            <th scope="col">{say('seriesInterval')}</th>
            <th scope="col" className="right">{say('targetHead')}</th>
            <th scope="col">{say('verdictHead')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ bucket, taps, share, target }) => {
            const verdict = verdictOf(share, target);
            return (
              <tr key={bucket.from}>
                <th scope="row">
                  <Link to={scopeAddress('/day', { ...data.scope, span: bucket.kind === 'day' ? { kind: 'day', from: bucket.from, to: bucket.to } : { kind: 'range', from: bucket.from, to: bucket.to } }, today)}>{bucketWords(bucket, words)}</Link>
                </th>
                <td className="right">{number(taps)}</td>
                <td className="right">{share.kind === 'too-few' ? say('tooFew') : percent(share.rate)}</td>
                <td>{share.kind === 'too-few' ? '–' : `${percent(share.low)}–${percent(share.high)}`}</td>
                <td className="right">{wholePercent(target)}</td>
                <td>{verdict === null ? '–' : say(VERDICTS[verdict])}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
