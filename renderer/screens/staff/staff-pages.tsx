import type { ReactElement } from 'react';
import { assertNever } from '#domain/assert-never.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useSend } from '../../session/session-context.ts';
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
      <Paged label={t(`staff.${view.page}`)} pageKey={view.page} className="staff-paged">
        <div className="staff-page">
          <RefusalNote refusal={view.refusal} />
          <Page view={view} />
        </div>
      </Paged>
    </StaffFrame>
  );
}

function Page({ view }: { readonly view: OpenView }): ReactElement {
  const { t } = useWords();
  const { days, status } = view;
  switch (view.page) {
    case 'day': {
      const today = days?.at(-1);
      return today === undefined ? <Reading title={t('staff.day')} /> : <DayPage day={today} status={status} />;
    }
    case 'week':
      return days === null ? <Reading title={t('staff.week')} /> : <WeekPage days={days} />;
    case 'machine':
      return status === null ? <Reading title={t('staff.machine')} /> : <MachinePage status={status} />;
    case 'settings':
      return <SettingsPage busy={view.busy} />;
    default:
      return assertNever(view.page, 'A staff page is not drawn');
  }
}

function Reading({ title }: { readonly title: string }): ReactElement {
  const { t } = useWords();
  return (
    <>
      <h1>{title}</h1>
      <p>{t('staff.loading')}</p>
    </>
  );
}

function StaffControls({ view }: { readonly view: OpenView }): ReactElement {
  const { t } = useWords();
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
        <Button size="small" icon="upload" off={view.busy} onPress={() => send({ kind: 'staff-send-now' })}>
          {t('staff.sendNow')}
        </Button>
        <Button kind="primary" icon="lock" className="staff-lock" onPress={() => send({ kind: 'staff-lock' })}>
          {t('staff.lock')}
        </Button>
      </div>
    </>
  );
}
