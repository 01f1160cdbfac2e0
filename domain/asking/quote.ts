import type { Side } from './aspect.ts';

/** What of the content pack answers a question: an answer of its own, or one side of a guide. */
export type Quote =
  | { readonly kind: 'answer'; readonly id: string }
  | { readonly kind: 'guide'; readonly slug: string; readonly aspect: Side | 'summary' };
