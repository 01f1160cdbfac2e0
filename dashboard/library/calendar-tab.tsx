import { useState, type ReactElement } from 'react';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { SelectField } from '../ui/field.tsx';
import { DayPreview } from './day-preview.tsx';
import { parsePlaylist } from './playlist-part.tsx';

/** What a kiosk plays when, out of what is published for it now. */
export function CalendarTab({ client }: AreaProps): ReactElement {
  const { say } = useWords();
  const coverage = useAsked(client, 'coverage');
  const editions = useAsked(client, 'editions');
  const [picked, setPicked] = useState<string | null>(null);
  return (
    <Asked asked={editions}>
      {({ editions: all }) => {
        const kiosks = coverage.state.kind === 'ready' ? coverage.state.value.kiosks : [];
        const published = all.filter((edition) => edition.rings.length > 0);
        const options = [
          ...published.map((edition) => ({ value: edition.id, name: `${edition.version} · ${edition.title}` })),
          ...kiosks.flatMap((kiosk) => (kiosk.edition === null ? [] : [{ value: `${kiosk.edition} ${kiosk.device}`, name: `${say('libRingKiosk', { name: kiosk.name })} (${kiosk.servicePoint})` }])),
        ];
        const value = picked ?? options[0]?.value;
        if (value === undefined) return <p>{say('libNowhere')}</p>;
        return (
          <div className="lib-stack">
            <Card title={say('libTabCalendar')}>
              <SelectField label={`${say('libPickEdition')} / ${say('libForKiosk')}`} name="edition" options={options} value={value} onChange={setPicked} />
            </Card>
            <PublishedPlaylist key={value} client={client} edition={value.split(' ')[0] ?? ''} />
          </div>
        );
      }}
    </Asked>
  );
}

function PublishedPlaylist({ client, edition }: Pick<AreaProps, 'client'> & { readonly edition: string }): ReactElement {
  const asked = useAsked(client, 'document', { params: { id: edition }, query: { path: 'playlist.json' } });
  return (
    <Asked asked={asked}>
      {({ document }) => {
        const parsed = parsePlaylist(document);
        return parsed.ok ? <DayPreview items={parsed.value.items} /> : <p className="lib-wrong">{parsed.error.message}</p>;
      }}
    </Asked>
  );
}
