import { useState, type ReactElement } from 'react';
import { BLOBS_PATH } from '#contract/manifest.ts';
import type { Clip } from '#contract/library.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { Asked } from '../ui/asked.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { ClipDialog } from './clip-dialog.tsx';
import { findingWords, missingWords, slotWord } from './library-view.ts';
import { UploadDialog } from './upload-dialog.tsx';

type Open = { readonly kind: 'new' } | { readonly kind: 'change' | 'upload' | 'remove' | 'watch'; readonly clip: Clip };

/** The films and stills of the library: what each is, what it still needs, and where it is used. */
export function ClipsTab({ client, user }: AreaProps): ReactElement {
  const { say } = useWords();
  const asked = useAsked(client, 'clips');
  const [open, setOpen] = useState<Open | null>(null);
  const mayEdit = user.role !== 'viewer';
  const done = (): void => {
    setOpen(null);
    asked.again();
  };
  return (
    <Asked asked={asked}>
      {({ clips, largestUpload }) => (
        <>
          {mayEdit ? (
            <p className="lib-tools">
              <button type="button" className="primary" onClick={() => setOpen({ kind: 'new' })}>
                {say('libNewClip')}
              </button>
            </p>
          ) : null}
          {clips.length === 0 ? <Empty icon="play" title={say('libClipsNone')} /> : null}
          <ul className="lib-clips">
            {clips.map((clip) => (
              <li key={clip.id} className="card">
                <ClipCard clip={clip} mayEdit={mayEdit} onOpen={(kind) => setOpen({ kind, clip })} />
              </li>
            ))}
          </ul>
          {open?.kind === 'new' ? <ClipDialog client={client} clip={null} onClose={() => setOpen(null)} onDone={done} /> : null}
          {open?.kind === 'change' ? <ClipDialog client={client} clip={open.clip} onClose={() => setOpen(null)} onDone={done} /> : null}
          {open?.kind === 'upload' ? <UploadDialog client={client} clip={open.clip} largest={largestUpload} onClose={() => setOpen(null)} onDone={done} /> : null}
          {open?.kind === 'watch' ? <WatchDialog clip={open.clip} onClose={() => setOpen(null)} /> : null}
          {open?.kind === 'remove' ? (
            <Confirm title={say('libDeleteClip')} action={say('libDeleteClip')} onClose={() => setOpen(null)} onDone={done} onConfirm={() => client.ask('removeClip', { params: { id: open.clip.id } })}>
              {say('libDeleteClipLead', { name: open.clip.title.vi })}
            </Confirm>
          ) : null}
        </>
      )}
    </Asked>
  );
}

function ClipCard({ clip, mayEdit, onOpen }: { readonly clip: Clip; readonly mayEdit: boolean; readonly onOpen: (kind: 'change' | 'upload' | 'remove' | 'watch') => void }): ReactElement {
  const words = useWords();
  const { say, tongue, number } = words;
  const poster = clip.files.find((file) => file.slot === 'poster-wide') ?? clip.files.find((file) => file.slot === 'poster-tall');
  const findings = clip.files.flatMap((file) => (file.probe?.findings ?? []).map((finding) => ({ ...finding, slot: file.slot })));
  return (
    <>
      {poster === undefined ? <span className="lib-poster" /> : <img className="lib-poster" src={`${BLOBS_PATH}${poster.sha256}`} alt="" loading="lazy" />}
      <div className="lib-clip">
        <h2>{clip.title[tongue]}</h2>
        <p className="hint">{clip.description[tongue]}</p>
        <p className="lib-marks">
          {clip.missing.length === 0 ? <StatusMark status="good">{say('libClipReady')}</StatusMark> : <StatusMark status="attention">{missingWords(clip, words)}</StatusMark>}
          {clip.still === undefined ? null : <span>{say('libKindStill')}</span>}
          {clip.seconds === null ? null : <span>{say('seconds', { count: number(clip.seconds) })}</span>}
          <span className="hint">{clip.usedIn.length === 0 ? say('libUsedNowhere') : `${say('libUsedIn')} ${clip.usedIn.toSorted((left, right) => left.localeCompare(right, 'en', { numeric: true })).join(', ')}`}</span>
        </p>
        {clip.waiver === null ? null : (
          <p>
            <b>{say('libWaiver')}:</b> {clip.waiver}
          </p>
        )}
        {findings.length === 0 ? null : (
          <ul className="lib-findings">
            {findings.map((finding) => (
              <li key={`${finding.slot} ${finding.id}`}>
                {say(slotWord(finding.slot, clip))}: {findingWords(finding, words)}
              </li>
            ))}
          </ul>
        )}
        <div className="buttons">
          {clip.files.some((file) => file.slot === 'tall' || file.slot === 'wide') ? (
            <button type="button" className="secondary" aria-label={`${say('libWatch')}: ${clip.title[tongue]}`} onClick={() => onOpen('watch')}>
              <Icon name="play" className="icon" />
              {say('libWatch')}
            </button>
          ) : null}
          {mayEdit ? (
            <>
              <button type="button" className="secondary" aria-label={`${say('libUpload')}: ${clip.title[tongue]}`} onClick={() => onOpen('upload')}>
                <Icon name="upload" className="icon" />
                {say('libUpload')}
              </button>
              <button type="button" className="secondary" aria-label={`${say('change')}: ${clip.title[tongue]}`} onClick={() => onOpen('change')}>
                {say('change')}
              </button>
              {clip.usedIn.length > 0 ? null : (
                <button type="button" className="secondary" aria-label={`${say('remove')}: ${clip.title[tongue]}`} onClick={() => onOpen('remove')}>
                  {say('remove')}
                </button>
              )}
            </>
          ) : null}
        </div>
      </div>
    </>
  );
}

function WatchDialog({ clip, onClose }: { readonly clip: Clip; readonly onClose: () => void }): ReactElement {
  const { tongue } = useWords();
  const shape = clip.files.some((file) => file.slot === 'wide') ? 'wide' : 'tall';
  const tracks = clip.files.filter((file) => file.slot.startsWith('captions-'));
  return (
    <Dialog title={clip.title[tongue]} onClose={onClose} wide>
      <video className="lib-video" controls muted playsInline>
        {clip.files
          .filter((file) => file.slot === shape)
          .map((file) => (
            <source key={file.sha256} src={`${BLOBS_PATH}${file.sha256}`} type={file.type} />
          ))}
        {tracks.map((file) => (
          <track key={file.sha256} kind="captions" srcLang={file.slot === 'captions-vi' ? 'vi' : 'en'} label={file.slot === 'captions-vi' ? 'Tiếng Việt' : 'English'} src={`${BLOBS_PATH}${file.sha256}`} default={file.slot === `captions-${tongue}`} />
        ))}
      </video>
    </Dialog>
  );
}
