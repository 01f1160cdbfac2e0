import type { ReactElement } from 'react';
import type { CentreClient } from '../api/centre-client.ts';
import { useLoaded } from '../api/use-asked.ts';
import { Asked } from '../ui/asked.tsx';
import { DayReport } from './day-report.tsx';
import { loadDay, type Places } from './load-day.ts';
import type { Scope } from './scope.ts';

/** A kiosk reports about once a minute. */
const REFRESH_MS = 60_000;

type DayPageProps = { readonly client: CentreClient; readonly places: Places; readonly scope: Scope; readonly today: string };

export function DayPage({ client, places, scope, today }: DayPageProps): ReactElement {
  const day = useLoaded(JSON.stringify(scope), (signal) => loadDay(client, scope, places, signal), REFRESH_MS);
  return <Asked asked={day}>{(data, at) => <DayReport data={data} places={places} today={today} at={at} />}</Asked>;
}
