import type { MouseEvent, ReactElement } from 'react';
import type { CalendarDay } from '#domain/calendar-day.ts';
import { useWords } from '../i18n/words.ts';
import type { WeekDay } from '../day/week-view.ts';

type WeekChartProps = {
  readonly days: readonly WeekDay[];
  readonly selected: CalendarDay;
  readonly addressOf: (day: CalendarDay) => string;
  readonly onPick: (day: CalendarDay) => void;
};

/** Seven days as small bars; each is a link to its day, and its text says count and share. */
export function WeekChart({ days, selected, addressOf, onPick }: WeekChartProps): ReactElement {
  const { say, number, percent, shortDay, shortWeekday, weekday } = useWords();
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
            <a href={addressOf(day)} onClick={pick} aria-current={day === selected ? 'date' : undefined} aria-label={say('weekDay', { day: `${weekday(day)} ${shortDay(day)}`, count: number(taps), share })}>
              <span className="week-share">{raw.kind === 'too-few' ? '–' : percent(raw.rate)}</span>
              <svg width="100%" height="64" aria-hidden="true">
                <rect className="track" x="20%" y="0" width="60%" height="64" />
                <rect className="hour" x="20%" y={64 - (taps / most) * 62} width="60%" height={(taps / most) * 62} />
              </svg>
              <span className="week-taps">{number(taps)}</span>
              <span className="week-day">
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
