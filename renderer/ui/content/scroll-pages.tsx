import { useContext } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../../art/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { PagingContext } from './paging.ts';
import type { ScrollPagesControl } from './use-scroll-pages.ts';
import './scroll-pages.css';

type ScrollPagesProps = { readonly pages: ScrollPagesControl; readonly label: string; readonly className?: string; readonly children: ReactNode };

/**
 * A region whose content may be longer than the screen. It pages by whole blocks (`data-block`, else the
 * direct children) and can be scrolled by touch too; nothing is ever shrunk to fit.
 */
export function ScrollPages({ pages, label, className = '', children }: ScrollPagesProps): ReactElement {
  const many = pages.pages > 1;
  if (useContext(PagingContext) === 'whole') return <div className={`scroll-flat ${className}`}>{children}</div>;
  return (
    <div className={`scroll-pages ${className}`}>
      <div className="scroll-window">
        <div
          className="scroll-region"
          ref={pages.region}
          onScroll={pages.measure}
          {...(many ? { tabIndex: 0, role: 'group', 'aria-label': label } : {})}
        >
          <div ref={pages.content} className="scroll-content">
            {children}
          </div>
          <div style={{ height: pages.spacePx }} />
        </div>
        {pages.curtainPx > 0 ? <div className="scroll-curtain" style={{ height: pages.curtainPx }} aria-hidden /> : null}
      </div>
    </div>
  );
}

/** Up and down, with the page's number between; nothing while one page shows everything (E105). */
export function PageButtons({ pages, upright = false }: { readonly pages: ScrollPagesControl; readonly upright?: boolean }): ReactElement | null {
  const { t } = useWords();
  const flat = useContext(PagingContext) === 'whole';
  if (flat || pages.pages < 2) return null;
  const first = pages.page === 0;
  const last = pages.page === pages.pages - 1;
  return (
    // Whoever hears the screen hears all pages.
    <div className={upright ? 'page-buttons is-upright' : 'page-buttons'} data-speech="skip">
      <button type="button" className="button page-button" aria-label={t('common.pageUp')} aria-disabled={first || undefined} onClick={() => pages.turn(-1)}>
        <Icon name="up" className="button-icon" />
      </button>
      <p className="page-number" role="group" aria-live="polite" aria-label={t('common.pageOf', { page: pages.page + 1, of: pages.pages })}>
        {pages.page + 1}/{pages.pages}
      </p>
      <button type="button" className="button page-button" aria-label={t('common.pageDown')} aria-disabled={last || undefined} onClick={() => pages.turn(1)}>
        <Icon name="down" className="button-icon" />
      </button>
    </div>
  );
}
