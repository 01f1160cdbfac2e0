import { useState, type ReactElement } from 'react';
import type { ReadToken } from '#contract/people.ts';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Field, SelectField, textOf } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { useToast } from '../ui/toast.tsx';
import { moment } from './moment.ts';
import { SecretShown } from './secret-shown.tsx';
import { unitName, unitOf, unitOptions } from './unit-options.ts';
import { useForm } from './use-form.ts';

type Open = { readonly kind: 'none' } | { readonly kind: 'add' } | { readonly kind: 'shown'; readonly name: string; readonly secret: string } | { readonly kind: 'revoke'; readonly token: ReadToken };

/** Keys with which other systems read figures. */
export function TokenList(props: AreaProps): ReactElement {
  const { client, units } = props;
  const words = useWords();
  const { say } = words;
  const toast = useToast();
  const tokens = useAsked(client, 'readTokens');
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const close = (): void => setOpen({ kind: 'none' });
  const at = tokens.state.kind === 'ready' ? tokens.state.at : 0;
  const columns = tokenColumns(words, units, at, (token) => setOpen({ kind: 'revoke', token }));
  return (
    <Card
      title={say('tabTokens')}
      tools={
        <>
          <a className="secondary" href="/api/docs">
            {say('apiDocs')}
          </a>
          <button type="button" className="primary" onClick={() => setOpen({ kind: 'add' })}>
            {say('addToken')}
          </button>
        </>
      }
    >
      <p className="hint">{say('tokensLead')}</p>
      <Asked asked={tokens}>{(value) => <DataTable label={say('tabTokens')} rows={value.tokens} rowKey={(token) => token.id} columns={columns} empty={<Empty icon="document" title={say('tokensEmpty')} />} />}</Asked>
      {open.kind === 'add' ? (
        <AddToken
          {...props}
          onClose={close}
          onAdded={(name, secret) => {
            tokens.again();
            setOpen({ kind: 'shown', name, secret });
          }}
        />
      ) : null}
      {open.kind === 'shown' ? (
        <Dialog title={say('shownOnce')} onClose={close}>
          <SecretShown lead={say('tokenShown', { name: open.name })} secret={open.secret} />
        </Dialog>
      ) : null}
      {open.kind === 'revoke' ? (
        <Confirm
          title={say('tokenRevokeQuestion', { name: open.token.name })}
          action={say('tokenRevoke')}
          onConfirm={() => client.ask('revokeReadToken', { params: { id: open.token.id } })}
          onDone={() => {
            toast(say('tokenRevokedNamed', { name: open.token.name }));
            tokens.again();
            close();
          }}
          onClose={close}
        >
          {say('tokenRevokeLead')}
        </Confirm>
      ) : null}
    </Card>
  );
}

function tokenColumns(words: ReturnType<typeof useWords>, units: AreaProps['units'], now: number, onRevoke: (token: ReadToken) => void): readonly Column<ReadToken>[] {
  const { say } = words;
  return [
    { id: 'name', head: say('tokenName'), sortBy: (token) => token.name, cell: (token) => token.name },
    { id: 'unit', head: say('unit'), cell: (token) => unitName(token.unit, units, words) },
    { id: 'made', head: say('tokenCreated'), sortBy: (token) => token.createdAt, cell: (token) => words.day(dayOf(token.createdAt)) },
    { id: 'used', head: say('tokenLastUsed'), sortBy: (token) => token.lastUsedAt, cell: (token) => moment(token.lastUsedAt, words) },
    { id: 'ends', head: say('tokenEnds'), sortBy: (token) => token.expiresAt, cell: (token) => (token.expiresAt === null ? say('tokenNoEnd') : words.day(dayOf(token.expiresAt))) },
    { id: 'state', head: say('userState'), cell: (token) => <TokenState token={token} now={now} /> },
    {
      id: 'revoke',
      head: say('tokenRevoke'),
      cell: (token) =>
        token.revokedAt === null ? (
          <button type="button" className="secondary" onClick={() => onRevoke(token)}>
            {say('tokenRevoke')}
            <span className="visually-hidden"> {token.name}</span>
          </button>
        ) : null,
    },
  ];
}

function AddToken({ client, user, units, onAdded, onClose }: AreaProps & { readonly onAdded: (name: string, secret: string) => void; readonly onClose: () => void }): ReactElement {
  const words = useWords();
  const { say } = words;
  const form = useForm(
    (data) => {
      const day = textOf(data, 'ends');
      // The chosen day is the last one: by the clock of Viet Nam.
      const expiresAt = day === '' ? null : Date.parse(`${day}T23:59:59+07:00`);
      return client.ask('addReadToken', { body: { name: textOf(data, 'name').trim(), unit: unitOf(data), expiresAt } });
    },
    (answer) => onAdded(answer.token.name, answer.secret),
  );
  return (
    <Dialog title={say('addToken')} onClose={onClose}>
      <form className="form" onSubmit={form.onSubmit}>
        <Problem failure={form.failure} />
        <Field label={say('tokenName')} name="name" type="text" maxLength={120} />
        <SelectField label={say('unit')} name="unit" options={unitOptions(units, user, words)} />
        <Field label={say('tokenExpires')} name="ends" type="date" optional />
        <button type="submit" className="primary" aria-disabled={form.busy}>
          {say('addToken')}
        </button>
      </form>
    </Dialog>
  );
}

function TokenState({ token, now }: { readonly token: ReadToken; readonly now: number }): ReactElement {
  const { say } = useWords();
  if (token.revokedAt !== null) return <StatusMark status="off">{say('tokenRevoked')}</StatusMark>;
  if (token.expiresAt !== null && token.expiresAt <= now) return <StatusMark status="attention">{say('tokenOver')}</StatusMark>;
  return <StatusMark status="good">{say('tokenWorks')}</StatusMark>;
}
