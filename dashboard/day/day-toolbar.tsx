import type { ReactElement } from 'react';
import { addDays } from '#domain/calendar-day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { csvLinks, type Scope } from './csv-links.ts';
import { useWords, type Tongue } from '../i18n/words.ts';
import { DayPicker } from './day-picker.tsx';
import type { ServicePoints } from '../areas.ts';

type DayToolbarProps = {
  readonly scope: Scope;
  readonly today: string;
  readonly points: ServicePoints;
  readonly onGo: (scope: Scope) => void;
};

/** Vietnamese writes "thứ Hai" inside a sentence; English keeps its capital. */
function lowerFirst(name: string, tongue: Tongue): string {
  return tongue === 'vi' ? name.charAt(0).toLocaleLowerCase('vi') + name.slice(1) : name;
}

/** The day in words, and the ways to another day, another service point, a file and paper. */
export function DayToolbar({ scope, today, points, onGo }: DayToolbarProps): ReactElement {
  const { say, day, weekday, tongue } = useWords();
  const name = scope.day === today ? `${say('today')}, ` : scope.day === addDays(today, -1) ? `${say('yesterday')}, ` : '';
  const point = points.find((each) => each.id === scope.servicePoint);
  const goDay = (to: string): void => onGo({ ...scope, day: to });
  return (
    <div className="toolbar">
      <div className="toolbar-title">
        <h1>
          {name}
          {name === '' ? weekday(scope.day) : lowerFirst(weekday(scope.day), tongue)} <span className="nowrap">{day(scope.day)}</span>
        </h1>
        <p className="print-only">{point?.name ?? say('allServicePoints')}</p>
      </div>
      <div className="tools">
        <div className="joined">
          <button type="button" className="secondary" onClick={() => goDay(addDays(scope.day, -1))}>
            <Icon name="back" className="icon" />
            <span className="visually-hidden">{say('dayBefore')}</span>
          </button>
          <DayPicker day={scope.day} today={today} onPick={goDay} />
          <button type="button" className="secondary" disabled={scope.day >= today} onClick={() => goDay(addDays(scope.day, 1))}>
            <Icon name="forward" className="icon" />
            <span className="visually-hidden">{say('dayAfter')}</span>
          </button>
        </div>
        {scope.day === today ? null : (
          <button type="button" className="secondary" onClick={() => goDay(today)}>
            {say('goToday')}
          </button>
        )}
        <select aria-label={say('servicePoint')} value={scope.servicePoint ?? ''} onChange={(event) => onGo({ ...scope, servicePoint: event.target.value === '' ? null : event.target.value })}>
          <option value="">{say('allServicePoints')}</option>
          {points.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
        <CsvMenu scope={scope} />
        <button type="button" className="secondary" onClick={() => window.print()}>
          <Icon name="printer" className="icon" />
          {say('print')}
        </button>
      </div>
    </div>
  );
}

function CsvMenu({ scope }: { readonly scope: Scope }): ReactElement {
  const { say } = useWords();
  return (
    <details
      className="menu"
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.open = false;
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
      }}
    >
      <summary className="secondary">
        <Icon name="down" className="icon" />
        {say('csv')}
      </summary>
      <ul>
        {csvLinks(scope).map((link) => (
          <li key={link.word}>
            <a href={link.href} download>
              {say(link.word)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
