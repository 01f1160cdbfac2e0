import { useEffect, useState, type ReactElement } from 'react';
import type { AuditEntry } from '#contract/people.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { useAddress, withQuery } from '../shell/address.ts';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Empty } from '../ui/empty.tsx';
import { Field, SelectField, textOf } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { actorWords, auditSentence } from './audit-sentence.ts';
import { moment } from './moment.ts';
import { RawLook } from './raw-look.tsx';
import { unitName } from './unit-options.ts';
import './people.css';

const FILTERS = ['person', 'subject', 'from', 'to'] as const;

/** Who did what, when and from where: sentences, filters, a file, and the way to raw entries. */
export function AuditArea(props: AreaProps): ReactElement {
  const { client, points } = props;
  const { say } = useWords();
  const { query } = useAddress();
  const [looking, setLooking] = useState(false);
  const filter = Object.fromEntries(FILTERS.flatMap((key) => (query.get(key) ? [[key, query.get(key) ?? '']] : [])));
  return (
    <>
      <PageHead title={say('areaAudit')} lead={say('auditLead')}>
        <button type="button" className="secondary" onClick={() => setLooking(true)}>
          <Icon name="search" className="icon" />
          {say('rawTitle')}
        </button>
        <a className="secondary" href={client.addressOf('audit', { query: { ...filter, format: 'csv' } })} download>
          <Icon name="document" className="icon" />
          {say('auditCsv')}
        </a>
      </PageHead>
      <FilterCard {...props} />
      <LogCard key={JSON.stringify(filter)} {...props} filter={filter} />
      {looking ? <RawLook client={client} points={points} onClose={() => setLooking(false)} /> : null}
    </>
  );
}

function FilterCard({ client }: AreaProps): ReactElement {
  const { say } = useWords();
  const address = useAddress();
  const users = useAsked(client, 'users');
  const people = users.state.kind === 'ready' ? users.state.value.users.map((user) => ({ value: user.id, name: user.name || (user.email ?? user.id) })) : [];
  const value = (key: string): string => address.query.get(key) ?? '';
  return (
    <Card title={say('auditFilter')}>
      <form
        className="filters"
        key={address.query.toString() + people.length}
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          address.go(withQuery(address, Object.fromEntries(FILTERS.map((key) => [key, textOf(data, key).trim()]))));
        }}
      >
        <SelectField label={say('auditPerson')} name="person" optional defaultValue={value('person')} options={[{ value: '', name: say('auditEverybody') }, ...people, { value: 'command-line', name: say('commandLine') }]} />
        <Field label={say('auditSubject')} name="subject" type="text" optional maxLength={120} defaultValue={value('subject')} />
        <Field label={say('auditFrom')} name="from" type="date" optional defaultValue={value('from')} />
        <Field label={say('auditTo')} name="to" type="date" optional defaultValue={value('to')} />
        <div className="buttons">
          <button type="submit" className="primary">
            {say('auditFilter')}
          </button>
          <button type="button" className="secondary" onClick={() => address.go(address.path)}>
            {say('auditClear')}
          </button>
        </div>
      </form>
    </Card>
  );
}

type LogCardProps = AreaProps & { readonly filter: Readonly<Record<string, string>> };

function LogCard({ client, units, filter }: LogCardProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const [before, setBefore] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly AuditEntry[]>([]);
  const asked = useAsked(client, 'audit', { query: { ...filter, ...(before === null ? {} : { before }) } });
  const answer = asked.state.kind === 'ready' && !asked.state.turning ? asked.state.value : null;
  useEffect(() => {
    if (answer !== null) setEarlier((known) => [...known, ...answer.entries.filter((entry) => known.every((each) => each.no !== entry.no))].toSorted((a, b) => b.no - a.no));
  }, [answer]);
  const columns: readonly Column<AuditEntry>[] = [
    { id: 'when', head: say('auditWhen'), cell: (entry) => <span className="nowrap">{moment(entry.at, words)}</span> },
    {
      id: 'what',
      head: say('auditWhat'),
      cell: (entry) => (
        <span>
          <b>{actorWords(entry, words)}</b> {auditSentence(entry, words)}
        </span>
      ),
    },
    { id: 'unit', head: say('unit'), cell: (entry) => unitName(entry.unit, units, words) },
    { id: 'address', head: say('auditAddress'), cell: (entry) => entry.address ?? '–' },
    {
      id: 'detail',
      head: say('auditDetail'),
      cell: (entry) =>
        Object.keys(entry.detail).length === 0 ? null : (
          <details className="detail">
            <summary>
              {say('auditDetail')}
              <span className="visually-hidden"> {entry.no}</span>
            </summary>
            <code>{JSON.stringify(entry.detail)}</code>
          </details>
        ),
    },
  ];
  return (
    <Card title={say('auditTable')} className="audit">
      <Asked asked={asked}>
        {(page) => {
          const rows = earlier.length > 0 ? earlier : page.entries;
          return (
            <>
              <DataTable label={say('auditTable')} rows={rows} rowKey={(entry) => String(entry.no)} columns={columns} empty={<Empty icon="book" title={say('auditEmpty')} />} />
              {page.next === null ? null : (
                <button type="button" className="secondary more" onClick={() => setBefore(page.next)}>
                  {say('auditMore')}
                </button>
              )}
            </>
          );
        }}
      </Asked>
    </Card>
  );
}
