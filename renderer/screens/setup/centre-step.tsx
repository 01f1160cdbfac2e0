import { useState, type ReactElement } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useSend } from '../../session/session-context.ts';
import type { SetupScreen } from '../../session/state.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Keyboard, type KeyPress } from '../../ui/keyboard/keyboard.tsx';
import { RefusalNote } from '../staff/refusal-note.tsx';
import { StaffFrame } from '../staff/staff-frame.tsx';
import { SetupProgress } from './setup-progress.tsx';

type Field = 'centreUrl' | 'pairingCode';

/** The centre's address and a pairing code, or the choice to run alone. */
export function CentreStep({ screen }: { readonly screen: SetupScreen }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const [field, setField] = useState<Field>('centreUrl');
  const onKey = (press: KeyPress): void => send({ kind: 'setup-type', field, text: typeInto(field, screen[field], press) });
  const incomplete = screen.centreUrl.trim() === '' || screen.pairingCode.trim() === '';
  const controls = (
    <>
      <Keyboard layout={field === 'pairingCode' ? 'code' : 'address'} onKey={onKey} />
      <div className="setup-ends">
        <Button off={screen.busy} onPress={() => send({ kind: 'setup-run-alone' })}>
          {t('setup.alone')}
        </Button>
        <Button kind="primary" off={screen.busy || incomplete} onPress={() => send({ kind: 'setup-enrol' })}>
          {screen.busy ? t('setup.enrolling') : t('setup.enrol')}
        </Button>
      </div>
    </>
  );
  return (
    <StaffFrame name="centre" controls={controls}>
      <SetupProgress screen={screen} />
      <h1>{t('setup.centreTitle')}</h1>
      <p className="setup-hint">{t('setup.centreHint')}</p>
      <RefusalNote refusal={screen.refusal} />
      <CentreField name="centreUrl" screen={screen} active={field} onFocus={setField} />
      <CentreField name="pairingCode" screen={screen} active={field} onFocus={setField} />
      <p className="setup-hint">
        {t('setup.alone')}: {t('setup.aloneHint')}
      </p>
    </StaffFrame>
  );
}

/** A code is groups of four; the dash between them needs no key. */
function typeInto(field: Field, before: string, { key, real }: KeyPress): string {
  if (key === 'Clear') return '';
  if (key === 'Backspace') return before.slice(0, -1);
  if (field === 'centreUrl') return before + key;
  const isFullGroup = !real && before.length === 4 && !before.includes('-');
  return before + (isFullGroup ? '-' : '') + key.toUpperCase();
}

type CentreFieldProps = {
  readonly name: Field;
  readonly screen: SetupScreen;
  /** The field that the screen's keys type into. */
  readonly active: Field;
  readonly onFocus: (field: Field) => void;
};

function CentreField({ name, screen, active, onFocus }: CentreFieldProps): ReactElement {
  const { t } = useWords();
  const send = useSend();
  return (
    <label className="setup-field" data-active={active === name}>
      <span className="setup-label">{t(`setup.${name}`)}</span>
      <input
        type="text"
        inputMode="none"
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={screen.refusal !== null}
        placeholder={t(`setup.${name}Example`)}
        value={screen[name]}
        onFocus={() => onFocus(name)}
        onChange={(event) => send({ kind: 'setup-type', field: name, text: event.target.value })}
      />
    </label>
  );
}
