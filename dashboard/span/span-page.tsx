import type { ReactElement } from 'react';
import type { CentreClient } from '../api/centre-client.ts';
import { useLoaded } from '../api/use-asked.ts';
import { ScoreTable } from '../charts/score-table.tsx';
import { TrendMark } from '../charts/trend-mark.tsx';
import { dayView } from '../day/day-view.ts';
import { FieldTable } from '../day/field-table.tsx';
import type { Places } from '../day/load-day.ts';
import { ProcedureTable } from '../day/procedure-table.tsx';
import { SatisfactionCard } from '../day/satisfaction-card.tsx';
import type { Scope } from '../day/scope.ts';
import { TARGET } from '../day/share-view.ts';
import { TapsCard } from '../day/taps-card.tsx';
import { useWords } from '../i18n/words.ts';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { HeatMapCard } from './heat-map-card.tsx';
import { loadSpan, type SpanData } from './load-span.ts';
import { ReasonSeriesCard } from './reason-series-card.tsx';
import { SeriesCard } from './series-card.tsx';
import { StuckStepCard } from './stuck-step-card.tsx';
import './span.css';

/** A longer span changes slowly. */
const REFRESH_MS = 5 * 60_000;

type SpanPageProps = { readonly client: CentreClient; readonly places: Places; readonly scope: Scope; readonly today: string };

export function SpanPage({ client, places, scope, today }: SpanPageProps): ReactElement {
  const data = useLoaded(JSON.stringify(scope), (signal) => loadSpan(client, scope, places, signal), REFRESH_MS);
  return <Asked asked={data}>{(value, at) => <SpanReport data={value} today={today} at={at} />}</Asked>;
}

function SpanReport({ data, today, at }: { readonly data: SpanData; readonly today: string; readonly at: number }): ReactElement {
  const { say, time, day } = useWords();
  const view = dayView(data.rows);
  const { trend, scope } = data;
  const target = data.targets.targets.find((each) => each.field === null)?.target ?? TARGET;
  if (view.taps === 0) {
    return (
      <section className="card calm-card empty">
        <h2>{say('spanEmptyTitle')}</h2>
        <p>{say(scope.span.from > today ? 'emptyFuture' : 'spanEmptyLead')}</p>
      </section>
    );
  }
  return (
    <div className="grid">
      <TapsCard view={view}>
        <div className="versus">
          <h3>{trend === null ? say('trendBefore') : say('trendAgainst', { from: day(trend.from), to: day(trend.to) })}</h3>
          <p>
            <TrendMark trend={trend} withInterval />
          </p>
        </div>
      </TapsCard>
      <SatisfactionCard view={view} target={target} span={9} />
      <SeriesCard data={data} today={today} />
      <Card title={say('scores')} span={5} className="scores-card">
        <ScoreTable scores={view.scores} taps={view.taps} />
      </Card>
      <HeatMapCard cells={data.heat} span={scope.span} target={target} />
      <ReasonSeriesCard parts={data.reasons} />
      <FieldTable fields={data.fields} />
      <StuckStepCard guides={data.guides} />
      <ProcedureTable procedures={data.procedures} wide />
      <p className="updated">{say('updatedAt', { time: time(at) })}</p>
    </div>
  );
}
