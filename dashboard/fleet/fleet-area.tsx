import { useState, type ReactElement } from 'react';
import { dayOf } from '#domain/calendar-day.ts';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useNow } from '../day/use-now.ts';
import { useWords } from '../i18n/words.ts';
import { KioskTable } from '../kiosks/kiosk-table.tsx';
import { PairDialog } from '../kiosks/pair-dialog.tsx';
import { Asked } from '../ui/asked.tsx';
import { PageHead } from '../ui/page-head.tsx';

export function FleetArea({ client, user, points, onPlacesChanged }: AreaProps): ReactElement {
  const { say } = useWords();
  const now = useNow(60_000);
  const kiosks = useAsked(client, 'kiosks', { query: { day: dayOf(now) }, refreshMs: 60_000 });
  const [pairing, setPairing] = useState(false);
  return (
    <>
      <PageHead title={say('areaFleet')} />
      <Asked asked={kiosks}>{({ kiosks: rows }) => <KioskTable kiosks={rows} points={points} now={now} onAddKiosk={user.role === 'viewer' ? null : () => setPairing(true)} />}</Asked>
      {pairing ? <PairDialog client={client} points={points} mayAddPoint={user.role === 'admin'} onClose={() => setPairing(false)} onPointAdded={onPlacesChanged} /> : null}
    </>
  );
}
