import type { ReactElement } from 'react';
import type { WeekSummary } from '#contract/day.ts';
import type { CalendarDay } from '#domain/calendar-day.ts';
import { useWords } from '../i18n/words.ts';
import { Link } from '../shell/link.tsx';

const TALLEST = 124;

type WeekChartProps = {
  readonly days: WeekSummary['days'];
  readonly selected: CalendarDay;
  readonly addressOf: (day: CalendarDay) => string;
};

/** Seven days as small bars; each is a link to its day, and its text says count and share. */
export function WeekChart({ days, selected, addressOf }: WeekChartProps): ReactElement {
  const { say, number, percent, wholePercent, shortDay, shortWeekday, weekday } = useWords();
  const most = Math.max(1, ...days.map((each) => each.taps));
  return (
    <ol className="week">
      {days.map(({ day, taps, satisfied }) => {
        const share = satisfied === null ? say('weekNoShare') : say('weekShare', { rate: percent(satisfied.rate) });
        return (
          <li key={day}>
            <Link to={addressOf(day)} current={day === selected ? 'date' : undefined}>
              <span className="visually-hidden">{say('weekDay', { day: `${weekday(day)} ${shortDay(day)}`, count: number(taps), share })}</span>
              <span className="week-share" aria-hidden="true">
                {satisfied === null ? '–' : wholePercent(satisfied.rate)}
              </span>
              <svg width="100%" height={TALLEST} aria-hidden="true">
                <rect className="track" x="20%" y="0" width="60%" height={TALLEST} />
                <rect className="hour" x="20%" y={TALLEST - (taps / most) * (TALLEST - 2)} width="60%" height={(taps / most) * (TALLEST - 2)} />
              </svg>
              <span className="week-taps" aria-hidden="true">
                {number(taps)}
              </span>
              <span className="week-day" aria-hidden="true">
                {shortWeekday(day)}
                <br />
                {shortDay(day)}
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
