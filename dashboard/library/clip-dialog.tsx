import { useState, type ReactElement } from 'react';
import type { Clip } from '#contract/library.ts';
import type { CentreClient } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { Field, SelectField, TextAreaField, textOf } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';

/** Seconds that a new still stands unless somebody says otherwise. */
const STILL_SECONDS = 12;

type ClipDialogProps = { readonly client: CentreClient; readonly clip: Clip | null; readonly onClose: () => void; readonly onDone: () => void };

/** The words of a film or a still; its files are uploaded one by one. */
export function ClipDialog({ client, clip, onClose, onDone }: ClipDialogProps): ReactElement {
  const { say } = useWords();
  const [isStill, setStill] = useState(clip?.still !== undefined);
  const send = (data: FormData): ReturnType<CentreClient['ask']> => {
    const text = (name: string): string => textOf(data, name).trim();
    const [guide, waiver] = isStill ? ['', ''] : [text('guide'), text('waiver')];
    const texts = { title: { vi: text('title-vi'), en: text('title-en') }, description: { vi: text('description-vi'), en: text('description-en') }, guide: guide === '' ? null : guide, waiver: waiver === '' ? null : waiver, ...(isStill ? { still: Number(text('still')) } : {}) };
    return clip === null ? client.ask('addClip', { body: { id: text('id'), ...texts } }) : client.ask('changeClip', { params: { id: clip.id }, body: texts });
  };
  return (
    <FormDialog title={clip === null ? say('libNewClip') : clip.title.vi} action={say('libSave')} wide onClose={onClose} onSend={send} onDone={onDone}>
      {clip === null ? <SelectField label={say('libWhat')} name="what" options={[{ value: 'film', name: say('libWhatFilm') }, { value: 'still', name: say('libWhatStill') }]} value={isStill ? 'still' : 'film'} onChange={(value) => setStill(value === 'still')} /> : null}
      {clip === null ? <Field label={say('libClipId')} name="id" type="text" maxLength={40} pattern="[a-z0-9]+(-[a-z0-9]+)*" hint={say('libClipIdHint')} /> : null}
      <div className="form-row">
        <Field label={say('libTitleVi')} name="title-vi" type="text" maxLength={60} defaultValue={clip?.title.vi ?? ''} />
        <Field label={say('libTitleEn')} name="title-en" type="text" maxLength={60} defaultValue={clip?.title.en ?? ''} />
      </div>
      <TextAreaField label={say('libDescriptionVi')} name="description-vi" maxLength={400} defaultValue={clip?.description.vi ?? ''} hint={say('libDescriptionHint')} />
      <TextAreaField label={say('libDescriptionEn')} name="description-en" maxLength={400} defaultValue={clip?.description.en ?? ''} />
      {isStill ? (
        <Field label={say('libStillSeconds')} name="still" type="number" min={3} max={60} defaultValue={String(clip?.still ?? STILL_SECONDS)} hint={say('libStillHint')} />
      ) : (
        <>
          <Field label={say('libClipGuide')} name="guide" type="text" maxLength={20} pattern="[a-z0-9]+(-[a-z0-9]+)*" optional defaultValue={clip?.guide ?? ''} hint={say('libClipGuideHint')} />
          <TextAreaField label={say('libWaiver')} name="waiver" maxLength={300} rows={2} optional defaultValue={clip?.waiver ?? ''} hint={say('libWaiverHint')} />
        </>
      )}
    </FormDialog>
  );
}
