import type { ReactElement, ReactNode } from 'react';
import { assertNever } from '#domain/assert-never.ts';
import { ThanksLotus } from '../../art/lotus.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useSend } from '../../session/session-context.ts';
import type { SetupScreen } from '../../session/state.ts';
import { Paged } from '../../ui/content/paged.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { PinDots, PinPad } from '../staff/pin-pad.tsx';
import { RefusalNote } from '../staff/refusal-note.tsx';
import { LanguageChoice, ProfileChoice } from '../staff/setting-choices.tsx';
import { StaffFrame } from '../staff/staff-frame.tsx';
import { CentreStep } from './centre-step.tsx';
import { SetupProgress } from './setup-progress.tsx';
import './setup.css';

/** The first start of a kiosk: one thing a screen, and nothing that is done already. */
export function Setup({ screen }: { readonly screen: SetupScreen }): ReactElement {
  switch (screen.step) {
    case 'language':
      return <LanguageStep screen={screen} />;
    case 'profile':
      return <ProfileStep screen={screen} />;
    case 'centre':
      return <CentreStep screen={screen} />;
    case 'pin':
      return <PinStep screen={screen} />;
    default:
      return assertNever(screen.step, 'A step of the set-up is not drawn');
  }
}

type StepProps = { readonly screen: SetupScreen };

function SetupNext({ screen, children }: StepProps & { readonly children?: ReactNode }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  return (
    <div className="setup-ends">
      {children}
      <Button kind="primary" off={screen.busy} onPress={() => send({ kind: 'setup-next' })}>
        {screen.busy ? t('setup.saving') : t('setup.next')}
      </Button>
    </div>
  );
}

function LanguageStep({ screen }: StepProps): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const controls = (
    <>
      <LanguageChoice settings={screen.settings} onChoose={(settings) => send({ kind: 'setup-choose', settings })} />
      <SetupNext screen={screen} />
    </>
  );
  return (
    <StaffFrame name="setup" controls={controls}>
      <div className="staff-pin">
        <div className="setup-picture">
          <ThanksLotus className="setup-lotus" />
        </div>
        <SetupProgress screen={screen} />
        <h1>{t('setup.languageTitle')}</h1>
        <RefusalNote refusal={screen.refusal} />
      </div>
    </StaffFrame>
  );
}

function ProfileStep({ screen }: StepProps): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const controls = (
    <SetupNext screen={screen}>
      <Button icon="back" onPress={() => send({ kind: 'setup-go', step: 'language' })}>
        {t('setup.back')}
      </Button>
    </SetupNext>
  );
  return (
    <StaffFrame name="setup" controls={controls}>
      <SetupProgress screen={screen} />
      <h1>{t('setup.profileTitle')}</h1>
      <p className="setup-hint">{t('setup.profileHint')}</p>
      <Paged label={t('setup.profileTitle')} pageKey="profile" className="staff-paged">
        <ProfileChoice settings={screen.settings} onChoose={(settings) => send({ kind: 'setup-choose', settings })} />
      </Paged>
      <RefusalNote refusal={screen.refusal} />
    </StaffFrame>
  );
}

function PinStep({ screen }: StepProps): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const { pin } = screen;
  const again = pin.first !== null;
  const controls = (
    <>
      <PinPad />
      <Button kind="primary" off={screen.busy || pin.typed === ''} onPress={() => send({ kind: 'pin-enter' })}>
        {screen.busy ? t('setup.saving') : t(again ? 'staff.setPinEnter' : 'setup.next')}
      </Button>
    </>
  );
  return (
    <StaffFrame name="pin" controls={controls}>
      <div className="staff-pin">
        <SetupProgress screen={screen} />
        <h1>{t(again ? 'staff.setPinAgain' : 'setup.pinTitle')}</h1>
        <p>{t(again ? 'staff.setPinAgainHint' : 'staff.setPinHint')}</p>
        <PinDots typed={pin.typed} />
        {pin.differ ? (
          <p role="alert" className="refusal">
            {t('staff.setPinDiffer')}
          </p>
        ) : null}
        <RefusalNote refusal={screen.refusal} />
      </div>
    </StaffFrame>
  );
}
