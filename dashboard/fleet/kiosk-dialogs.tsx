import { useState, type ReactElement } from 'react';
import type { KioskDetail } from '#contract/fleet.ts';
import type { PairAnswer } from '#contract/staff.ts';
import { assertNever } from '#domain/assert-never.ts';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { PairCode } from '../kiosks/pair-dialog.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, SelectField, textOf } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useToast } from '../ui/toast.tsx';

export type KioskDialogName = 'rename' | 'move' | 'replace' | 'revoke';

type KioskDialogsProps = {
  readonly name: KioskDialogName;
  readonly client: CentreClient;
  readonly detail: KioskDetail;
  readonly points: AreaProps['points'];
  readonly onClose: () => void;
  /** Something about the kiosk is other than before. */
  readonly onChanged: () => void;
};

/** What may be done to a kiosk itself; each says what will happen. */
export function KioskDialogs(props: KioskDialogsProps): ReactElement {
  switch (props.name) {
    case 'rename':
      return <RenameDialog {...props} />;
    case 'move':
      return <MoveDialog {...props} />;
    case 'replace':
      return <ReplaceDialog {...props} />;
    case 'revoke':
      return <RevokeDialog {...props} />;
    default:
      return assertNever(props.name, 'a dialog that is not drawn');
  }
}

function RenameDialog({ client, detail, onClose, onChanged }: KioskDialogsProps): ReactElement {
  const { say } = useWords();
  const toast = useToast();
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const { id, name } = detail.kiosk;
  const save = async (data: FormData): Promise<void> => {
    const answer = await client.ask('changeKiosk', { params: { id }, body: { name: textOf(data, 'name').trim() } });
    if (!answer.ok) return setFailure(answer.failure);
    toast(say('kioskRenamed'));
    onChanged();
  };
  return (
    <Dialog title={say('kioskRename')} onClose={onClose}>
      <form className="form" action={(data) => void save(data)}>
        <Problem failure={failure} />
        <Field label={say('kioskName')} name="name" type="text" maxLength={120} pattern=".*\S.*" defaultValue={name} />
        <button type="submit" className="primary">
          {say('save')}
        </button>
      </form>
    </Dialog>
  );
}

function MoveDialog({ client, detail, points, onClose, onChanged }: KioskDialogsProps): ReactElement {
  const { say, number } = useWords();
  const toast = useToast();
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const { id, name, servicePoint, waiting } = detail.kiosk;
  const others = points.filter((point) => point.id !== servicePoint && point.closedAt === null);
  const save = async (data: FormData): Promise<void> => {
    const answer = await client.ask('changeKiosk', { params: { id }, body: { servicePoint: textOf(data, 'point') } });
    if (!answer.ok) return setFailure(answer.failure);
    toast(say('kioskMoved'));
    onChanged();
  };
  return (
    <Dialog title={say('kioskMoveTitle', { name })} onClose={onClose}>
      <form className="form" action={(data) => void save(data)}>
        <Problem failure={failure} />
        <p>{say('kioskMoveLead')}</p>
        {waiting === null || waiting === 0 ? null : <p className="strong">{say('kioskMoveWaiting', { count: number(waiting) })}</p>}
        <SelectField label={say('kioskMoveTo')} name="point" options={others.map((point) => ({ value: point.id, name: point.name }))} />
        <button type="submit" className="primary">
          {say('kioskMove')}
        </button>
      </form>
    </Dialog>
  );
}

function ReplaceDialog({ client, detail, points, onClose }: KioskDialogsProps): ReactElement {
  const { say } = useWords();
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const [pair, setPair] = useState<PairAnswer | null>(null);
  const { id, name, servicePoint } = detail.kiosk;
  const make = async (): Promise<void> => {
    const answer = await client.ask('replaceKiosk', { params: { id } });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setPair(answer.value);
  };
  return (
    <Dialog title={say('kioskReplaceTitle', { name })} onClose={onClose}>
      <div className="form">
        <Problem failure={failure} />
        <p>{say('kioskReplaceLead')}</p>
        {pair === null ? (
          <button type="button" className="primary" onClick={() => void make()}>
            {say('kioskReplaceMake')}
          </button>
        ) : (
          <PairCode pair={pair} point={points.find((point) => point.id === servicePoint)?.name ?? servicePoint} onAgain={() => void make()} />
        )}
      </div>
    </Dialog>
  );
}

function RevokeDialog({ client, detail, onClose, onChanged }: KioskDialogsProps): ReactElement {
  const { say } = useWords();
  const toast = useToast();
  const { id, name } = detail.kiosk;
  const done = (): void => {
    toast(say('kioskRevoked'));
    onChanged();
  };
  return (
    <Confirm title={say('kioskRevokeTitle', { name })} action={say('kioskRevoke')} onConfirm={() => client.ask('revokeKiosk', { params: { id } })} onDone={done} onClose={onClose}>
      <p>{say('kioskRevokeLead')}</p>
    </Confirm>
  );
}
