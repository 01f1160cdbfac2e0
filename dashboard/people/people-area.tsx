import type { ReactElement } from 'react';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { useAddress, withQuery } from '../shell/address.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { SubscriptionList } from './subscription-list.tsx';
import { TokenList } from './token-list.tsx';
import { UserList } from './user-list.tsx';
import './people.css';

const TABS = ['users', 'tokens', 'notices'] as const;

/** Who may use this centre, which systems read it, and who is told what. */
export function PeopleArea(props: AreaProps): ReactElement {
  const { say } = useWords();
  const address = useAddress();
  const chosen = TABS.find((tab) => tab === address.query.get('tab')) ?? 'users';
  const names = { users: say('tabUsers'), tokens: say('tabTokens'), notices: say('tabNotices') };
  return (
    <>
      <PageHead title={say('areaPeople')} lead={say('peopleLead')} />
      <Tabs label={say('peopleTabs')} tabs={TABS.map((id) => ({ id, name: names[id] }))} chosen={chosen} onChoose={(tab) => address.go(withQuery(address, { tab: tab === 'users' ? null : tab }), 'replace')}>
        {chosen === 'users' ? <UserList {...props} /> : null}
        {chosen === 'tokens' ? <TokenList {...props} /> : null}
        {chosen === 'notices' ? <SubscriptionList {...props} title={say('tabNotices')} lead={say('noticesLead')} ownOnly={false} /> : null}
      </Tabs>
    </>
  );
}
