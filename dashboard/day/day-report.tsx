import type { ReactElement } from 'react';
import { HourChart } from '../charts/hour-chart.tsx';
import { ScoreTable } from '../charts/score-table.tsx';
import { WeekChart } from '../charts/week-chart.tsx';
import type { Scope } from './csv-links.ts';
import { dayView, hourBars } from './day-view.ts';
import type { DayData } from './load-day.ts';
import { scopeAddress } from './scope-address.ts';
import { weekView } from './week-view.ts';
import { useWords } from '../i18n/words.ts';
import { KioskTable } from '../kiosks/kiosk-table.tsx';
import { ProcedureTable } from './procedure-table.tsx';
import { ReasonTable } from './reason-table.tsx';
import { SatisfactionCard } from './satisfaction-card.tsx';
import type { ServicePoints } from '../areas.ts';
import { TapsCard } from './taps-card.tsx';

type DayReportProps = {
  readonly data: DayData;
  readonly scope: Scope;
  readonly today: string;
  /** When the figures came, ms. */
  readonly at: number;
  readonly turning: boolean;
  readonly points: ServicePoints;
  readonly onGo: (scope: Scope) => void;
  readonly onAddKiosk: (() => void) | null;
};

export function DayReport({ data, scope, today, at, turning, points, onGo, onAddKiosk }: DayReportProps): ReactElement {
  const { say, time } = useWords();
  const view = dayView(data.rows.filter((row) => row.day === scope.day));
  return (
    <div className="grid" data-turning={turning}>
      <TapsCard view={view} />
      {view.taps === 0 ? (
        <section className="card span-6 calm-card">
          <h2>{say('emptyTitle')}</h2>
          <p>{say(scope.day > today ? 'emptyFuture' : 'emptyLead')}</p>
        </section>
      ) : (
        <SatisfactionCard view={view} />
      )}
      <section className="card span-3 week-card" aria-labelledby="h-week">
        <h2 id="h-week">{say('week')}</h2>
        <WeekChart days={weekView(data.rows, scope.day)} selected={scope.day} addressOf={(day) => scopeAddress({ ...scope, day }, today)} onPick={(day) => onGo({ ...scope, day })} />
      </section>
      {view.taps === 0 ? null : (
        <>
          <section className="card span-5 scores-card" aria-labelledby="h-scores">
            <h2 id="h-scores">{say('scores')}</h2>
            <ScoreTable scores={view.scores} taps={view.taps} />
          </section>
          <section className="card span-7 hours-card" aria-labelledby="h-hours">
            <h2 id="h-hours">{say('byHour')}</h2>
            <HourChart bars={hourBars(data.hours)} />
          </section>
          <ReasonTable reasons={view.reasons} />
        </>
      )}
      <ProcedureTable procedures={data.procedures} wide={view.taps === 0} />
      <KioskTable kiosks={data.kiosks} points={points} now={at} onAddKiosk={onAddKiosk} />
      <p className="updated">{say('updatedAt', { time: time(at) })}</p>
    </div>
  );
}
