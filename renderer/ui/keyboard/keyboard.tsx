import { useState, type ReactElement } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useSession } from '../../session/session-context.ts';
import { useShape } from '../use-shape.ts';
import { keyRows, type Key, type KeyboardForm, type KeyboardLayout } from './key-rows.ts';
import { KeyButton } from './key-button.tsx';
import { NumberPad } from './number-pad.tsx';
import { useRealKeys } from './use-real-keys.ts';
import './keyboard.css';

export type KeyPress = {
  /** A character, several at once ("https://"), `Backspace`, `Clear`, or a tone key of domain/typing.ts. */
  readonly key: string;
  /** Letters make marks. */
  readonly telex: boolean;
  /** Pressed on a keyboard of its own. */
  readonly real: boolean;
};

export type KeyboardProps = {
  readonly layout: KeyboardLayout;
  readonly onKey: (press: KeyPress) => void;
};

/** Keys to touch, real buttons with names (E123); Telex is on in Vietnamese until somebody switches it (E121). */
export function Keyboard({ layout, onKey }: KeyboardProps): ReactElement {
  const { t, tag } = useWords();
  const form = useForm();
  const [set, setSet] = useState<'letters' | 'marks' | 'digits'>('letters');
  const [chosen, setChosen] = useState<boolean | null>(null);
  const telex = layout === 'vietnamese' && (chosen ?? tag === 'vi');
  useRealKeys((key) => onKey({ key, telex, real: true }));
  const write = (key: string): void => onKey({ key, telex, real: false });
  const press = (key: Key): void => {
    if (key.kind === 'digits' || key.kind === 'letters' || key.kind === 'marks') setSet(key.kind);
    else if (key.kind === 'telex') setChosen(!telex);
    else write(writtenBy(key));
  };
  if (set === 'digits') return <DigitKeys press={press} write={write} />;
  return (
    <div className="keyboard" role="group" aria-label={t('keyboard.name')} data-keys={layout} data-form={form}>
      {keyRows(layout, form, set === 'marks').map((row, index) => (
        <div className="keyboard-row" key={index}>
          {row.map(({ key, width }) => (
            <KeyButton key={`${key.kind} ${writtenBy(key)}`} of={key} width={width} telex={telex} onPress={() => press(key)} />
          ))}
        </div>
      ))}
    </div>
  );
}

function useForm(): KeyboardForm {
  const shape = useShape();
  const isLarge = useSession((state) => state.comfort.textSize > 1);
  if (shape === 'portrait') return 'tall';
  return shape === 'tablet' && isLarge ? 'low' : 'wide';
}

function writtenBy(key: Key): string {
  switch (key.kind) {
    case 'character':
    case 'text':
    case 'tone':
      return key.value;
    case 'space':
      return ' ';
    case 'delete':
      return 'Backspace';
    case 'clear':
      return 'Clear';
    case 'telex':
    case 'marks':
    case 'letters':
    case 'digits':
      return '';
  }
}

const SIGNS: readonly Key[] = [{ kind: 'letters' }, { kind: 'character', value: '.' }, { kind: 'character', value: '-' }, { kind: 'space' }];

/** The number pad, with the signs that codes of procedures have, and the way back to the letters (E124). */
function DigitKeys({ press, write }: { readonly press: (key: Key) => void; readonly write: (key: string) => void }): ReactElement {
  const { t } = useWords();
  return (
    <div className="keyboard" role="group" aria-label={t('keyboard.name')} data-keys="digits">
      <NumberPad onKey={write} />
      <div className="keyboard-signs">
        {SIGNS.map((key) => (
          <KeyButton key={`${key.kind} ${writtenBy(key)}`} of={key} width={1} telex={false} onPress={() => press(key)} />
        ))}
      </div>
    </div>
  );
}
