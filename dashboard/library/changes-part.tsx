import type { ReactElement } from 'react';
import type { ChangedFile, EditionDetail } from '#contract/library.ts';
import { useWords, type WordKey } from '../i18n/words.ts';
import { Card } from '../ui/card.tsx';
import { StatusMark, type Status } from '../ui/status-mark.tsx';
import { placeWords } from './problem-words.ts';

const CHANGE_WORDS: Readonly<Record<ChangedFile['change'], WordKey>> = { added: 'libAdded', removed: 'libRemoved', changed: 'libEdited' };
const CHANGE_MARKS: Readonly<Record<ChangedFile['change'], Status>> = { added: 'good', removed: 'bad', changed: 'calm' };

/** What differs from what is published, part by part: what a reviewer reads. */
export function ChangesPart({ detail }: { readonly detail: EditionDetail }): ReactElement {
  const { say } = useWords();
  return (
    <div className="lib-stack">
      {detail.against === null ? null : <p>{say('libAgainst', { version: detail.against.version })}</p>}
      {detail.changes.length === 0 ? <p>{say('libNoChanges')}</p> : null}
      {detail.changes.map((change) => (
        <Card key={change.path} title={change.path} tools={<StatusMark status={CHANGE_MARKS[change.change]}>{say(CHANGE_WORDS[change.change])}</StatusMark>}>
          {change.parts === null ? null : <Parts change={change} />}
        </Card>
      ))}
    </div>
  );
}

function Parts({ change }: { readonly change: ChangedFile }): ReactElement {
  const { say, tongue } = useWords();
  return (
    <dl className="lib-parts">
      {(change.parts ?? []).map((part) => (
        <div key={part.path}>
          <dt>{placeWords(part, tongue)}</dt>
          <dd>
            <span className="hint">{say('libBefore')}</span> <del>{shown(part.before)}</del>
          </dd>
          <dd>
            <span className="hint">{say('libAfter')}</span> <ins>{shown(part.after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}
