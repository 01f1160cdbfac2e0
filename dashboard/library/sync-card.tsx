import { useState, type ReactElement } from 'react';
import type { SyncSettings } from '#contract/library.ts';
import type { CentreFailure } from '../api/centre-client.ts';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { Field, textOf } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useToast } from '../ui/toast.tsx';

/** How fast and when kiosks load; set for the whole centre. */
export function SyncCard({ client, user }: Pick<AreaProps, 'client' | 'user'>): ReactElement | null {
  const { say } = useWords();
  const asked = useAsked(client, 'syncSettings');
  const toast = useToast();
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  if (user.role !== 'admin' || user.unit !== null) return null;
  const save = async (data: FormData): Promise<void> => {
    const [rate, from, until] = [textOf(data, 'rate'), textOf(data, 'from'), textOf(data, 'until')];
    const body: SyncSettings = { bytesPerSecond: rate === '' ? null : Math.round(Number(rate) * 1_000), quietHours: from === '' || until === '' ? null : { from, until } };
    const answer = await client.ask('saveSyncSettings', { body });
    if (!answer.ok) return setFailure(answer.failure);
    setFailure(null);
    return toast(say('libSaved'));
  };
  return (
    <Card title={say('libSync')} span={12}>
      <Asked asked={asked}>
        {({ bytesPerSecond, quietHours }) => (
          <form
            className="form"
            onSubmit={(event) => {
              event.preventDefault();
              void save(new FormData(event.currentTarget));
            }}
          >
            <Problem failure={failure} />
            <div className="form-row">
              <Field label={say('libSyncRate')} name="rate" type="number" min={1} optional defaultValue={bytesPerSecond === null ? '' : bytesPerSecond / 1_000} hint={say('libSyncRateHint')} />
              <Field label={`${say('libSyncQuiet')}: ${say('libHoursFrom').toLowerCase()}`} name="from" type="time" optional defaultValue={quietHours?.from ?? ''} />
              <Field label={say('libHoursUntil')} name="until" type="time" optional defaultValue={quietHours?.until ?? ''} />
            </div>
            <div className="buttons">
              <button type="submit" className="secondary">
                {say('libSave')}
              </button>
            </div>
          </form>
        )}
      </Asked>
    </Card>
  );
}
