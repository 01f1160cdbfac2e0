import type { ReactElement } from 'react';
import type { PageIcon } from './art.ts';

/** An icon of the page's sprite; always beside words, so hidden from screen readers. */
export function SpriteIcon({ name }: { readonly name: PageIcon }): ReactElement {
  return (
    <svg className="icon" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}
