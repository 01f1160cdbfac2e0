import type { MouseEvent, ReactElement } from 'react';
import type { CalendarDay } from '#domain/calendar-day.ts';
import { useWords } from '../i18n/words.ts';
import type { WeekDay } from '../day/week-view.ts';

const TALLEST = 124;

type WeekChartProps = {
  readonly days: readonly WeekDay[];
  readonly selected: CalendarDay;
  readonly addressOf: (day: CalendarDay) => string;
  readonly onPick: (day: CalendarDay) => void;
};

/** Seven days as small bars; each is a link to its day, and its text says count and share. */
export function WeekChart({ days, selected, addressOf, onPick }: WeekChartProps): ReactElement {
  const { say, number, percent, wholePercent, shortDay, shortWeekday, weekday } = useWords();
  const most = Math.max(1, ...days.map((each) => each.taps));
  return (
    <ol className="week">
      {days.map(({ day, taps, raw }) => {
        const share = raw.kind === 'too-few' ? say('weekNoShare') : say('weekShare', { rate: percent(raw.rate) });
        const pick = (event: MouseEvent): void => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onPick(day);
        };
        return (
          <li key={day}>
            <a href={addressOf(day)} onClick={pick} aria-current={day === selected ? 'date' : undefined}>
              <span className="visually-hidden">{say('weekDay', { day: `${weekday(day)} ${shortDay(day)}`, count: number(taps), share })}</span>
              <span className="week-share" aria-hidden="true">
                {raw.kind === 'too-few' ? '–' : wholePercent(raw.rate)}
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
            </a>
          </li>
        );
      })}
    </ol>
  );
}
