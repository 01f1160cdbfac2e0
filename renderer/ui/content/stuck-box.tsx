import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../../art/icon.tsx';
import './stuck-box.css';

/** Where people get stuck: the one box on a step that wears lotus. */
export function StuckBox({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="stuck-box" data-block>
      <h2 className="stuck-title">
        <Icon name="warning" className="stuck-icon" />
        {title}
      </h2>
      <p className="stuck-text">{children}</p>
    </section>
  );
}
