import { useId, useState, type ReactElement } from 'react';
import { Type } from 'typebox';
import { CLIP_SLOTS, type Clip, type ClipSlot } from '#contract/library.ts';
import { parserOf } from '#contract/parse.ts';
import type { CentreAnswer, CentreClient, CentreFailure } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { Field, SelectField, textOf } from '../ui/field.tsx';
import { useToast } from '../ui/toast.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { findingWords, slotWord } from './library-view.ts';

const ACCEPTED: Readonly<Record<'film' | 'poster' | 'captions', string>> = { film: 'video/webm,video/mp4', poster: 'image/webp,image/png,image/jpeg', captions: '.vtt,text/vtt' };
const parseRefusal = parserOf(Type.Object({ findings: Type.Array(Type.Object({ id: Type.String(), value: Type.String() })), fix: Type.Optional(Type.Union([Type.String(), Type.Null()])) }));

type UploadDialogProps = { readonly client: CentreClient; readonly clip: Clip; readonly largest: number; readonly onClose: () => void; readonly onDone: () => void };

/** One file of a clip. What it is, its bytes say; who made it, whoever uploads it. */
export function UploadDialog({ client, clip, largest, onClose, onDone }: UploadDialogProps): ReactElement {
  const { say, number, tongue } = useWords();
  const toast = useToast();
  const id = useId();
  const slots = CLIP_SLOTS.filter((each) => clip.still === undefined || each.startsWith('poster'));
  const [slot, setSlot] = useState<ClipSlot>(slots[0] ?? 'tall');
  const kind = slot === 'tall' || slot === 'wide' ? 'film' : slot.startsWith('poster') ? 'poster' : 'captions';
  const send = async (data: FormData): Promise<CentreAnswer<unknown>> => {
    const file = data.get('file');
    if (!(file instanceof Blob)) return { ok: false, failure: { kind: 'strange', detail: 'no file' } };
    return client.ask('uploadClipFile', { params: { id: clip.id, slot }, query: { licence: textOf(data, 'licence').trim() }, body: file });
  };
  return (
    <FormDialog
      title={say('libUploadTo', { name: clip.title[tongue] })}
      action={say('libUpload')}
      sending={say('libUploading')}
      onClose={onClose}
      onSend={send}
      onDone={() => {
        toast(say('libUploaded'));
        onDone();
      }}
      explain={explainRefusal}
    >
      <SelectField label={say('libSlot')} name="slot" options={slots.map((value) => ({ value, name: say(slotWord(value, clip)) }))} value={slot} onChange={(value) => setSlot(slots.find((each) => each === value) ?? slot)} />
      <div className="field">
        <label htmlFor={id}>{say('libFile')}</label>
        {kind === 'film' ? (
          <p className="hint" id={`${id}-hint`}>
            {say('libFileLimit', { size: say('libMegabytes', { count: number(Math.floor(largest / 1024 ** 2)) }) })}
          </p>
        ) : null}
        <input id={id} name="file" type="file" required accept={ACCEPTED[kind]} aria-describedby={kind === 'film' ? `${id}-hint` : undefined} />
      </div>
      <Field label={say('libLicence')} name="licence" type="text" minLength={3} maxLength={300} hint={say('libLicenceHint')} />
    </FormDialog>
  );
}

const explainRefusal = (failure: CentreFailure): ReactElement => <Refusal failure={failure} />;

function Refusal({ failure }: { readonly failure: CentreFailure }): ReactElement | null {
  const words = useWords();
  const parsed = parseRefusal(failure.kind === 'refused' ? failure.details : undefined);
  if (!parsed.ok) return null;
  const { findings, fix } = parsed.value;
  return (
    <div className="lib-wrong">
      <p>{words.say('libRefused')}</p>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.id} ${finding.value}`}>{findingWords(finding, words)}</li>
        ))}
      </ul>
      {fix === undefined || fix === null ? null : (
        <p>
          {words.say('libFix')} <code>{fix}</code>
        </p>
      )}
    </div>
  );
}
