import type { LocalText } from '#contract/content-pack.ts';

export type ReasonName = { readonly text: LocalText; readonly after: 'low' | 'high' | 'both'; readonly factor: number | null };
export type GuideName = {
  readonly title: LocalText;
  readonly field: string;
  /** In the guide's order; a card has none. */
  readonly steps: readonly { readonly id: string; readonly name: LocalText }[];
};

/** What the content pack calls the reasons, guides and clips that taps and usage name by id. */
export type ContentNames = {
  readonly reasons: ReadonlyMap<string, ReasonName>;
  /** By the procedure's code. */
  readonly guides: ReadonlyMap<string, GuideName>;
};

export const NO_NAMES: ContentNames = { reasons: new Map(), guides: new Map() };
