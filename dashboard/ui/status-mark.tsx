import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from '#renderer/art/icon.tsx';

export type Status = 'good' | 'attention' | 'bad' | 'calm' | 'off';

const SIGNS: Readonly<Record<Status, IconName>> = { good: 'check', attention: 'warning', bad: 'cross', calm: 'info', off: 'minus' };

/** A state as a sign with its words; the colour only repeats what they say. */
export function StatusMark({ status, children }: { readonly status: Status; readonly children: ReactNode }): ReactElement {
  return (
    <span className={`status status-${status}`}>
      <Icon name={SIGNS[status]} className="icon" />
      <span>{children}</span>
    </span>
  );
}
