import type { ReactElement } from 'react';
import { gluePhrases } from '../phrases.ts';
import { needsLooseLines } from '../stacked-capitals.ts';

/** The screen's one h1: breaks by phrase, and loosens its lines where marks would touch (E029). */
export function Heading({ className, children }: { readonly className: string; readonly children: string }): ReactElement {
  return <h1 className={needsLooseLines(children) ? `${className} has-loose-lines` : className}>{gluePhrases(children)}</h1>;
}
