import type { ReactElement, ReactNode } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import { LotusMark } from '#renderer/art/lotus.tsx';
import { TileStrip } from '#renderer/art/tile-strip.tsx';
import { useWords } from '../i18n/words.ts';

/** Brand, language, and what the page adds; under it the floor of tiles. */
export function Masthead({ switchTongue, children }: { readonly switchTongue: () => void; readonly children?: ReactNode }): ReactElement {
  const { say, tongue } = useWords();
  return (
    <header className="masthead">
      <a className="skip" href="#main">
        {say('skip')}
      </a>
      <div className="masthead-row">
        <p className="brand">
          <LotusMark className="mark" petals="var(--mark-petals)" heart="var(--ink)" />
          {say('brand')}
          <span className="product">{say('product')}</span>
        </p>
        <div className="masthead-tools">
          {children}
          <button type="button" className="plain" lang={tongue === 'vi' ? 'en' : 'vi'} onClick={switchTongue}>
            <Icon name="globe" className="icon" />
            {say('otherLanguage')}
          </button>
        </div>
      </div>
      <TileStrip mood="quiet" height={26} className="tiles" />
    </header>
  );
}
