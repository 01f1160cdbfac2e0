import type { ReactElement } from 'react';
import { assertNever } from '#domain/assert-never.ts';
import { formatDay } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Translate } from '../../i18n/words.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import { STAFF_PAGES, type StaffView } from '../../session/state.ts';
import { Paged } from '../../ui/content/paged.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { DayPage } from './day-page.tsx';
import { MachinePage } from './machine-page.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { SettingsPage } from './settings-page.tsx';
import { StaffFrame } from './staff-frame.tsx';
import { WeekPage } from './week-page.tsx';

export type OpenView = Extract<StaffView, { kind: 'open' }>;

export function StaffPages({ view }: { readonly view: OpenView }): ReactElement {
  const { t } = useWords();
  return (
    <StaffFrame name="open" controls={<StaffControls view={view} />}>
      <h1>{title(t, view)}</h1>
      <RefusalNote refusal={view.refusal} />
      <Paged label={t(`staff.${view.page}`)} pageKey={view.page} className="staff-paged">
        <div className="staff-page">
          <Page view={view} />
        </div>
      </Paged>
    </StaffFrame>
  );
}

function title(t: Translate, view: OpenView): string {
  const today = view.days?.at(-1)?.day;
  if (view.page === 'day' && today !== undefined) return t('staff.dayTitle', { date: formatDay(today) });
  return t(view.page === 'week' ? 'staff.weekTitle' : `staff.${view.page}`);
}

function Page({ view }: { readonly view: OpenView }): ReactElement {
  const { days, status } = view;
  switch (view.page) {
    case 'day': {
      const today = days?.at(-1);
      return today === undefined ? <Reading /> : <DayPage day={today} status={status} />;
    }
    case 'week':
      return days === null ? <Reading /> : <WeekPage days={days} />;
    case 'machine':
      return status === null ? <Reading /> : <MachinePage status={status} />;
    case 'settings':
      return <SettingsPage busy={view.busy} />;
    default:
      return assertNever(view.page, 'A staff page is not drawn');
  }
}

function Reading(): ReactElement {
  const { t } = useWords();
  return <p>{t('staff.loading')}</p>;
}

function StaffControls({ view }: { readonly view: OpenView }): ReactElement {
  const { t } = useWords();
  const hasCentre = useSession((state) => state.kiosk.boot?.servicePoint !== null);
  const send = useSend();
  return (
    <>
      <nav className="staff-tabs" aria-label={t('staff.pages')}>
        {STAFF_PAGES.map((page) => (
          <Button key={page} size="small" className="staff-tab" chosen={page === view.page} onPress={() => send({ kind: 'staff-page', page })}>
            {t(`staff.${page}`)}
          </Button>
        ))}
      </nav>
      <div className="staff-ends">
        <Button size="small" icon="upload" off={view.busy || !hasCentre} onPress={() => send({ kind: 'staff-send-now' })}>
          {t('staff.sendNow')}
        </Button>
        <Button kind="primary" icon="lock" className="staff-lock" onPress={() => send({ kind: 'staff-lock' })}>
          {t('staff.lock')}
        </Button>
      </div>
    </>
  );
}
