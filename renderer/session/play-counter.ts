import type { EntryBody } from '#contract/ledger.ts';

const QUARTER_HOUR_MS = 15 * 60 * 1000;

/** Plays of the quarter hour that starts at `from` (ms since the epoch), by playlist item. */
export type PlayCount = {
  readonly from: number;
  readonly clips: Readonly<Record<string, { readonly plays: number; readonly seconds: number }>>;
};

export const NO_PLAYS: PlayCount = { from: 0, clips: {} };

/** Counts one play; entries come back when a new quarter hour begins, one for each item of the last. */
export function countPlay(
  count: PlayCount,
  play: { readonly clip: string; readonly seconds: number; readonly wall: number },
): { readonly count: PlayCount; readonly entries: readonly EntryBody[] } {
  const from = Math.floor(play.wall / QUARTER_HOUR_MS) * QUARTER_HOUR_MS;
  const entries = from === count.from ? [] : playEntries(count);
  const clips = from === count.from ? count.clips : {};
  const known = clips[play.clip] ?? { plays: 0, seconds: 0 };
  const next = { plays: known.plays + 1, seconds: known.seconds + Math.max(0, play.seconds) };
  return { count: { from, clips: { ...clips, [play.clip]: next } }, entries };
}

function playEntries(count: PlayCount): readonly EntryBody[] {
  return Object.entries(count.clips).map(([clip, { plays, seconds }]) => ({
    kind: 'play',
    clip,
    plays,
    seconds: Math.round(seconds * 10) / 10,
    from: count.from,
  }));
}
