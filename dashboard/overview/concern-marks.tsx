import type { ReactElement } from 'react';
import { assertNever } from '#domain/assert-never.ts';
import { useWords, type Words } from '../i18n/words.ts';
import { StatusMark, type Status } from '../ui/status-mark.tsx';
import type { Concern } from './overview-view.ts';

const STATUS: Readonly<Record<Concern['kind'], Status>> = { alerts: 'bad', below: 'bad', silent: 'attention', waiting: 'calm', flagged: 'attention' };

function wordsOf(concern: Concern, { say, number }: Words): string {
  switch (concern.kind) {
    case 'alerts':
      return say('concernAlerts', { count: number(concern.count) });
    case 'below':
      return say('concernBelow');
    case 'silent':
      return say('concernSilent', { count: number(concern.count) });
    case 'waiting':
      return say('concernWaiting', { count: number(concern.count) });
    case 'flagged':
      return say('concernFlagged');
    default:
      return assertNever(concern, 'a concern without words');
  }
}

/** What needs somebody, most urgent first; a calm place says so. */
export function ConcernMarks({ concerns }: { readonly concerns: readonly Concern[] }): ReactElement {
  const words = useWords();
  if (concerns.length === 0) return <StatusMark status="off">{words.say('concernNone')}</StatusMark>;
  return (
    <ul className="concerns">
      {concerns.map((concern) => (
        <li key={concern.kind}>
          <StatusMark status={STATUS[concern.kind]}>{wordsOf(concern, words)}</StatusMark>
        </li>
      ))}
    </ul>
  );
}
