import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../../art/icon.tsx';
import type { IconName } from '../../art/icon.tsx';
import { keepChineseWords } from '../phrases.ts';
import './button.css';

export type ButtonProps = {
  /** `primary`: the one lacquer button of a screen. `help`: jade, for the way in for those without VNeID. */
  readonly kind?: 'primary' | 'secondary' | 'help' | 'soft';
  readonly size?: 'normal' | 'small';
  readonly icon?: IconName | undefined;
  /** An icon after the words, for "go on". */
  readonly iconAfter?: IconName;
  /** Chosen out of several: jade ground and a tick. Gives the button aria-pressed. */
  readonly chosen?: boolean;
  /** Not available now: dashed, still legible, still reachable by keyboard. */
  readonly off?: boolean;
  readonly label?: string;
  readonly className?: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
};

/** Acts on release; sliding off cancels, as the browser's own button does (E007). */
export function Button({ kind = 'secondary', size = 'normal', icon, iconAfter, chosen, off = false, label, className, onPress, children }: ButtonProps): ReactElement {
  const names = ['button', `button-${kind}`, `button-${size}`, chosen === true ? 'is-chosen' : '', className ?? ''];
  return (
    <button
      type="button"
      className={names.filter((name) => name !== '').join(' ')}
      aria-pressed={chosen}
      aria-label={label}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onPress}
    >
      {icon === undefined ? null : <Icon name={icon} className="button-icon" />}
      {chosen === true ? <Icon name="check" className="button-icon button-tick" /> : null}
      <span className="button-words">{typeof children === 'string' ? keepChineseWords(children) : children}</span>
      {iconAfter === undefined ? null : <Icon name={iconAfter} className="button-icon" />}
    </button>
  );
}
