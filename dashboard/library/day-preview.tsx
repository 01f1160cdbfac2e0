import { useState, type ReactElement } from 'react';
import type { PlaylistItem } from '#contract/content-pack.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { itemsDue } from '#domain/schedule.ts';
import { useWords } from '../i18n/words.ts';
import { Card } from '../ui/card.tsx';
import { minuteOf, momentOf, planDay, timeOf } from './day-plan.ts';

/** "What plays on Tuesday at 3 p.m.?", and the whole day around it; by the very rule of the kiosk. */
export function DayPreview({ items }: { readonly items: readonly PlaylistItem[] }): ReactElement {
  const { say, tongue, day: dayWords, weekday } = useWords();
  const [day, setDay] = useState(() => dayOf(Date.now()));
  const [time, setTime] = useState('15:00');
  const due = itemsDue(items, momentOf(day, minuteOf(time)));
  const names = (list: readonly PlaylistItem[]): string => (list.length === 0 ? say('libPlaysNothing') : list.map((item) => item.title[tongue]).join(' → '));
  return (
    <Card title={say('libPreview')}>
      <p className="hint">{say('libPreviewLead')}</p>
      <div className="form-row lib-when">
        <div className="field">
          <label htmlFor="lib-preview-day">{say('libPreviewDay')}</label>
          <input id="lib-preview-day" type="date" value={day} onChange={(event) => event.target.value !== '' && setDay(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor="lib-preview-time">{say('libPreviewAt')}</label>
          <input id="lib-preview-time" type="time" value={time} onChange={(event) => event.target.value !== '' && setTime(event.target.value)} />
        </div>
      </div>
      <p className="lib-now" aria-live="polite">
        <b>{say('libPlaysAt', { time, weekday: weekday(day), day: dayWords(day) })}:</b> {names(due)}
      </p>
      <table className="lines lib-day">
        <caption className="visually-hidden">{say('libPreview')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('libSpan')}</th>
            <th scope="col">{say('libSpanPlays')}</th>
          </tr>
        </thead>
        <tbody>
          {planDay(items, day).map((span) => (
            <tr key={span.from}>
              <th scope="row" className="nowrap">
                {span.from === 0 && span.until === 24 * 60 ? say('libWholeDay') : `${timeOf(span.from)}–${timeOf(span.until)}`}
              </th>
              <td>{names(span.items)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
