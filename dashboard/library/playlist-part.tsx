import { useState, type ReactElement } from 'react';
import { Playlist, type PlaylistItem, type Schedule } from '#contract/content-pack.ts';
import type { DocumentAnswer, EditionDetail } from '#contract/library.ts';
import { parserOf } from '#contract/parse.ts';
import { Icon } from '#renderer/art/icon.tsx';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import { useAsked } from '../api/use-asked.ts';
import { useWords, type WordKey } from '../i18n/words.ts';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { Problem } from '../ui/problem.tsx';
import { useToast } from '../ui/toast.tsx';
import { DayPreview } from './day-preview.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';
import { scheduleWords } from './schedule-words.ts';

export const parsePlaylist = parserOf(Playlist);
const KIND_WORDS: Readonly<Record<PlaylistItem['kind'], WordKey>> = { clip: 'libKindClip', still: 'libKindStill', slide: 'libKindSlide' };

type PlaylistPartProps = { readonly client: CentreClient; readonly detail: EditionDetail; readonly mayEdit: boolean; readonly onSaved: () => void };

/** The loop of an edition: order, dates, weekdays, hours, priority, and what plays when. */
export function PlaylistPart(props: PlaylistPartProps): ReactElement {
  const asked = useAsked(props.client, 'document', { params: { id: props.detail.edition.id }, query: { path: 'playlist.json' } });
  return (
    <Asked asked={asked}>
      {(answer) => {
        const parsed = parsePlaylist(answer.document);
        return parsed.ok ? <LoadedPlaylist key={answer.sha256} {...props} answer={answer} start={parsed.value.items} onSaved={() => (asked.again(), props.onSaved())} /> : <p className="lib-wrong">{parsed.error.message}</p>;
      }}
    </Asked>
  );
}

function LoadedPlaylist({ client, detail, mayEdit, onSaved, answer, start }: PlaylistPartProps & { readonly answer: DocumentAnswer; readonly start: readonly PlaylistItem[] }): ReactElement {
  const { say, number } = useWords();
  const toast = useToast();
  const [items, setItems] = useState(start);
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const [scheduling, setScheduling] = useState<number | null>(null);
  const chosen = scheduling === null ? undefined : items[scheduling];
  const save = async (): Promise<void> => {
    const saved = await client.ask('saveDocument', { params: { id: detail.edition.id }, body: { path: 'playlist.json', document: { items }, seen: answer.sha256 } });
    if (!saved.ok) return setFailure(saved.failure);
    const found = saved.value.problems.length;
    toast(found === 0 ? say('libSaved') : say('libSavedProblems', { count: number(found) }));
    return onSaved();
  };
  return (
    <div className="lib-stack">
      <Card title={say('libPartPlaylist')}>
        <p className="hint">{say('libPlaylistLead')}</p>
        <Problem failure={failure} />
        <ol className="lib-items">
          {items.map((item, index) => (
            <ItemRow key={item.id} item={item} index={index} count={items.length} mayEdit={mayEdit} onMove={(to) => setItems(moved(items, index, to))} onSchedule={() => setScheduling(index)} onRemove={() => setItems(items.filter((_, at) => at !== index))} />
          ))}
        </ol>
        {mayEdit ? <AddClip client={client} items={items} onAdd={(item) => setItems([...items, item])} /> : null}
        {mayEdit ? (
          <div className="lib-save">
            <button type="button" className="primary" aria-disabled={items === start} onClick={() => void save()}>
              {say('libSave')}
            </button>
            {items === start ? null : <span role="status">{say('libUnsaved')}</span>}
          </div>
        ) : null}
      </Card>
      <DayPreview items={items} />
      {chosen === undefined ? null : (
        <ScheduleDialog
          name={chosen.title.vi}
          schedule={chosen.schedule}
          onClose={() => setScheduling(null)}
          onSet={(schedule) => {
            setItems(items.map((item, index) => (index === scheduling ? withSchedule(item, schedule) : item)));
            setScheduling(null);
          }}
        />
      )}
    </div>
  );
}

function withSchedule(item: PlaylistItem, schedule: Schedule | undefined): PlaylistItem {
  const { schedule: _, ...plain } = item;
  return schedule === undefined ? plain : { ...plain, schedule };
}

function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const others = list.filter((_, index) => index !== from);
  return [...others.slice(0, to), ...list.slice(from, from + 1), ...others.slice(to)];
}

type ItemRowProps = { readonly item: PlaylistItem; readonly index: number; readonly count: number; readonly mayEdit: boolean; readonly onMove: (to: number) => void; readonly onSchedule: () => void; readonly onRemove: () => void };

function ItemRow({ item, index, count, mayEdit, onMove, onSchedule, onRemove }: ItemRowProps): ReactElement {
  const words = useWords();
  const { say, tongue, number } = words;
  const name = item.title[tongue];
  return (
    <li>
      <span className="lib-item">
        <b>{name}</b>
        <span className="hint">
          {say(KIND_WORDS[item.kind])} · {say('seconds', { count: number(item.seconds) })} · {scheduleWords(item.schedule, words)}
        </span>
      </span>
      {mayEdit ? (
        <span className="lib-item-tools">
          <button type="button" className="secondary" disabled={index === 0} aria-label={say('libMoveUp', { name })} onClick={() => onMove(index - 1)}>
            <Icon name="up" className="icon" />
          </button>
          <button type="button" className="secondary" disabled={index === count - 1} aria-label={say('libMoveDown', { name })} onClick={() => onMove(index + 1)}>
            <Icon name="down" className="icon" />
          </button>
          <button type="button" className="secondary" aria-label={say('libScheduleOf', { name })} onClick={onSchedule}>
            <Icon name="calendar" className="icon" />
          </button>
          <button type="button" className="secondary" aria-label={say('libRemoveItem', { name })} onClick={onRemove}>
            <Icon name="cross" className="icon" />
          </button>
        </span>
      ) : null}
    </li>
  );
}

/** Clips of the library that are ready and not in the list yet. */
function AddClip({ client, items, onAdd }: { readonly client: CentreClient; readonly items: readonly PlaylistItem[]; readonly onAdd: (item: PlaylistItem) => void }): ReactElement | null {
  const { say, tongue } = useWords();
  const asked = useAsked(client, 'clips');
  const [picked, setPicked] = useState('');
  if (asked.state.kind !== 'ready') return null;
  const used = new Set(items.map((item) => item.id));
  const ready = asked.state.value.clips.flatMap((clip) => {
    const parsed = parsePlaylist({ items: [clip.item] });
    const [item] = parsed.ok ? parsed.value.items : [];
    return item === undefined || used.has(clip.id) ? [] : [item];
  });
  if (ready.length === 0) return null;
  const item = ready.find((each) => each.id === picked) ?? ready[0];
  return (
    <div className="lib-add">
      <div className="field">
        <label htmlFor="lib-add-clip">{say('libAddClip')}</label>
        <select id="lib-add-clip" value={item?.id ?? ''} onChange={(event) => setPicked(event.target.value)}>
          {ready.map((each) => (
            <option key={each.id} value={each.id}>
              {each.title[tongue]}
            </option>
          ))}
        </select>
      </div>
      <button type="button" className="secondary" onClick={() => item !== undefined && onAdd(item)}>
        <Icon name="plus" className="icon" />
        {say('libAdd')}
      </button>
    </div>
  );
}
