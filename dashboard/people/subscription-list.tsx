import { useState, type ReactElement } from 'react';
import type { Subscription } from '#contract/people.ts';
import { failureWords } from '../api/failure-words.ts';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { useToast } from '../ui/toast.tsx';
import { AddSubscription } from './add-subscription.tsx';
import { moment } from './moment.ts';
import { KIND_WORDS } from './notice-words.ts';
import { SecretShown } from './secret-shown.tsx';
import { unitName } from './unit-options.ts';

type Open = { readonly kind: 'none' } | { readonly kind: 'add' } | { readonly kind: 'secret'; readonly target: string; readonly secret: string } | { readonly kind: 'remove'; readonly row: Subscription };
type SubscriptionListProps = AreaProps & { readonly title: string; readonly lead: string; /** One's own address only, as on the account page. */ readonly ownOnly: boolean };

/** Who is told what, whether it arrives, and a test. */
export function SubscriptionList({ title, lead, ownOnly, ...props }: SubscriptionListProps): ReactElement {
  const { client, user } = props;
  const words = useWords();
  const { say } = words;
  const toast = useToast();
  const asked = useAsked(client, 'subscriptions');
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const test = async (row: Subscription): Promise<void> => {
    const answer = await client.ask('testSubscription', { params: { id: row.id } });
    if (!answer.ok) toast(say('testFailed', { problem: failureWords(answer.failure, words) }));
    else toast(answer.value.sent ? say('testSent', { target: row.target }) : say('testFailed', { problem: answer.value.problem ?? '' }));
    asked.again();
  };
  const columns = columnsOf(words, props.units, (row) => void test(row), (row) => setOpen({ kind: 'remove', row }));
  return (
    <Card
      title={title}
      tools={
        <button type="button" className={ownOnly ? 'secondary' : 'primary'} onClick={() => setOpen({ kind: 'add' })}>
          {say('addReceiver')}
        </button>
      }
    >
      <p className="hint">{lead}</p>
      <Asked asked={asked}>
        {({ subscriptions, mail }) => (
          <>
            {mail ? null : <p className="hint">{say('mailOff')}</p>}
            <DataTable label={title} rows={ownOnly ? subscriptions.filter((row) => row.target === user.email) : subscriptions} rowKey={(row) => row.id} columns={columns} empty={<Empty icon="info" title={say('noticesEmpty')} />} />
          </>
        )}
      </Asked>
      <Dialogs {...props} ownOnly={ownOnly} open={open} onOpen={setOpen} onChanged={asked.again} />
    </Card>
  );
}

type DialogsProps = AreaProps & { readonly ownOnly: boolean; readonly open: Open; readonly onOpen: (open: Open) => void; readonly onChanged: () => void };

function Dialogs({ open, onOpen, onChanged, ...props }: DialogsProps): ReactElement | null {
  const { say } = useWords();
  const toast = useToast();
  const close = (): void => onOpen({ kind: 'none' });
  switch (open.kind) {
    case 'none':
      return null;
    case 'add':
      return (
        <AddSubscription
          {...props}
          onAdded={({ subscription, secret }) => {
            onChanged();
            toast(say('noticeAdded', { target: subscription.target }));
            onOpen(secret === null ? { kind: 'none' } : { kind: 'secret', target: subscription.target, secret });
          }}
          onClose={close}
        />
      );
    case 'secret':
      return (
        <Dialog title={say('shownOnce')} onClose={close}>
          <SecretShown lead={say('webhookSecret', { target: open.target })} secret={open.secret} />
        </Dialog>
      );
    case 'remove':
      return (
        <Confirm
          title={say('removeNoticeQuestion', { target: open.row.target })}
          action={say('removeReceiver')}
          onConfirm={() => props.client.ask('removeSubscription', { params: { id: open.row.id } })}
          onDone={() => {
            toast(say('noticeRemoved', { target: open.row.target }));
            onChanged();
            close();
          }}
          onClose={close}
        >
          {say('removeNoticeLead')}
        </Confirm>
      );
  }
}

function columnsOf(words: ReturnType<typeof useWords>, units: AreaProps['units'], onTest: (row: Subscription) => void, onRemove: (row: Subscription) => void): readonly Column<Subscription>[] {
  const { say, number } = words;
  return [
    {
      id: 'target',
      head: say('noticeTarget'),
      sortBy: (row) => row.target,
      cell: (row) => (
        <span className="stack">
          <span className="break">{row.target}</span>
          <span className="hint">{say(row.channel === 'mail' ? 'channelMail' : 'channelWebhook')}</span>
        </span>
      ),
    },
    { id: 'unit', head: say('unit'), cell: (row) => unitName(row.unit, units, words) },
    { id: 'kinds', head: say('noticeKinds'), cell: (row) => row.kinds.map((kind) => say(KIND_WORDS[kind])).join(', ') },
    {
      id: 'state',
      head: say('userState'),
      cell: (row) => (
        <span className="stack">
          <StatusMark status={row.problem === null ? 'good' : 'bad'}>{row.problem === null ? say('noticeFine') : say('noticeProblem', { problem: row.problem })}</StatusMark>
          {row.waiting > 0 ? <span className="hint">{say('noticeWaiting', { count: number(row.waiting) })}</span> : null}
        </span>
      ),
    },
    { id: 'sent', head: say('noticeLastSent'), cell: (row) => moment(row.lastSentAt, words) },
    {
      id: 'do',
      head: say('change'),
      cell: (row) => (
        <span className="row-buttons">
          <button type="button" className="secondary" onClick={() => onTest(row)}>
            {say('sendTest')}
            <span className="visually-hidden"> {row.target}</span>
          </button>
          <button type="button" className="secondary" onClick={() => onRemove(row)}>
            {say('removeReceiver')}
            <span className="visually-hidden"> {row.target}</span>
          </button>
        </span>
      ),
    },
  ];
}
