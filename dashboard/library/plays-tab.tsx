import { useState, type ReactElement } from 'react';
import type { LedToRow, PlayRow } from '#contract/library.ts';
import { addDays, dayOf } from '#domain/calendar-day.ts';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { clipName, procedureName } from '../day/content-words.ts';
import { useWords, type WordKey, type Words } from '../i18n/words.ts';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Empty } from '../ui/empty.tsx';

type Totals = Omit<PlayRow, 'day'>;
const COUNTS: readonly (readonly [key: 'plays' | 'wakes' | 'guides' | 'taps' | 'handoffs', word: WordKey])[] = [['plays', 'libPlaysCount'], ['wakes', 'libPlaysWakes'], ['guides', 'libPlaysGuides'], ['taps', 'libPlaysTaps'], ['handoffs', 'libPlaysHandoffs']];

/** Proof of play, and what people did in the minute after each touch. */
export function PlaysTab({ client, units }: AreaProps): ReactElement {
  const { say } = useWords();
  const [to, setTo] = useState(() => dayOf(Date.now()));
  const [from, setFrom] = useState(() => addDays(dayOf(Date.now()), -6));
  const [unit, setUnit] = useState('');
  const asked = useAsked(client, 'plays', { query: { from, to, ...(unit === '' ? {} : { unit }) } });
  const clips = useAsked(client, 'clips');
  const { tongue } = useWords();
  const titles = new Map(clips.state.kind === 'ready' ? clips.state.value.clips.map((clip) => [clip.id, clip.title[tongue]]) : []);
  return (
    <div className="lib-stack">
      <div className="form-row lib-when">
        <div className="field">
          <label htmlFor="lib-plays-from">{say('libPlaysFrom')}</label>
          <input id="lib-plays-from" type="date" value={from} max={to} onChange={(event) => event.target.value !== '' && setFrom(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor="lib-plays-to">{say('libPlaysTo')}</label>
          <input id="lib-plays-to" type="date" value={to} min={from} onChange={(event) => event.target.value !== '' && setTo(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor="lib-plays-unit">{say('unit')}</label>
          <select id="lib-plays-unit" value={unit} onChange={(event) => setUnit(event.target.value)}>
            <option value="">{say('allUnits')}</option>
            {units.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p className="hint">{say('libPlaysLead')}</p>
      <Asked asked={asked}>
        {({ plays, ledTo }) =>
          plays.length === 0 ? (
            <div className="card">
              <Empty icon="play" title={say('libPlaysNone')} />
            </div>
          ) : (
            <>
              <Card title={say('libTabClips')}>
                <PlaysTable label={say('libTabClips')} rows={totalsOf(plays)} titles={titles} />
              </Card>
              <Card title={say('libLedTo')}>
                <p className="hint">{say('libLedToLead')}</p>
                {ledTo.length === 0 ? <p className="hint">{say('libLedToNone')}</p> : <LedToTable rows={ledTo} titles={titles} />}
              </Card>
              <Card title={say('libDayShort')}>
                <PlaysTable label={say('libDayShort')} rows={plays} titles={titles} />
              </Card>
            </>
          )
        }
      </Asked>
    </div>
  );
}

/** Over the days; kiosks are those of the best day, because they are the same ones day after day. */
function totalsOf(plays: readonly PlayRow[]): readonly Totals[] {
  const totals = new Map<string, Totals>();
  for (const { day: _, ...row } of plays) {
    const before = totals.get(row.clip);
    totals.set(
      row.clip,
      before === undefined
        ? row
        : { clip: row.clip, plays: before.plays + row.plays, seconds: before.seconds + row.seconds, kiosks: Math.max(before.kiosks, row.kiosks), wakes: before.wakes + row.wakes, guides: before.guides + row.guides, taps: before.taps + row.taps, handoffs: before.handoffs + row.handoffs },
    );
  }
  return [...totals.values()].toSorted((a, b) => b.wakes - a.wakes || b.plays - a.plays);
}

type PlaysTableProps = { readonly label: string; readonly rows: readonly (Totals & { readonly day?: string })[]; readonly titles: ReadonlyMap<string, string> };

function PlaysTable({ label, rows, titles }: PlaysTableProps): ReactElement {
  return <DataTable label={label} rows={rows} rowKey={(row) => `${row.day ?? ''} ${row.clip}`} columns={playColumns(titles, useWords())} empty={null} />;
}

function playColumns(titles: PlaysTableProps['titles'], { say, number, day, tongue }: Words): readonly Column<PlaysTableProps['rows'][number]>[] {
  return [
    {
      id: 'clip',
      head: say('libItem'),
      cell: (row) => (
        <>
          {titles.get(row.clip) ?? clipName(row.clip, tongue)}
          {row.day === undefined ? null : <span className="hint">{day(row.day)}</span>}
        </>
      ),
    },
    ...COUNTS.map(([key, word]): Column<PlaysTableProps['rows'][number]> => ({ id: key, head: say(word), align: 'right', cell: (row) => number(row[key]), sortBy: (row) => row[key] })),
    { id: 'hours', head: say('libPlaysTime'), align: 'right', cell: (row) => number(Math.round(row.seconds / 360) / 10), sortBy: (row) => row.seconds },
    { id: 'kiosks', head: say('libPlaysKiosks'), align: 'right', cell: (row) => number(row.kiosks), sortBy: (row) => row.kiosks },
  ];
}

/** Which clip led to which guide; the most opened first. */
function LedToTable({ rows, titles }: { readonly rows: readonly LedToRow[]; readonly titles: PlaysTableProps['titles'] }): ReactElement {
  const { say, number, tongue } = useWords();
  const columns: readonly Column<LedToRow>[] = [
    { id: 'clip', head: say('libItem'), cell: (row) => titles.get(row.clip) ?? clipName(row.clip, tongue) },
    { id: 'guide', head: say('libLedToGuide'), cell: (row) => procedureName(row.procedure, tongue) },
    { id: 'opened', head: say('libPlaysGuides'), align: 'right', cell: (row) => number(row.opened), sortBy: (row) => row.opened },
    { id: 'handoffs', head: say('libPlaysHandoffs'), align: 'right', cell: (row) => number(row.handoffs), sortBy: (row) => row.handoffs },
  ];
  const sorted = rows.toSorted((a, b) => b.opened - a.opened || b.handoffs - a.handoffs);
  return <DataTable label={say('libLedTo')} rows={sorted} rowKey={(row) => `${row.clip} ${row.procedure}`} columns={columns} empty={null} />;
}
