import type { ReactElement, ReactNode } from 'react';
import './plate.css';

/** An opaque plate for words that stand over a picture (E026). */
export function Plate({ className = '', children }: { readonly className?: string; readonly children: ReactNode }): ReactElement {
  return <div className={`plate ${className}`}>{children}</div>;
}
