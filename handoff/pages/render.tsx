import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { PageArt } from './art.ts';
import { drawArt, drawTile } from './draw-art.tsx';
import type { PageFiles } from './frame.tsx';
import { GuidePage, type GuidePageProps } from './guide-page.tsx';
import { CodePage, MissingPage } from './small-pages.tsx';

/** The document of one guide or card. */
export function renderGuide(props: GuidePageProps): string {
  return `<!doctype html>${renderToStaticMarkup(createElement(GuidePage, props))}`;
}

export type SmallPages = { readonly code: string; readonly missing: string };

/** The page to type a code, and the page for an address that leads nowhere. */
export function renderSmallPages(props: { readonly art: PageArt; readonly files: PageFiles; readonly national: string }): SmallPages {
  return {
    code: `<!doctype html>${renderToStaticMarkup(createElement(CodePage, props))}`,
    missing: `<!doctype html>${renderToStaticMarkup(createElement(MissingPage, props))}`,
  };
}

export { drawArt, drawTile };
