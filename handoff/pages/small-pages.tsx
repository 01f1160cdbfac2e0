import type { ReactElement } from 'react';
import type { PageArt } from './art.ts';
import { Frame, type PageFiles } from './frame.tsx';
import { SpriteIcon } from './icon.tsx';
import { Local, Say } from './local.tsx';
import { WORDS } from './words.ts';

type SmallPageProps = { readonly art: PageArt; readonly files: PageFiles; readonly national: string };

/** The six-character code, typed by those who cannot scan (E138). A plain form: works without a script. */
function CodeForm(): ReactElement {
  return (
    <form action="/c" method="get" className="code-form">
      <label htmlFor="code">
        <Say word="codeLabel" />
      </label>
      <p className="small" id="code-hint">
        <Say word="codeHint" />
      </p>
      <input id="code" name="code" type="text" required minLength={6} maxLength={8} autoComplete="off" autoCapitalize="characters" spellCheck={false} inputMode="text" aria-describedby="code-hint" placeholder="KS2 7HM" />
      <button type="submit" className="primary">
        <Say word="codeOpen" />
        <SpriteIcon name="forward" />
      </button>
    </form>
  );
}

export function CodePage({ art, files }: SmallPageProps): ReactElement {
  return (
    <Frame title={WORDS.codeTitle} description={WORDS.codeLead} files={files} art={art}>
      <main id="main" tabIndex={-1} className="small-page">
        <div className="opening" data-ground="code">
          <h1>
            <Say word="codeTitle" />
          </h1>
          <p>
            <Say word="codeLead" />
          </p>
        </div>
        <section>
          <CodeForm />
        </section>
      </main>
      <div className="tiles floor" aria-hidden="true" />
    </Frame>
  );
}

export function MissingPage({ art, files, national }: SmallPageProps): ReactElement {
  return (
    <Frame title={WORDS.missingTitle} description={WORDS.missingLead} files={files} art={art}>
      <main id="main" tabIndex={-1} className="small-page">
        <div className="opening" data-ground="missing">
          <h1>
            <Say word="missingTitle" />
          </h1>
          <p>
            <Say word="missingLead" />
          </p>
        </div>
        <section>
          <h2>
            <Say word="missingCode" />
          </h2>
          <CodeForm />
          <p>
            <a href={`https://${national}/`} rel="noreferrer external">
              <Say word="missingPortal" />
            </a>{' '}
            (<Local text={{ vi: national, en: national }} />)
          </p>
        </section>
      </main>
      <div className="tiles floor" aria-hidden="true" />
    </Frame>
  );
}
