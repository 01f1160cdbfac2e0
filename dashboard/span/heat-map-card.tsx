import { useState, type ReactElement } from 'react';
import { addDays } from '#domain/calendar-day.ts';
import type { Span } from '../day/span.ts';
import { useWords } from '../i18n/words.ts';
import { Card } from '../ui/card.tsx';
import { heatHours, weekdayCounts, type HeatCell } from './span-view.ts';

type HeatMapProps = { readonly cells: readonly HeatCell[]; readonly span: Span; readonly target: number };

/** A Monday, to take the names of weekdays from. */
const MONDAY = '2026-11-23';
const BOX = 30;

/** Hours of the week. The chart is a table: every cell has its number, and a square that grows with it. */
export function HeatMapCard({ cells, span, target }: HeatMapProps): ReactElement {
  const { say, number, wholePercent, shortWeekday, weekday } = useWords();
  const [mode, setMode] = useState<'taps' | 'share'>('taps');
  const hours = heatHours(cells);
  const most = cells.reduce<HeatCell | null>((best, cell) => (best === null || cell.taps > best.taps ? cell : best), null);
  const days = weekdayCounts(span);
  const tools = (
    <div className="joined" role="group" aria-label={say('heatMode')}>
      {(['taps', 'share'] as const).map((each) => (
        <button key={each} type="button" className="secondary kind" aria-pressed={mode === each} onClick={() => setMode(each)}>
          {say(each === 'taps' ? 'tapsOfDay' : 'satisfaction')}
        </button>
      ))}
    </div>
  );
  const nameOf = (at: number): string => addDays(MONDAY, at);
  return (
    <Card title={say('heatTitle')} span={7} className="heat-card" tools={tools}>
      {most === null || most.taps === 0 ? null : <p>{say('heatMost', { weekday: weekday(nameOf(most.weekday - 1)), hour: String(most.hour), next: String(most.hour + 1), count: number(most.taps) })}</p>}
      <div className="scroll" tabIndex={0} role="region" aria-label={say('tableOf', { name: say('heatTitle') })}>
        <table className={`heat heat-${mode}`}>
          <caption className="visually-hidden">{say(mode === 'taps' ? 'heatCaptionTaps' : 'heatCaptionShare')}</caption>
          <thead>
            <tr>
              <td />
              {hours.map((hour) => (
                <th scope="col" key={hour}>
                  {hour}
                  <span className="visually-hidden"> {say('hour')}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[0, 1, 2, 3, 4, 5, 6].map((at) => (
              <tr key={at}>
                <th scope="row">
                  <span aria-hidden="true">{shortWeekday(nameOf(at))}</span>
                  <span className="visually-hidden">{weekday(nameOf(at))}</span>
                </th>
                {hours.map((hour) => {
                  const cell = cells.find((each) => each.weekday === at + 1 && each.hour === hour);
                  return <td key={hour}>{cell === undefined || days[at] === 0 ? <Blank /> : mode === 'taps' ? <Taps cell={cell} most={Math.max(1, most?.taps ?? 1)} text={number(cell.taps)} /> : <Rate cell={cell} target={target} text={cell.satisfied === null ? '–' : wholePercent(cell.satisfied.rate)} />}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="hint">{say(mode === 'taps' ? 'heatNoteTaps' : 'heatNoteShare', { target: wholePercent(target) })}</p>
    </Card>
  );
}

function Blank(): ReactElement {
  return <span className="heat-blank">·</span>;
}

/** The area of the square says the count, so that twice as many look twice as many. */
function Taps({ cell, most, text }: { readonly cell: HeatCell; readonly most: number; readonly text: string }): ReactElement {
  const side = Math.sqrt(cell.taps / most) * BOX;
  if (cell.taps === 0) return <span className="heat-blank">0</span>;
  return (
    <>
      <svg viewBox={`0 0 ${BOX} ${BOX}`} aria-hidden="true">
        <rect className="hour" x={(BOX - side) / 2} y={(BOX - side) / 2} width={side} height={side} />
      </svg>
      <span>{text}</span>
    </>
  );
}

/** Full square: the whole interval reaches the target; hatched: the whole interval misses it; open: nothing can be concluded. */
function Rate({ cell, target, text }: { readonly cell: HeatCell; readonly target: number; readonly text: string }): ReactElement {
  const { satisfied } = cell;
  if (satisfied === null) return <span className="heat-blank">{text}</span>;
  const kind = satisfied.low >= target ? 'reached' : satisfied.high < target ? 'missed' : 'unsure';
  return (
    <>
      <svg viewBox={`0 0 ${BOX} ${BOX}`} aria-hidden="true">
        <rect className={`rate-${kind}`} x="4" y="4" width={BOX - 8} height={BOX - 8} />
        {kind === 'missed' ? <path className="hatch" d="M4 14 14 4M4 24 24 4M10 26 26 10M20 26 26 20" /> : null}
      </svg>
      <span>{text}</span>
    </>
  );
}
