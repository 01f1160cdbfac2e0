import type { ReactElement } from 'react';
import { Schedule } from '#contract/content-pack.ts';
import type { ChangedFile, EditionDetail } from '#contract/library.ts';
import { parserOf } from '#contract/parse.ts';
import { procedureName } from '../day/content-words.ts';
import { useWords, type Tongue, type WordKey, type Words } from '../i18n/words.ts';
import { Card } from '../ui/card.tsx';
import { StatusMark, type Status } from '../ui/status-mark.tsx';
import { textAt, valueAt } from './json-path.ts';
import { placeWords } from './problem-words.ts';
import { scheduleWords } from './schedule-words.ts';

const parseSchedule = parserOf(Schedule);

const CHANGE_WORDS: Readonly<Record<ChangedFile['change'], WordKey>> = { added: 'libAdded', removed: 'libRemoved', changed: 'libEdited' };
const CHANGE_MARKS: Readonly<Record<ChangedFile['change'], Status>> = { added: 'good', removed: 'bad', changed: 'calm' };

/** What differs from what is published, part by part: what a reviewer reads. */
export function ChangesPart({ detail }: { readonly detail: EditionDetail }): ReactElement {
  const { say, tongue } = useWords();
  return (
    <div className="lib-stack">
      {detail.against === null ? null : <p>{say('libAgainst', { version: detail.against.version })}</p>}
      {detail.changes.length === 0 ? <p>{say('libNoChanges')}</p> : null}
      {detail.changes.map((change) => (
        <Card key={change.path} title={titleOf(change.path, tongue)} tools={<StatusMark status={CHANGE_MARKS[change.change]}>{say(CHANGE_WORDS[change.change])}</StatusMark>}>
          {change.parts === null ? null : <Parts change={change} />}
        </Card>
      ))}
    </div>
  );
}

/** A guide by its name as citizens read it; other documents by what they are called in the pack. */
function titleOf(path: string, tongue: Tongue): string {
  const slug = /^guides\/(.+)\.json$/.exec(path)?.[1];
  return slug === undefined ? path : procedureName(slug, tongue);
}

function Parts({ change }: { readonly change: ChangedFile }): ReactElement {
  const words = useWords();
  const { say, tongue } = words;
  return (
    <dl className="lib-parts">
      {(change.parts ?? []).map((part) => (
        <div key={part.path}>
          <dt>{placeWords(part, tongue)}</dt>
          <dd>
            <span className="hint">{say('libBefore')}</span> <del>{shown(part.before, part.path, words)}</del>
          </dd>
          <dd>
            <span className="hint">{say('libAfter')}</span> <ins>{shown(part.after, part.path, words)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Words where there are some: a playlist's item by its title and schedule, everything else as it stands. */
function shown(value: unknown, path: string, words: Words): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return value;
  const schedule = parseSchedule(path.endsWith('.schedule') ? value : valueAt(value, 'schedule'));
  const when = schedule.ok ? scheduleWords(schedule.value, words) : null;
  if (path.endsWith('.schedule') && when !== null) return when;
  const title = textAt(value, `title.${words.tongue}`);
  return title === '' ? JSON.stringify(value, null, 1) : [title, ...(when === null ? [] : [when])].join(' · ');
}
