import type { ReactElement } from 'react';
import type { CommandAnswer, KioskCommand } from '#contract/fleet.ts';
import { dayOf } from '#domain/calendar-day.ts';
import type { CentreClient } from '../api/centre-client.ts';
import { useAsked } from '../api/use-asked.ts';
import { useWords } from '../i18n/words.ts';
import { Asked } from '../ui/asked.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { COMMAND_WORDS } from './command-words.ts';

type CommandAnswerDialogProps = { readonly client: CentreClient; readonly command: KioskCommand; readonly kioskName: string; readonly onClose: () => void };

/** The picture or the log that a command brought. Opening it is a look, and is written down. */
export function CommandAnswerDialog({ client, command, kioskName, onClose }: CommandAnswerDialogProps): ReactElement {
  const words = useWords();
  const { say } = words;
  const asked = useAsked(client, 'commandAnswer', { params: { id: command.id } });
  const at = command.answeredAt ?? command.askedAt;
  const time = `${words.time(at)}, ${words.day(dayOf(at))}`;
  return (
    <Dialog title={`${say(COMMAND_WORDS[command.kind].name)} · ${kioskName} · ${time}`} onClose={onClose} wide>
      <Asked asked={asked}>{(answer) => <Brought answer={answer} alt={say('commandPictureAlt', { name: kioskName, time })} />}</Asked>
      <p className="hint">{say('commandLookNote')}</p>
    </Dialog>
  );
}

function Brought({ answer, alt }: { readonly answer: CommandAnswer; readonly alt: string }): ReactElement {
  const { say } = useWords();
  const { picture, log } = answer;
  const address = picture === null ? null : `data:${picture.type};base64,${picture.base64}`;
  return (
    <div className="brought">
      {address === null ? null : <img src={address} alt={alt} className="screen-picture" />}
      {log === null ? null : (
        <pre className="log" tabIndex={0} role="region" aria-label={say('commandSendLogs')}>
          {log}
        </pre>
      )}
      {address === null || picture === null ? null : (
        <p>
          <a className="secondary" href={address} download={`kiosk.${picture.type === 'image/png' ? 'png' : 'jpg'}`}>
            {say('commandSave')}
          </a>
        </p>
      )}
    </div>
  );
}
