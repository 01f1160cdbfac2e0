import type { ReactElement } from 'react';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { useAddress } from '../shell/address.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { CalendarTab } from './calendar-tab.tsx';
import { ClipsTab } from './clips-tab.tsx';
import { CoverageTab } from './coverage-tab.tsx';
import { EditionPage } from './edition-page.tsx';
import { EditionsTab } from './editions-tab.tsx';
import { NoticesTab } from './notices-tab.tsx';
import { PlaysTab } from './plays-tab.tsx';
import './library.css';

const TABS = ['editions', 'clips', 'calendar', 'notices', 'coverage', 'plays'] as const;
const WORDS = { editions: 'libTabEditions', clips: 'libTabClips', calendar: 'libTabCalendar', notices: 'libTabNotices', coverage: 'libTabCoverage', plays: 'libTabPlays' } as const;

/** The content library: `/library?tab=…`, and `/library/<edition>` for one edition. */
export function LibraryArea(props: AreaProps): ReactElement {
  const { say } = useWords();
  const { path, query, go } = useAddress();
  const edition = /^\/library\/([^/]+)$/.exec(path)?.[1];
  if (edition !== undefined) return <EditionPage key={edition} {...props} id={decodeURIComponent(edition)} />;
  const tab = TABS.find((each) => each === query.get('tab')) ?? 'editions';
  return (
    <>
      <PageHead title={say('areaLibrary')} lead={say('libLead')} />
      <Tabs label={say('areaLibrary')} tabs={TABS.map((id) => ({ id, name: say(WORDS[id]) }))} chosen={tab} onChoose={(id) => go(id === 'editions' ? '/library' : `/library?tab=${id}`, 'replace')}>
        <TabPanel tab={tab} {...props} />
      </Tabs>
    </>
  );
}

function TabPanel({ tab, ...props }: AreaProps & { readonly tab: (typeof TABS)[number] }): ReactElement {
  switch (tab) {
    case 'editions':
      return <EditionsTab {...props} />;
    case 'clips':
      return <ClipsTab {...props} />;
    case 'calendar':
      return <CalendarTab {...props} />;
    case 'notices':
      return <NoticesTab {...props} />;
    case 'coverage':
      return <CoverageTab {...props} />;
    case 'plays':
      return <PlaysTab {...props} />;
  }
}
