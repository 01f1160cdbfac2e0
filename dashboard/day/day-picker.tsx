import { useRef, type ReactElement } from 'react';
import { isCalendarDay, type CalendarDay } from '#domain/calendar-day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { useWords, type WordKey } from '../i18n/words.ts';

type DayPickerProps = { readonly day: CalendarDay; readonly today: CalendarDay; readonly onPick: (day: CalendarDay) => void; readonly word?: WordKey; /** What the button shows; the day itself when left out. */ readonly text?: string };

/**
 * A date input shows a date as the browser's language writes it, which may be 11/23/2026; the button
 * shows it as E114 wants and opens the browser's own calendar.
 */
export function DayPicker({ day, today, onPick, word = 'pickDay', text }: DayPickerProps): ReactElement {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const open = (): void => {
    // Only a browser without a calendar of its own lacks it; the field below is then typed into.
    if (typeof input.current?.showPicker === 'function') input.current.showPicker();
    else input.current?.focus();
  };
  return (
    <span className="day-picker">
      <button type="button" className="secondary" onClick={open}>
        <Icon name="calendar" className="icon" />
        <span className="visually-hidden">{words.say(word)}: </span>
        {text ?? words.day(day)}
      </button>
      <input ref={input} type="date" tabIndex={-1} aria-hidden="true" value={day} max={today} onChange={(event) => (isCalendarDay(event.target.value) ? onPick(event.target.value) : undefined)} />
    </span>
  );
}
