import { useRef, useState, type ReactElement } from 'react';
import type { OpeningHours } from '#domain/opening-hours.ts';
import { useWords, type Words } from '../i18n/words.ts';
import { textOf } from '../ui/field.tsx';
import { hoursText, parseHoursText } from './hours-text.ts';

/** A week that begins on a Monday, for the days' names. */
const WEEK = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'] as const;
const WORKDAYS = WEEK.slice(1, 5);

/** The hours of the form, null where nobody says them; or the day whose text cannot be read. */
export function readHoursField(data: FormData, { weekday }: Words): { readonly ok: true; readonly hours: OpeningHours | null } | { readonly ok: false; readonly day: string } {
  if (data.get('hours-said') === null) return { ok: true, hours: null };
  const days = WEEK.map((day) => ({ day, spans: parseHoursText(textOf(data, `hours-${day}`)) }));
  const wrong = days.find(({ spans }) => spans === null);
  return wrong === undefined ? { ok: true, hours: days.map(({ spans }) => spans ?? []) } : { ok: false, day: weekday(wrong.day) };
}

/** Opening hours, a line a weekday. */
export function HoursField({ hours, wrongDay }: { readonly hours: OpeningHours | null; readonly wrongDay: string | null }): ReactElement {
  const { say, weekday } = useWords();
  const [isSaid, setSaid] = useState(hours !== null);
  const place = useRef<HTMLFieldSetElement>(null);
  const inputOf = (day: string): HTMLInputElement | null => place.current?.querySelector<HTMLInputElement>(`[name="hours-${day}"]`) ?? null;
  const copyMonday = (): void => {
    const monday = inputOf(WEEK[0])?.value ?? '';
    for (const day of WORKDAYS) {
      const input = inputOf(day);
      if (input !== null) input.value = monday;
    }
  };
  return (
    <fieldset className="hours" ref={place}>
      <legend>{say('pointHours')}</legend>
      <label className="check-line">
        <input type="checkbox" name="hours-said" checked={isSaid} onChange={(event) => setSaid(event.target.checked)} />
        {say('pointHoursKnown')}
      </label>
      {isSaid ? (
        <>
          <p className="hint" id="hours-hint">
            {say('pointHoursHint')}
          </p>
          {wrongDay === null ? null : (
            <p className="problem" role="alert">
              {say('pointHoursWrong', { day: wrongDay })}
            </p>
          )}
          <div className="week-hours">
            {WEEK.map((day, index) => (
              <div key={day} className="field">
                <label htmlFor={`hours-${day}`}>{weekday(day)}</label>
                <input id={`hours-${day}`} name={`hours-${day}`} type="text" autoComplete="off" maxLength={80} aria-describedby="hours-hint" defaultValue={hoursText(hours?.[index] ?? [])} />
              </div>
            ))}
          </div>
          <button type="button" className="secondary" onClick={copyMonday}>
            {say('pointHoursCopy')}
          </button>
        </>
      ) : (
        <p className="hint">{say('pointHoursUnknown')}</p>
      )}
    </fieldset>
  );
}
