import type { LocalText, Schedule } from '#contract/content-pack.ts';
import type { PictureChoice } from '../pictures/names.ts';

/** How a page of the clip arrives: from the right along the floor, under the page that rolls away, or unrolled from above. */
export type Arrival = 'first' | 'slide' | 'turn' | 'unroll';

/** Words in the picture; they stand from `from` (s after the page began to arrive) until the next page. */
export type Label = { readonly text: string; readonly from: number };

export type PageText = {
  readonly id: string;
  /** Seconds until the next page begins to arrive. */
  readonly seconds: number;
  readonly arrival: Arrival;
  /** The headline, line by line; the last line is printed in lacquer. */
  readonly lines: readonly string[];
  /** Other line breaks for the narrow column of the wide shape. */
  readonly wideLines?: readonly string[];
  readonly labels?: Readonly<Record<string, Label>>;
  /** A ready picture; without it the clip has a page of this id drawn for it. */
  readonly picture?: PictureChoice;
  /** A small word in the corner that says what kind of page this is, such as "Minh họa". */
  readonly tag?: string;
};

/** One caption: what the clip says at this time, in both languages. Seconds from the start. */
export type Caption = { readonly from: number; readonly until: number } & LocalText;

/** Everything a clip says. A ward that words it differently changes this and runs `npm run clips`. */
export type ClipText = {
  readonly id: string;
  readonly title: LocalText;
  /** For those who neither see nor hear the clip (E090). */
  readonly description: LocalText;
  /** The guide that a touch during this clip offers first. */
  readonly guide?: string;
  /** Days on which the clip may be shown: a campaign, or a fact that ends. */
  readonly schedule?: Schedule;
  readonly pages: readonly PageText[];
  readonly captions: readonly Caption[];
};

export const secondsOf = (text: ClipText): number => Math.round(text.pages.reduce((sum, page) => sum + page.seconds, 0) * 100) / 100;

/** Seconds a text has to stand: half a second a word. */
export const readingSeconds = (text: string): number => wordsIn(text) * 0.5;

const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
