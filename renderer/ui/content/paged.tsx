import type { ReactElement, ReactNode } from 'react';
import { useShape } from '../use-shape.ts';
import { PageButtons, ScrollPages } from './scroll-pages.tsx';
import { useScrollPages } from './use-scroll-pages.ts';
import './paged.css';

type PagedProps = { readonly label: string; readonly pageKey: string; readonly className?: string; readonly children: ReactNode };

/** Things to touch that may need more than one page: the page buttons stand below them, or beside them where height is dear. */
export function Paged({ label, pageKey, className = '', children }: PagedProps): ReactElement {
  const pages = useScrollPages(pageKey);
  const upright = useShape() !== 'portrait';
  return (
    <div className={`paged ${className}`}>
      <ScrollPages pages={pages} label={label}>
        {children}
      </ScrollPages>
      <PageButtons pages={pages} upright={upright} />
    </div>
  );
}
