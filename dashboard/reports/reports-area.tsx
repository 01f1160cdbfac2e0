import type { ReactElement } from 'react';
import { dayOf, DEFAULT_TIME_ZONE } from '#domain/calendar-day.ts';
import type { AreaProps } from '../areas.ts';
import { useNow } from '../day/use-now.ts';
import { useWords } from '../i18n/words.ts';
import { useAddress, withQuery } from '../shell/address.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { AnnexPanel } from './annex-panel.tsx';
import { ExportPanel } from './export-panel.tsx';
import './reports.css';

/** Files for other programs and for paper: tables of any span, and the monthly annex. */
export function ReportsArea(props: AreaProps): ReactElement {
  const { say } = useWords();
  const address = useAddress();
  const today = dayOf(useNow(60_000), props.points[0]?.timezone ?? DEFAULT_TIME_ZONE);
  const tab = address.query.get('tab') === 'annex' ? 'annex' : 'tables';
  return (
    <>
      <PageHead title={say('areaReports')} lead={say('reportsLead')} />
      <Tabs
        label={say('areaReports')}
        tabs={[
          { id: 'tables', name: say('reportTables') },
          { id: 'annex', name: say('reportAnnex') },
        ]}
        chosen={tab}
        onChoose={(id) => address.go(withQuery(address, { tab: id === 'tables' ? null : id }), 'replace')}
      >
        {tab === 'annex' ? <AnnexPanel {...props} today={today} /> : <ExportPanel {...props} today={today} />}
      </Tabs>
    </>
  );
}
