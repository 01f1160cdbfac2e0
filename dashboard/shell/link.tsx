import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { useAddress } from './address.ts';

type LinkProps = {
  readonly to: string;
  readonly className?: string;
  readonly current?: 'page' | 'date' | undefined;
  readonly label?: string;
  readonly onFollow?: () => void;
  readonly children: ReactNode;
};

/** A real link, which a browser can open in another tab; a plain click stays in the page. */
export function Link({ to, className, current, label, onFollow, children }: LinkProps): ReactElement {
  const { go } = useAddress();
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onFollow?.();
    go(to);
  };
  return (
    <a href={to} className={className} aria-current={current} aria-label={label} onClick={follow}>
      {children}
    </a>
  );
}
