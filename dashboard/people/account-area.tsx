import type { ReactElement } from 'react';
import type { SessionRow } from '#contract/people.ts';
import { SHORTEST_PASSWORD } from '#contract/staff.ts';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Field, textOf } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Problem } from '../ui/problem.tsx';
import { useToast } from '../ui/toast.tsx';
import { agentName } from './agent-name.ts';
import { roleWords } from './audit-sentence.ts';
import { moment } from './moment.ts';
import { SubscriptionList } from './subscription-list.tsx';
import { unitName } from './unit-options.ts';
import { useForm } from './use-form.ts';
import './people.css';

/** One's own account: password, sessions, notices. */
export function AccountArea(props: AreaProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const { user, units } = props;
  return (
    <>
      <PageHead title={user.name === undefined || user.name === '' ? say('areaAccount') : user.name} lead={say('accountLead', { email: user.email ?? '–', role: roleWords(user.role, words), unit: unitName(user.unit, units, words) })} />
      <div className="grid">
        <PasswordCard {...props} />
        <SessionsCard {...props} />
        {user.email === null ? null : <SubscriptionList {...props} title={say('myNotices')} lead={say('noticesLead')} ownOnly />}
      </div>
    </>
  );
}

function PasswordCard({ client, user }: AreaProps): ReactElement {
  const { say, number } = useWords();
  const toast = useToast();
  const form = useForm(
    async (data, element) => {
      const answer = await client.ask('changePassword', { body: { present: textOf(data, 'present'), fresh: textOf(data, 'fresh') } });
      if (answer.ok) element.reset();
      return answer;
    },
    () => toast(say('passwordChanged')),
  );
  return (
    <Card title={say('changePassword')} span={5}>
      <form className="form" onSubmit={form.onSubmit}>
        <Problem failure={form.failure} />
        <input type="hidden" name="username" autoComplete="username" value={user.email ?? ''} readOnly />
        <Field label={say('presentPassword')} name="present" type="password" autoComplete="current-password" maxLength={256} />
        <Field label={say('newPassword')} name="fresh" type="password" autoComplete="new-password" minLength={SHORTEST_PASSWORD} maxLength={256} hint={say('newPasswordHint', { count: number(SHORTEST_PASSWORD) })} />
        <button type="submit" className="primary" aria-disabled={form.busy}>
          {say('changePassword')}
        </button>
      </form>
    </Card>
  );
}

function SessionsCard({ client }: AreaProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const toast = useToast();
  const sessions = useAsked(client, 'sessions');
  const end = async (id: string, told: string): Promise<void> => {
    const answer = await client.ask('endSession', { params: { id } });
    if (answer.ok) toast(told);
    sessions.again();
  };
  const columns: readonly Column<SessionRow>[] = [
    {
      id: 'agent',
      head: say('sessionAgent'),
      cell: (row) => (
        <span>
          {agentName(row.agent)}
          {row.current ? <span className="hint"> ({say('sessionHere')})</span> : null}
        </span>
      ),
    },
    { id: 'from', head: say('sessionFrom'), cell: (row) => row.address || '–' },
    { id: 'since', head: say('sessionSince'), cell: (row) => moment(row.startedAt, words) },
    { id: 'seen', head: say('sessionSeen'), cell: (row) => moment(row.lastSeenAt, words) },
    {
      id: 'end',
      head: say('endSession'),
      cell: (row) =>
        row.current ? null : (
          <button type="button" className="secondary" onClick={() => void end(row.id, say('sessionEnded'))}>
            {say('endSession')}
            <span className="visually-hidden"> {agentName(row.agent)}</span>
          </button>
        ),
    },
  ];
  return (
    <Card title={say('mySessions')} span={7}>
      <p className="hint">{say('sessionRule')}</p>
      <Asked asked={sessions}>
        {({ sessions: rows }) => (
          <>
            <DataTable label={say('mySessions')} rows={rows} rowKey={(row) => row.id} columns={columns} empty={null} />
            {rows.length > 1 ? (
              <button type="button" className="secondary more" onClick={() => void end('others', say('sessionsEnded'))}>
                {say('endOthers')}
              </button>
            ) : null}
          </>
        )}
      </Asked>
    </Card>
  );
}
