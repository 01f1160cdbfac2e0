import type { ReactElement, ReactNode } from 'react';
import type { LocalText } from '#contract/content-pack.ts';
import type { PageArt } from './art.ts';
import { SpriteIcon } from './icon.tsx';
import { Say } from './local.tsx';

/** Addresses of the hashed files, as the browser asks for them. */
export type PageFiles = { readonly style: string; readonly script: string; readonly icon: string };

type FrameProps = {
  readonly title: LocalText;
  readonly description: LocalText;
  readonly files: PageFiles;
  readonly art: Pick<PageArt, 'sprite' | 'mark'>;
  readonly slug?: string;
  readonly edition?: string;
  readonly children: ReactNode;
};

/** The document around every page: head, brand, language switch. No inline style or script (strict CSP). */
export function Frame({ title, description, files, art, slug, edition, children }: FrameProps): ReactElement {
  return (
    <html lang="vi" data-slug={slug} data-edition={edition} data-title-vi={title.vi} data-title-en={title.en}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title.vi} · Một Chạm`}</title>
        <meta name="description" content={description.vi} />
        <meta name="theme-color" content="#FBF4E6" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#1C1A2B" media="(prefers-color-scheme: dark)" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href={files.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={files.style} />
        <script type="module" src={files.script} />
      </head>
      <body>
        <div hidden dangerouslySetInnerHTML={{ __html: art.sprite }} />
        <span id="en" />
        <a className="skip" href="#main">
          <Say word="skip" />
        </a>
        <header className="top">
          <p className="brand">
            <span className="mark" dangerouslySetInnerHTML={{ __html: art.mark }} />
            Một Chạm
          </p>
          <nav className="tongue" aria-label="Ngôn ngữ · Language">
            <a href="#en" lang="en" className="v" data-tongue="en">
              <SpriteIcon name="globe" />
              English
            </a>
            <a href="#main" lang="vi" className="e" data-tongue="vi">
              <SpriteIcon name="globe" />
              Tiếng Việt
            </a>
          </nav>
        </header>
        {children}
      </body>
    </html>
  );
}
