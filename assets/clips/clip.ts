import type { ReactElement } from 'react';
import type { Layout } from './layout.ts';
import type { ClipText, PageText } from './text/clip-text.ts';
import { frameOf, type Track } from './timeline.ts';

/** What a page is drawn from besides its numbers. */
export type View = { readonly layout: Layout; readonly page: PageText };
type Numbers = Readonly<Record<string, number>>;

/** A page of a clip: its tracks, and a picture drawn from their values alone. */
export type Page = {
  readonly at: (seconds: number) => Numbers;
  readonly draw: (seconds: number, view: View) => ReactElement;
};

export function page<Name extends string>(tracks: Readonly<Record<Name, Track>>, draw: (now: Readonly<Record<Name, number>>, view: View) => ReactElement): Page {
  return { at: (seconds) => frameOf(tracks, seconds), draw: (seconds, view) => draw(frameOf(tracks, seconds), view) };
}

export type Clip = { readonly text: ClipText; readonly pages: Readonly<Record<string, Page>> };

/** Frames a second of every clip. */
export const FRAME_RATE = 25;
/** Seconds a page takes to arrive; the page before it stays until then. */
export const ARRIVAL_SECONDS = 0.88;
/** The headline begins this long (s) after its page and is written for so long. */
export const HEADLINE = { from: 0.3, seconds: 0.8 } as const;
/** The words before it are wiped away within this time (s) of the page's arrival. */
export const WIPE_SECONDS = 0.34;

export type Standing = {
  readonly page: PageText;
  /** Its own time, from the moment it began to arrive. */
  readonly seconds: number;
  /** 0 when it begins to arrive, 1 when it is there. */
  readonly arrived: number;
};

/** The one or two pages that are to be seen at a moment, in order of arrival. */
export function standingAt(text: ClipText, t: number): readonly Standing[] {
  let start = 0;
  const all = text.pages.map((page, i): Standing & { readonly start: number } => {
    const mine = start;
    start += page.seconds;
    return { page, start: mine, seconds: t - mine, arrived: i === 0 ? 1 : Math.min(1, Math.max(0, (t - mine) / ARRIVAL_SECONDS)) };
  });
  const begun = all.filter((one) => one.seconds >= 0);
  const last = begun[begun.length - 1] ?? all[0];
  if (last === undefined) throw new Error(`${text.id} has no pages`);
  const before = begun[begun.length - 2];
  return last.arrived < 1 && before !== undefined ? [before, last] : [last];
}

/**
 * Everything that decides how a moment looks, as text: two moments with the same text are the same picture,
 * so the maker takes one photograph for both.
 */
export function signatureAt(clip: Clip, t: number): string {
  return JSON.stringify(
    standingAt(clip.text, t).map(({ page, seconds, arrived }) => [page.id, arrived, writtenAt({ page, seconds }), wipedAt(seconds), pageOf(clip, page.id).at(seconds)]),
  );
}

/** How far the headline of a page is written, 0..1. The first page has no words before it to wait for. */
export const writtenAt = ({ page, seconds }: Pick<Standing, 'page' | 'seconds'>): number =>
  Math.min(1, Math.max(0, (seconds - (page.arrival === 'first' ? 0 : HEADLINE.from)) / HEADLINE.seconds));

/** How far the headline before it is wiped away, 0..1. */
export const wipedAt = (seconds: number): number => Math.min(1, Math.max(0, seconds / WIPE_SECONDS));

/** @throws when a text names a page that nobody drew. */
export function pageOf(clip: Clip, id: string): Page {
  const found = clip.pages[id];
  if (found === undefined) throw new Error(`nobody drew the page "${id}" of ${clip.text.id}`);
  return found;
}
