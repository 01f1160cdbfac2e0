import type { ReactElement } from 'react';
import { HourChart } from '../charts/hour-chart.tsx';
import { ScoreTable } from '../charts/score-table.tsx';
import { WeekChart } from '../charts/week-chart.tsx';
import { useWords } from '../i18n/words.ts';
import { Card } from '../ui/card.tsx';
import { dayView, hourBars } from './day-view.ts';
import { FieldTable } from './field-table.tsx';
import { KiosksInShort } from './kiosks-in-short.tsx';
import type { DayData, Places } from './load-day.ts';
import { ProcedureTable } from './procedure-table.tsx';
import { ReasonTable } from './reason-table.tsx';
import { SatisfactionCard } from './satisfaction-card.tsx';
import { scopeAddress } from './scope.ts';
import { TARGET } from './share-view.ts';
import { TapsCard } from './taps-card.tsx';
import { TrendMark } from '../charts/trend-mark.tsx';

type DayReportProps = {
  readonly data: DayData;
  readonly places: Places;
  readonly today: string;
  /** When the figures came, ms. */
  readonly at: number;
};

export function DayReport({ data, places, today, at }: DayReportProps): ReactElement {
  const { say, time, day: dayText } = useWords();
  const { scope, week } = data;
  const day = scope.span.to;
  const view = dayView(data.rows.filter((row) => row.day === day));
  const target = data.targets.find((each) => each.field === null)?.target ?? TARGET;
  const isEmpty = view.taps === 0;
  const { trend } = week.now;
  return (
    <div className="grid">
      <TapsCard view={view} />
      {isEmpty ? (
        <section className="card span-5 calm-card">
          <h2>{say('emptyTitle')}</h2>
          <p>{say(day > today ? 'emptyFuture' : 'emptyLead')}</p>
        </section>
      ) : (
        <SatisfactionCard view={view} target={target} span={5} />
      )}
      <Card title={say('week')} span={4} className="week-card">
        <WeekChart days={week.days} selected={day} addressOf={(each) => scopeAddress('/day', { ...scope, span: { kind: 'day', from: each, to: each } }, today)} />
        <div className="versus">
          <h3>{trend === null ? say('trendTitle') : say('trendAgainst', { from: dayText(trend.from), to: dayText(trend.to) })}</h3>
          <p>
            <TrendMark trend={trend} withInterval />
          </p>
        </div>
      </Card>
      {isEmpty ? null : (
        <>
          <Card title={say('scores')} span={5} className="scores-card">
            <ScoreTable scores={view.scores} taps={view.taps} />
          </Card>
          <Card title={say('byHour')} span={7} className="hours-card">
            <HourChart bars={hourBars(data.hours)} />
          </Card>
          <ReasonTable reasons={view.reasons} />
        </>
      )}
      <ProcedureTable procedures={data.procedures} wide={isEmpty} />
      {isEmpty ? null : <FieldTable fields={data.fields} />}
      <KiosksInShort kiosks={data.kiosks} points={places.points} now={at} />
      <p className="updated">{say('updatedAt', { time: time(at) })}</p>
    </div>
  );
}
