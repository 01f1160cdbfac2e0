import type { ReactElement } from 'react';
import type { LocalDay } from '#contract/kiosk-channels.ts';
import { formatDayShort, formatNumber, formatPercent } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { dayFigures, type DayFigures } from './staff-figures.ts';

/** Seven days in one table, the newest first; no day is ranked against another. */
export function WeekPage({ days }: { readonly days: readonly LocalDay[] }): ReactElement {
  const { t } = useWords();
  const rows = days.map(dayFigures).reverse();
  const most = Math.max(1, ...rows.map((row) => row.taps));
  return (
      <table className="week">
        <thead>
          <tr data-block>
            <th scope="col">{t('staff.dayColumn')}</th>
            <th scope="col">{t('staff.tapsColumn')}</th>
            <th scope="col">{t('staff.satisfiedColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <WeekRow key={row.day} row={row} most={most} />
          ))}
        </tbody>
      </table>
  );
}

function WeekRow({ row, most }: { readonly row: DayFigures; readonly most: number }): ReactElement {
  const { language } = useWords();
  return (
    <tr data-block>
      <th scope="row">{formatDayShort(row.day)}</th>
      <td>
        <span className="week-taps">
          <b>{formatNumber(row.taps, language)}</b>
          <span className="week-bar" style={{ width: `${(row.taps / most) * 60}%` }} data-empty={row.taps === 0} aria-hidden />
        </span>
      </td>
      <td>
        <WeekShare row={row} />
      </td>
    </tr>
  );
}

function WeekShare({ row }: { readonly row: DayFigures }): ReactElement {
  const { t, language } = useWords();
  if (row.satisfaction === null) return <span className="quiet-text">{t('staff.tooFew')}</span>;
  const { rate, low, high } = row.satisfaction;
  return (
    <>
      <b>{formatPercent(rate, language)}</b> ({row.hits}/{row.taps})
      <span className="week-interval">
        {formatPercent(low, language)}–{formatPercent(high, language)}
        {row.sample === 'few' ? `. ${t('staff.few')}` : ''}
      </span>
    </>
  );
}
