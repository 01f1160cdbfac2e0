import type { CSSProperties, ReactElement } from 'react';
import { Icon } from '../../art/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { Translate } from '../../i18n/words.ts';
import type { Key } from './key-rows.ts';
import { ToneSign } from './tone-sign.tsx';

type KeyButtonProps = {
  readonly of: Key;
  /** Its share of the row. */
  readonly width: number;
  readonly telex: boolean;
  readonly onPress: () => void;
};

/** One key. Its spoken name says what it does ("dấu sắc", "xóa một ký tự"); what it shows may be a sign. */
export function KeyButton({ of: key, width, telex, onPress }: KeyButtonProps): ReactElement {
  const { t } = useWords();
  const isSwitch = key.kind === 'telex';
  const style: CSSProperties = { flexGrow: width };
  return (
    <button
      type="button"
      className={`key key-${key.kind}`}
      style={style}
      data-width={width}
      aria-label={nameOf(key, t)}
      data-spoken={key.kind === 'tone' ? t(`keyboard.${key.value}`) : undefined}
      aria-pressed={isSwitch ? telex : undefined}
      onClick={onPress}
    >
      <KeyFace of={key} />
    </button>
  );
}

/** undefined: what the key shows is its name. */
function nameOf(key: Key, t: Translate): string | undefined {
  switch (key.kind) {
    case 'tone':
      return toneName(key.value, t);
    case 'delete':
      return t('keyboard.delete');
    case 'telex':
      return t('keyboard.telexName');
    case 'digits':
    case 'letters':
    case 'marks':
      return t(`keyboard.${key.kind}Name`);
    case 'character':
      return signName(key.value, t);
    case 'text':
    case 'space':
    case 'clear':
      return undefined;
  }
}

/** Whoever speaks to the screen says what stands on the key: its name holds that word (WCAG 2.5.3). */
function toneName(tone: Extract<Key, { kind: 'tone' }>['value'], t: Translate): string {
  const [name, shown] = [t(`keyboard.${tone}`), t(`keyboard.${tone}-short`)];
  return name.includes(shown) ? name : `${shown}, ${name}`;
}

const SIGN_NAMES = { '.': 'keyboard.dot', '-': 'keyboard.dash', '/': 'keyboard.slash', ':': 'keyboard.colon' } as const;

function signName(value: string, t: Translate): string | undefined {
  switch (value) {
    case '.':
    case '-':
    case '/':
    case ':':
      return t(SIGN_NAMES[value]);
    default:
      return undefined;
  }
}

function KeyFace({ of: key }: { readonly of: Key }): ReactElement {
  const { t } = useWords();
  switch (key.kind) {
    case 'character':
    case 'text':
      return <>{key.value}</>;
    case 'tone':
      return (
        <>
          <ToneSign tone={key.value} className="key-sign" />
          <span className="key-tone-name">{t(`keyboard.${key.value}-short`)}</span>
        </>
      );
    case 'delete':
      return <Icon name="backspace" className="key-icon" />;
    case 'telex':
      return (
        <>
          <span className="key-light" aria-hidden />
          Telex
        </>
      );
    case 'space':
    case 'clear':
    case 'digits':
    case 'letters':
    case 'marks':
      return <>{t(`keyboard.${key.kind}`)}</>;
  }
}
