import { useState, type ReactElement } from 'react';
import type { Edition } from '#contract/library.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useWords, type Words } from '../i18n/words.ts';
import { useAddress } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Empty } from '../ui/empty.tsx';
import { Field, textOf } from '../ui/field.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { useToast } from '../ui/toast.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { isAuthor, ringWords, stamp, STATE_MARKS, STATE_WORDS } from './library-view.ts';

/** What waits for somebody first, then everything there is. */
export function EditionsTab({ client, user, units }: AreaProps): ReactElement {
  const { say } = useWords();
  const asked = useAsked(client, 'editions', { refreshMs: 60_000 });
  const [beginning, setBeginning] = useState(false);
  const { go } = useAddress();
  const toast = useToast();
  return (
    <Asked asked={asked}>
      {({ editions }) => (
        <div className="grid">
          <Card title={say('libQueue')} span={12}>
            <Queue editions={editions.filter((edition) => edition.state === 'review')} user={user} />
          </Card>
          <Card
            title={say('libAllEditions')}
            span={12}
            tools={
              user.role === 'viewer' ? null : (
                <button type="button" className="secondary" onClick={() => setBeginning(true)}>
                  <Icon name="plus" className="icon" />
                  {say('libBegin')}
                </button>
              )
            }
          >
            <EditionTable editions={editions} units={units} />
          </Card>
          {beginning ? (
            <FormDialog
              title={say('libBegin')}
              action={say('libBegin')}
              onClose={() => setBeginning(false)}
              onSend={(data) => client.ask('beginEdition', { body: { title: textOf(data, 'title').trim() } })}
              onDone={(edition) => {
                toast(say('libBegun', { version: edition.version }));
                go(`/library/${edition.id}`);
              }}
            >
              <p>{say('libBeginLead')}</p>
              <Field label={say('libEditionTitle')} name="title" type="text" maxLength={120} hint={say('libEditionTitleHint')} />
            </FormDialog>
          ) : null}
        </div>
      )}
    </Asked>
  );
}

function Queue({ editions, user }: { readonly editions: readonly Edition[]; readonly user: AreaProps['user'] }): ReactElement {
  const words = useWords();
  const { say } = words;
  if (editions.length === 0) return <p>{say('libQueueNone')}</p>;
  return (
    <ul className="lib-queue">
      {editions.map((edition) => (
        <li key={edition.id}>
          <Link to={`/library/${edition.id}?part=changes`} className="strong">
            {edition.version} · {edition.title}
          </Link>
          <span className="hint">
            {stamp(edition.changedAt, words)}
            {isAuthor(edition, user) ? ` · ${say('libQueueYours')}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

function EditionTable({ editions, units }: { readonly editions: readonly Edition[]; readonly units: AreaProps['units'] }): ReactElement {
  const words = useWords();
  return <DataTable label={words.say('libAllEditions')} rows={editions} rowKey={(edition) => edition.id} columns={editionColumns(units, words)} className="lib-editions" empty={<Empty icon="document" title={words.say('nothingYet')} />} />;
}

function editionColumns(units: AreaProps['units'], words: Words): readonly Column<Edition>[] {
  const { say } = words;
  return [
    {
      id: 'version',
      head: say('libVersion'),
      cell: (edition) => (
        <>
          <Link to={`/library/${edition.id}`}>{edition.version}</Link>
          <span className="hint">{edition.title}</span>
        </>
      ),
    },
    { id: 'state', head: say('libState'), cell: (edition) => <StatusMark status={STATE_MARKS[edition.state]}>{say(STATE_WORDS[edition.state])}</StatusMark> },
    { id: 'rings', head: say('libWhere'), cell: (edition) => (edition.rings.length === 0 ? <span className="hint">{say('libNowhere')}</span> : edition.rings.map((ring) => ringWords(ring, units, () => undefined, words)).join(', ')) },
    { id: 'changed', head: say('libChanged'), cell: (edition) => <span className="nowrap">{stamp(edition.changedAt, words)}</span>, sortBy: (edition) => edition.changedAt },
  ];
}
