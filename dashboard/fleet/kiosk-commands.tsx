import { useState, type ReactElement } from 'react';
import type { CommandKind } from '#contract/commands.ts';
import type { KioskCommand, KioskDetail } from '#contract/fleet.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import type { CentreAnswer, CentreClient, CentreFailure } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { Card } from '../ui/card.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Problem } from '../ui/problem.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { useToast } from '../ui/toast.tsx';
import { CommandAnswerDialog } from './command-answer-dialog.tsx';
import { COMMAND_ORDER, COMMAND_WORDS, detailWords, STATE_WORDS } from './command-words.ts';

type KioskCommandsProps = { readonly client: CentreClient; readonly detail: KioskDetail; readonly mayAsk: boolean; readonly onAsked: () => void };

/** Buttons for what may be asked of the kiosk, and what became of it. */
export function KioskCommands({ client, detail, mayAsk, onAsked }: KioskCommandsProps): ReactElement {
  const { say } = useWords();
  const toast = useToast();
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const [isRestarting, setRestarting] = useState(false);
  const [looking, setLooking] = useState<KioskCommand | null>(null);
  const { id, name } = detail.kiosk;
  const ask = async (kind: CommandKind): Promise<CentreAnswer<unknown>> => {
    const answer = await client.ask('askCommand', { params: { id }, body: { kind } });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) {
      toast(say('commandAsked', { command: say(COMMAND_WORDS[kind].name) }));
      onAsked();
    }
    return answer;
  };
  return (
    <Card title={say('commands')} span={12}>
      <p className="hint">{say('commandsLead')}</p>
      <Problem failure={failure} />
      {mayAsk ? (
        <div className="buttons command-buttons">
          {COMMAND_ORDER.map((kind) => (
            <button key={kind} type="button" className="secondary" onClick={() => (kind === 'restart' ? setRestarting(true) : void ask(kind))}>
              <Icon name={COMMAND_WORDS[kind].icon} className="icon" />
              {say(COMMAND_WORDS[kind].name)}
            </button>
          ))}
        </div>
      ) : null}
      <CommandTable commands={detail.commands} onLook={setLooking} />
      {isRestarting ? (
        <Confirm title={`${say('commandRestart')}: ${name}`} action={say('commandRestart')} onConfirm={() => ask('restart')} onDone={() => setRestarting(false)} onClose={() => setRestarting(false)}>
          <p>{say('commandRestartAsk')}</p>
        </Confirm>
      ) : null}
      {looking === null ? null : <CommandAnswerDialog client={client} command={looking} kioskName={name} onClose={() => setLooking(null)} />}
    </Card>
  );
}

function CommandTable({ commands, onLook }: { readonly commands: readonly KioskCommand[]; readonly onLook: (command: KioskCommand) => void }): ReactElement {
  const words = useWords();
  const { say } = words;
  const timeOf = (at: number): string => `${words.time(at)}, ${words.shortDay(dayOf(at))}`;
  return (
    <DataTable
      label={say('commands')}
      rows={commands}
      rowKey={({ id }) => id}
      empty={<p className="hint">{say('commandsNone')}</p>}
      columns={[
        { id: 'what', head: say('commandWhat'), cell: ({ kind }) => say(COMMAND_WORDS[kind].name) },
        { id: 'state', head: say('commandState'), cell: (command) => <Outcome command={command} /> },
        { id: 'when', head: say('commandWhen'), cell: ({ askedAt }) => timeOf(askedAt) },
        { id: 'by', head: say('commandBy'), cell: ({ askedBy }) => askedBy },
        {
          id: 'look',
          head: say('commandLook'),
          cell: (command) =>
            command.hasPicture || command.hasLog ? (
              <button type="button" className="secondary" aria-label={say('commandLookNamed', { command: say(COMMAND_WORDS[command.kind].name), time: timeOf(command.askedAt) })} onClick={() => onLook(command)}>
                {say('commandLook')}
              </button>
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
}

function Outcome({ command }: { readonly command: KioskCommand }): ReactElement {
  const words = useWords();
  const { name, status } = STATE_WORDS[command.state];
  const detail = detailWords(command.detail, words);
  return (
    <span className="outcome">
      <StatusMark status={status}>{words.say(name)}</StatusMark>
      {detail === null ? null : <span className="hint">{detail}</span>}
    </span>
  );
}
