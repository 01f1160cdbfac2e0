import type { ReactElement } from 'react';
import { useWords } from '../i18n/words.ts';
import type { HourBar } from '../day/day-view.ts';

const HEIGHT = 190;
const FLOOR = 160;
const TALLEST = 128;

/** Taps by hour: bars with their counts on top, and the same as a table for those who read or hear tables better. */
export function HourChart({ bars }: { readonly bars: readonly HourBar[] }): ReactElement {
  const { say, number } = useWords();
  const most = bars.reduce((best, bar) => (bar.taps > best.taps ? bar : best), bars[0] ?? { hour: 0, taps: 0 });
  const slot = 100 / Math.max(1, bars.length);
  return (
    <>
      <svg className="hours" role="img" width="100%" height={HEIGHT} aria-label={say('byHourLabel', { hour: String(most.hour), count: number(most.taps) })}>
        {bars.map((bar, index) => {
          const height = most.taps === 0 ? 0 : (bar.taps / most.taps) * TALLEST;
          const middle = `${slot * (index + 0.5)}%`;
          return (
            <g key={bar.hour}>
              {height > 0 ? <rect className="hour" x={`${slot * (index + 0.16)}%`} width={`${slot * 0.68}%`} y={FLOOR - height} height={height} /> : null}
              <text className={bar.taps === 0 ? 'zero' : 'figure'} x={middle} y={FLOOR - height - 7} textAnchor="middle">
                {number(bar.taps)}
              </text>
              <text x={middle} y={HEIGHT - 8} textAnchor="middle">
                {bar.hour}
              </text>
            </g>
          );
        })}
        <line className="floor" x1="0" x2="100%" y1={FLOOR} y2={FLOOR} />
      </svg>
      <details className="numbers">
        <summary>{say('showTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('hour')}</th>
              <th scope="col" className="right">
                {say('count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.hour}>
                <th scope="row">{say('hourName', { hour: String(bar.hour) })}</th>
                <td className="right">{number(bar.taps)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
