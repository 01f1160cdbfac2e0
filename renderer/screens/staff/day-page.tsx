import type { ReactElement } from 'react';
import type { KioskStatus, LocalDay } from '#contract/kiosk-channels.ts';
import { Face } from '../../art/face.tsx';
import { formatNumber, formatPercent, formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useSession } from '../../session/session-context.ts';
import { useReasonWords } from './use-reason-words.ts';
import { useTimeZone } from './use-time-zone.ts';
import { HourChart } from './hour-chart.tsx';
import { SatisfactionFigure } from './satisfaction-figure.tsx';
import { dayFigures, hourBars, missingTaps, reasonRows, scoreRows, type DayFigures } from './staff-figures.ts';

/** Today: how many, how satisfied, when, why, and whether the centre has all of it. */
export function DayPage({ day, status }: { readonly day: LocalDay; readonly status: KioskStatus | null }): ReactElement {
  const { t } = useWords();
  const figures = dayFigures(day);
  return (
    <>
      <Numbers day={day} figures={figures} />
      <Scores figures={figures} />
      <section data-block>
        <h2>{t('staff.byHour')}</h2>
        <HourChart bars={hourBars(day.hours)} />
      </section>
      <Reasons day={day} />
      <Sent day={day} status={status} />
    </>
  );
}

function Numbers({ day, figures }: { readonly day: LocalDay; readonly figures: DayFigures }): ReactElement {
  const { t, language } = useWords();
  return (
    <section className="staff-card staff-numbers" data-block>
      <div>
        <p className="staff-number">{formatNumber(figures.taps, language)}</p>
        <p className="staff-strong">{t('staff.taps', { count: figures.taps })}</p>
        <p>{t('staff.asked', { count: day.asked })}</p>
        <p>{t('staff.retracted', { count: day.retracted })}</p>
      </div>
      <SatisfactionFigure figures={figures} />
    </section>
  );
}

function Scores({ figures }: { readonly figures: DayFigures }): ReactElement {
  const { t, language } = useWords();
  const rows = scoreRows(figures.counts);
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <ul className="score-rows" aria-label={t('staff.byScore')}>
      {rows.map(({ score, count }) => (
        <li key={score} className="score-row" data-block>
          <Face score={score} className="score-face" />
          <span>{t(`face.${score}`)}</span>
          <span className="score-track" aria-hidden>
            <span className="score-bar" style={{ width: `${(count / most) * 100}%` }} data-empty={count === 0} />
          </span>
          <span className="score-count">
            <b>{formatNumber(count, language)}</b>
            {/* A share of fewer than ten taps would say more than is known (promise 6). */}
            {figures.satisfaction === null ? null : ` ${formatPercent(count / figures.taps, language)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Reasons({ day }: { readonly day: LocalDay }): ReactElement {
  const { t, language } = useWords();
  const words = useReasonWords();
  const rows = reasonRows(day);
  return (
    <section data-block>
      <h2>{t('staff.byReason')}</h2>
      {rows.length === 0 ? <p>{t('staff.noReasons')}</p> : null}
      <ul className="reason-rows">
        {rows.map(({ id, count }) => (
          <li key={id}>
            <b>{formatNumber(count, language)}</b> {words(id)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sent({ day, status }: { readonly day: LocalDay; readonly status: KioskStatus | null }): ReactElement {
  const { t, language } = useWords();
  const zone = useTimeZone();
  const hasCentre = useSession((state) => state.kiosk.boot?.servicePoint !== null);
  if (!hasCentre) {
    return (
      <p className="staff-card" data-block>
        {t('staff.alone')}
      </p>
    );
  }
  const figures = [
    { words: t('staff.made'), count: day.made },
    { words: t('staff.received'), count: day.sent },
    { words: t('staff.waiting'), count: day.waiting },
    { words: t('staff.missing'), count: missingTaps(day) },
  ];
  return (
    <section data-block>
      <dl className="staff-card staff-sent">
        {figures.map(({ words, count }) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{formatNumber(count, language)}</dd>
          </div>
        ))}
      </dl>
      {status === null ? null : (
        <p className="staff-foot">
          {t('staff.lastContact')}: {status.lastContactAt === null ? t('staff.never') : formatTime(status.lastContactAt, zone)}
        </p>
      )}
    </section>
  );
}
