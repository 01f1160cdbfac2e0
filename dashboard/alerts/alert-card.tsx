import type { ReactElement } from 'react';
import type { Alert } from '#contract/day.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { useWords } from '../i18n/words.ts';
import { agoWords } from '../kiosks/kiosk-view.ts';
import { Link } from '../shell/link.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { alertFigures, KIND_ICONS, KIND_STEPS, KIND_WORDS } from './alert-words.ts';

type AlertCardProps = { readonly alert: Alert; readonly now: number; /** Null for those who may only look, and for what is over. */ readonly onAnswer: (() => void) | null };

/** One alert: what, where, since when, on which figures, what can be done, and who has taken it up. */
export function AlertCard({ alert, now, onAnswer }: AlertCardProps): ReactElement {
  const words = useWords();
  const { say, day, time } = words;
  const figures = alertFigures(alert, words);
  const at = (instant: number): string => `${time(instant)} ${day(dayOf(instant))}`;
  const open = alert.closedAt === null;
  const answer = say(alert.acknowledged === null ? 'alertTake' : 'alertNoteChange');
  return (
    <article className={open ? 'card alert' : 'card alert over'}>
      <Icon name={KIND_ICONS[alert.kind]} className="alert-icon" />
      <div className="alert-body">
        <h2>
          {say(KIND_WORDS[alert.kind])}
          {alert.field === null ? null : `: ${alert.field}`}
        </h2>
        <p>
          <Link to={`/day?point=${encodeURIComponent(alert.servicePoint)}`} className="detail-link">
            {alert.servicePointName}
          </Link>
          {alert.kiosk === null ? null : (
            <>
              {' · '}
              {alert.kiosk.name}
            </>
          )}
        </p>
        {figures === null ? null : <p className="strong">{figures}</p>}
        {open ? <p>{say(KIND_STEPS[alert.kind])}</p> : null}
        <p className="hint">
          {open ? say('alertSince', { ago: agoWords(alert.openedAt, now, words), at: at(alert.openedAt) }) : say('alertWas', { from: at(alert.openedAt), to: at(alert.closedAt ?? alert.openedAt) })}
        </p>
        {alert.acknowledged === null ? null : (
          <p className="alert-note">
            <StatusMark status="calm">{say('alertTaken', { by: alert.acknowledged.by, at: at(alert.acknowledged.at) })}</StatusMark>
            {alert.acknowledged.note === '' ? null : <span>“{alert.acknowledged.note}”</span>}
          </p>
        )}
      </div>
      {onAnswer === null ? null : (
        <button type="button" className="secondary" onClick={onAnswer} aria-label={`${answer}: ${alert.servicePointName}`}>
          {answer}
        </button>
      )}
    </article>
  );
}
