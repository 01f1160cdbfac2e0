import type { ReactElement } from 'react';
import type { ToneKey } from '#domain/typing.ts';

/** The mark over (or under) the place of a letter, as schoolbooks show it. `tone-level` shows the place alone. */
const SIGNS: Readonly<Record<ToneKey, string>> = {
  'tone-acute': 'M22 15 L29 5',
  'tone-grave': 'M26 15 L19 5',
  'tone-hook': 'M20.5 6.5 C22 3.5 28 4 27 8 C26.5 10.5 24 10.5 24 14.5',
  'tone-tilde': 'M15.5 12 C18 5.5 22 7 24 9.5 C26 12 30 13 32.5 6.5',
  'tone-dot': 'M24 43.5 L24 43.6',
  'tone-level': '',
};

/** Drawn, not a letter: the fonts have no dotted circle, and "á" would look like a key that writes á. */
export function ToneSign({ tone, className }: { readonly tone: ToneKey; readonly className: string }): ReactElement {
  return (
    <svg viewBox="8 0 32 48" className={className} aria-hidden focusable="false">
      <circle cx="24" cy="28" r="10" fill="none" stroke="currentColor" strokeWidth="2.6" strokeDasharray="2.6 3.68" strokeLinecap="round" />
      <path d={SIGNS[tone]} fill="none" stroke="currentColor" strokeWidth={tone === 'tone-dot' ? 6.5 : 4.8} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
