import { useState, type ReactElement } from 'react';
import { ALERT_KINDS, type Alert } from '#contract/day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { PlacePicker } from '../day/scope-toolbar.tsx';
import { useNow } from '../day/use-now.ts';
import { useWords } from '../i18n/words.ts';
import { useAddress, withQuery } from '../shell/address.ts';
import { Asked } from '../ui/asked.tsx';
import { Empty } from '../ui/empty.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import { AlertCard } from './alert-card.tsx';
import { KIND_WORDS } from './alert-words.ts';
import './alerts.css';

const REFRESH_MS = 60_000;

/** What the published rules found: open ones first, and what became of the others. */
export function AlertsArea({ client, user, points, units }: AreaProps): ReactElement {
  const { say } = useWords();
  const address = useAddress();
  const { query, go } = address;
  const now = useNow(REFRESH_MS);
  const [answering, setAnswering] = useState<Alert | null>(null);
  const state = query.get('state') === 'closed' ? 'closed' : 'open';
  const kind = ALERT_KINDS.find((each) => each === query.get('kind')) ?? null;
  const [unit, point] = [query.get('unit'), query.get('point')];
  const asked = useAsked(client, 'alerts', {
    query: { state, ...(kind === null ? {} : { kind }), ...(point !== null ? { servicePoint: point } : unit !== null ? { unit } : {}) },
    refreshMs: REFRESH_MS,
  });
  const set = (changes: Readonly<Record<string, string | null>>): void => go(withQuery(address, changes), 'replace');
  return (
    <>
      <PageHead title={say('areaAlerts')} lead={say('alertsLead')}>
        <KindPicker kind={kind} onPick={(to) => set({ kind: to })} />
        <PlacePicker scope={{ span: { kind: 'day', from: '', to: '' }, unit: point === null ? unit : null, servicePoint: point }} points={points} units={units} onGo={(to) => set({ unit: to.unit, point: to.servicePoint })} />
      </PageHead>
      <Tabs
        label={say('areaAlerts')}
        tabs={[
          { id: 'open', name: say('alertsOpen') },
          { id: 'closed', name: say('alertsClosed') },
        ]}
        chosen={state}
        onChoose={(id) => set({ state: id === 'open' ? null : id })}
      >
        <Asked asked={asked}>
          {({ alerts }) => <AlertCards alerts={alerts} state={state} now={now} onAnswer={user.role === 'viewer' ? null : setAnswering} />}
        </Asked>
      </Tabs>
      <p className="updated rule">
        <Icon name="info" className="icon" />
        {say('alertsRule')}
      </p>
      {answering === null ? null : (
        <AcknowledgeDialog
          client={client}
          alert={answering}
          onClose={() => setAnswering(null)}
          onDone={() => {
            setAnswering(null);
            asked.again();
          }}
        />
      )}
    </>
  );
}

type Kind = (typeof ALERT_KINDS)[number];

function KindPicker({ kind, onPick }: { readonly kind: Kind | null; readonly onPick: (kind: string) => void }): ReactElement {
  const { say } = useWords();
  return (
    <>
      <label className="visually-hidden" htmlFor="alert-kind">
        {say('alertKind')}
      </label>
      <select id="alert-kind" value={kind ?? ''} onChange={(event) => onPick(event.target.value)}>
        <option value="">{say('alertAllKinds')}</option>
        {ALERT_KINDS.map((each) => (
          <option key={each} value={each}>
            {say(KIND_WORDS[each])}
          </option>
        ))}
      </select>
    </>
  );
}

type AlertCardsProps = { readonly alerts: readonly Alert[]; readonly state: 'open' | 'closed'; readonly now: number; /** Null for those who may only look. */ readonly onAnswer: ((alert: Alert) => void) | null };

function AlertCards({ alerts, state, now, onAnswer }: AlertCardsProps): ReactElement {
  const { say, number } = useWords();
  if (alerts.length === 0) {
    return (
      <div className="card">
        <Empty icon={state === 'open' ? 'check' : 'clock'} title={say(state === 'open' ? 'alertsNoneOpen' : 'alertsNoneClosed')}>
          {state === 'open' ? <p>{say('alertsNoneOpenLead')}</p> : null}
        </Empty>
      </div>
    );
  }
  return (
    <>
      <p className="visually-hidden" role="status">
        {say('alertsCount', { count: number(alerts.length) })}
      </p>
      <ul className="alerts">
        {alerts.map((alert) => (
          <li key={alert.id}>
            <AlertCard alert={alert} now={now} onAnswer={onAnswer === null || alert.closedAt !== null ? null : () => onAnswer(alert)} />
          </li>
        ))}
      </ul>
    </>
  );
}
