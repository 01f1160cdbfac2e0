import type { ReactElement } from 'react';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { HourBar } from './staff-figures.ts';

const WIDTH = 1000;
const HEIGHT = 210;
const BASE = 160;
const TALLEST = 112;

/** Taps by hour as bars; the same figures stand in a table for those who do not see them. */
export function HourChart({ bars }: { readonly bars: readonly HourBar[] }): ReactElement {
  const { t } = useWords();
  return (
    <figure className="hour-chart">
      <HourBars bars={bars} />
      <table className="visually-hidden">
        <caption>{t('staff.byHour')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('staff.hourColumn')}</th>
            <th scope="col">{t('staff.tapsColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ hour, taps }) => (
            <tr key={hour}>
              <th scope="row">{t('staff.hour', { hour })}</th>
              <td>{taps}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function HourBars({ bars }: { readonly bars: readonly HourBar[] }): ReactElement {
  const { language } = useWords();
  const most = Math.max(1, ...bars.map((bar) => bar.taps));
  const place = WIDTH / bars.length;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden className="hour-bars">
      {bars.map(({ hour, taps }, index) => {
        const height = (taps / most) * TALLEST;
        const middle = place * (index + 0.5);
        return (
          <g key={hour}>
            {taps === 0 ? null : <rect x={middle - place * 0.36} y={BASE - height} width={place * 0.72} height={height} className="hour-bar" />}
            <text x={middle} y={BASE - height - 12} className="hour-taps">
              {formatNumber(taps, language)}
            </text>
            <text x={middle} y={BASE + 40} className="hour-name">
              {hour}
            </text>
          </g>
        );
      })}
      <path d={`M0 ${BASE}H${WIDTH}`} className="hour-base" />
    </svg>
  );
}
