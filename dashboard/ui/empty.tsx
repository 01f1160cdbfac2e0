import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from '#renderer/art/icon.tsx';

/** Nothing is here: say why, and what comes next. */
export function Empty({ icon, title, children }: { readonly icon: IconName; readonly title: ReactNode; readonly children?: ReactNode }): ReactElement {
  return (
    <div className="empty">
      <Icon name={icon} className="icon-large" />
      <p className="strong">{title}</p>
      {children}
    </div>
  );
}
