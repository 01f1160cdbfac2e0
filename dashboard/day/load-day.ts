import type { DaySummary, HourSummary, KioskList, ProcedureSummary } from '#contract/summaries.ts';
import type { CentreAnswer, CentreClient } from '../api/centre-client.ts';
import { summaryQuery, type Scope } from './csv-links.ts';

/** Everything one look at a day needs; `rows` cover the seven days that end with it. */
export type DayData = {
  readonly rows: readonly DaySummary[];
  readonly hours: HourSummary['hours'];
  readonly procedures: ProcedureSummary['procedures'];
  readonly kiosks: KioskList['kiosks'];
};

/** Asks for the whole page at once, so that its figures are of one moment; the first failure speaks for all. */
export async function loadDay(client: CentreClient, scope: Scope, signal: AbortSignal): Promise<CentreAnswer<DayData>> {
  const query = summaryQuery(scope);
  const [daily, hourly, procedures, kiosks] = await Promise.all([
    client.ask('daily', { query: summaryQuery(scope, 7), signal }),
    client.ask('hourly', { query, signal }),
    client.ask('procedures', { query, signal }),
    client.ask('kiosks', { query: { day: scope.day }, signal }),
  ]);
  if (!daily.ok) return daily;
  if (!hourly.ok) return hourly;
  if (!procedures.ok) return procedures;
  if (!kiosks.ok) return kiosks;
  const here = kiosks.value.kiosks.filter((kiosk) => scope.servicePoint === null || kiosk.servicePoint === scope.servicePoint);
  return { ok: true, value: { rows: daily.value.days, hours: hourly.value.hours, procedures: procedures.value.procedures, kiosks: here } };
}
