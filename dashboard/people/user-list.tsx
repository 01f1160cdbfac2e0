import { useState, type ReactElement } from 'react';
import type { Account, LinkAnswer } from '#contract/people.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { useToast } from '../ui/toast.tsx';
import { roleWords } from './audit-sentence.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { moment } from './moment.ts';
import { SecretShown } from './secret-shown.tsx';
import { unitName } from './unit-options.ts';
import { UserDialog } from './user-dialog.tsx';

type Open = { readonly kind: 'none' } | { readonly kind: 'invite' } | { readonly kind: 'edit'; readonly account: Account } | { readonly kind: 'link'; readonly answer: LinkAnswer };

/** The users of one's unit and below. */
export function UserList({ client, user, units }: AreaProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const toast = useToast();
  const users = useAsked(client, 'users');
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const close = (): void => setOpen({ kind: 'none' });
  const linked = (answer: LinkAnswer): void => {
    users.again();
    if (answer.link === null) {
      toast(say('linkMailed', { email: answer.user.email ?? '' }));
      close();
    } else setOpen({ kind: 'link', answer });
  };
  const columns = userColumns(words, (account) => account.id === user.id, (unit) => unitName(unit, units, words), (account) => setOpen({ kind: 'edit', account }));
  return (
    <Card
      title={say('tabUsers')}
      tools={
        <button type="button" className="primary" onClick={() => setOpen({ kind: 'invite' })}>
          {say('inviteUser')}
        </button>
      }
    >
      <Asked asked={users}>
        {(value) => <DataTable label={say('tabUsers')} rows={value.users} rowKey={(account) => account.id} columns={columns} empty={<Empty icon="people" title={say('usersEmpty')} />} />}
      </Asked>
      {open.kind === 'invite' ? <InviteDialog client={client} user={user} units={units} onInvited={linked} onClose={close} /> : null}
      {open.kind === 'edit' ? <UserDialog client={client} user={user} units={units} account={open.account} onChanged={users.again} onLinked={linked} onClose={close} /> : null}
      {open.kind === 'link' ? (
        <Dialog title={say('linkTitle')} onClose={close}>
          <SecretShown lead={say('linkLead', { name: open.answer.user.name || (open.answer.user.email ?? ''), time: words.time(open.answer.expiresAt), day: words.day(dayOf(open.answer.expiresAt)) })} secret={`${location.origin}${open.answer.link ?? ''}`} />
        </Dialog>
      ) : null}
    </Card>
  );
}

function userColumns(words: ReturnType<typeof useWords>, isMe: (account: Account) => boolean, placeOf: (unit: string | null) => string, onEdit: (account: Account) => void): readonly Column<Account>[] {
  const { say } = words;
  const nameOf = (account: Account): string => account.name || (account.email ?? '–');
  return [
    {
      id: 'name',
      head: say('userName'),
      sortBy: nameOf,
      cell: (account) => (
        <span className="stack">
          <span>
            {nameOf(account)}
            {isMe(account) ? <span className="hint"> ({say('thatsYou')})</span> : null}
          </span>
          <span className="hint break">{account.email}</span>
        </span>
      ),
    },
    { id: 'role', head: say('userRole'), sortBy: (account) => ['viewer', 'editor', 'admin'].indexOf(account.role), cell: (account) => roleWords(account.role, words) },
    { id: 'unit', head: say('unit'), sortBy: (account) => placeOf(account.unit), cell: (account) => placeOf(account.unit) },
    { id: 'state', head: say('userState'), sortBy: (account) => account.state, cell: (account) => <AccountState account={account} /> },
    { id: 'seen', head: say('userLastSignIn'), sortBy: (account) => account.lastSignInAt, cell: (account) => <span className="nowrap">{moment(account.lastSignInAt, words)}</span> },
    {
      id: 'edit',
      head: say('change'),
      cell: (account) =>
        isMe(account) ? null : (
          <button type="button" className="secondary" onClick={() => onEdit(account)}>
            <Icon name="settings" className="icon" />
            {say('change')}
            <span className="visually-hidden"> {nameOf(account)}</span>
          </button>
        ),
    },
  ];
}

function AccountState({ account }: { readonly account: Account }): ReactElement {
  const { say } = useWords();
  switch (account.state) {
    case 'invited':
      return <StatusMark status="calm">{say('stateInvited')}</StatusMark>;
    case 'disabled':
      return <StatusMark status="off">{say('stateDisabled')}</StatusMark>;
    case 'active':
      return <StatusMark status="good">{account.hasOidc ? `${say('stateActive')}, ${say('byOidc')}` : say('stateActive')}</StatusMark>;
  }
}
