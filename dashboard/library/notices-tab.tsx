import { useState, type ReactElement } from 'react';
import type { Notice } from '#contract/library.ts';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useNow } from '../day/use-now.ts';
import { useWords } from '../i18n/words.ts';
import { Asked } from '../ui/asked.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Empty } from '../ui/empty.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { useToast } from '../ui/toast.tsx';
import { noticePhase, ringWords, stamp } from './library-view.ts';
import { NoticeDialog } from './notice-dialog.tsx';

type Open = { readonly kind: 'new' } | { readonly kind: 'approve' | 'cancel'; readonly notice: Notice };

/** Urgent notices: what stands, what waits for a second person, what is over. */
export function NoticesTab(props: AreaProps): ReactElement {
  const { client, user, units } = props;
  const { say } = useWords();
  const asked = useAsked(client, 'notices', { refreshMs: 60_000 });
  const now = useNow(30_000);
  const toast = useToast();
  const [open, setOpen] = useState<Open | null>(null);
  const done = (text: string): void => {
    setOpen(null);
    toast(text);
    asked.again();
  };
  return (
    <Asked asked={asked}>
      {({ notices }) => (
        <>
          <p className="lib-tools">
            {user.role === 'viewer' ? null : (
              <button type="button" className="primary" onClick={() => setOpen({ kind: 'new' })}>
                {say('libNewNotice')}
              </button>
            )}
            <span className="hint">{say('libNoticesLead')}</span>
          </p>
          {notices.length === 0 ? <Empty icon="warning" title={say('libNoticesNone')} /> : null}
          <ul className="lib-notices">
            {notices.map((notice) => (
              <li key={notice.id} className="card">
                <NoticeCard notice={notice} now={now} units={units} user={user} onOpen={(kind) => setOpen({ kind, notice })} />
              </li>
            ))}
          </ul>
          {open?.kind === 'new' ? <NoticeDialog {...props} now={now} onClose={() => setOpen(null)} onDone={(notice) => done(say(notice.state === 'live' ? 'libNoticeSent' : 'libNoticeWaits'))} /> : null}
          {open?.kind === 'approve' || open?.kind === 'cancel' ? (
            <Confirm
              title={open.notice.title.vi}
              action={say(open.kind === 'approve' ? 'libNoticeApprove' : 'libNoticeCancel')}
              onClose={() => setOpen(null)}
              onDone={() => done(say(open.kind === 'approve' ? 'libNoticeSent' : 'libStepDone'))}
              onConfirm={() => client.ask('noticeStep', { params: { id: open.notice.id }, body: { action: open.kind } })}
            >
              <p>{open.notice.text.vi}</p>
              {open.kind === 'cancel' ? <p className="hint">{say('libNoticeCancelLead')}</p> : null}
            </Confirm>
          ) : null}
        </>
      )}
    </Asked>
  );
}

type NoticeCardProps = Pick<AreaProps, 'units' | 'user'> & { readonly notice: Notice; readonly now: number; readonly onOpen: (kind: 'approve' | 'cancel') => void };

function NoticeCard({ notice, now, units, user, onOpen }: NoticeCardProps): ReactElement {
  const words = useWords();
  const { say, tongue } = words;
  const phase = noticePhase(notice, now);
  const mayApprove = notice.state === 'review' && phase.isOpen && user.role !== 'viewer' && notice.madeBy !== user.id;
  return (
    <>
      <p>
        <StatusMark status={phase.mark}>{say(phase.word)}</StatusMark>
      </p>
      <h2>{notice.title[tongue]}</h2>
      <p>{notice.text[tongue]}</p>
      <p className="hint">
        {stamp(notice.from, words)} – {stamp(notice.until, words)} · {notice.rings.map((ring) => ringWords(ring, units, () => undefined, words)).join(', ')}
      </p>
      {notice.emergency === null ? null : (
        <p>
          <b>{say('libEmergencyReason')}:</b> {notice.emergency}
        </p>
      )}
      {user.role === 'viewer' || !phase.isOpen ? null : (
        <div className="buttons">
          {mayApprove ? (
            <button type="button" className="primary" onClick={() => onOpen('approve')}>
              {say('libNoticeApprove')}
            </button>
          ) : null}
          <button type="button" className="secondary" onClick={() => onOpen('cancel')}>
            {say('libNoticeCancel')}
          </button>
        </div>
      )}
    </>
  );
}
