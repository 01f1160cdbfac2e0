import type { Entry } from '#contract/ledger.ts';
import type { Counts, RollupCounts } from './rollup-counts.ts';

/** "The minute after": what people did within this time of touching the screen during a clip. */
export const AFTER_WAKE_MS = 60_000;

/** The last touch of a stream that entries to come may still belong to. By the kiosk's monotonic clock, which nobody sets. */
export type Wake = { readonly clip: string; readonly up: number; readonly boot: string };

/** In the order of the columns of rollup_play. */
const PLAY_COLUMNS = ['plays', 'millis', 'wakes', 'guides', 'taps', 'handoffs'] as const;
/** `procedure`: the guide to which a touch during the clip led; it is counted with the clip and by itself. */
export type PlayCount = { readonly day: string; readonly clip: string; readonly column: (typeof PLAY_COLUMNS)[number]; readonly by: number; readonly procedure?: string };

/** In the order of the columns of rollup_clip_guide. */
const GUIDE_COLUMNS: readonly PlayCount['column'][] = ['guides', 'handoffs'];

/** The touch that still counts when this entry comes: entries come in the order in which they were made. */
export function wakeAt(wake: Wake | null, entry: Entry): Wake | null {
  if (wake === null || wake.boot !== entry.boot || entry.up - wake.up > AFTER_WAKE_MS) return null;
  return wake;
}

/** What an entry adds to the proof of play; `wake` is the touch before it that still counts. */
export function playCountsOf(entry: Entry, wake: Wake | null, day: string): readonly PlayCount[] {
  switch (entry.kind) {
    case 'play':
      return [
        { day, clip: entry.clip, column: 'plays', by: entry.plays },
        { day, clip: entry.clip, column: 'millis', by: Math.round(entry.seconds * 1_000) },
      ];
    case 'wake':
      return [{ day, clip: entry.clip, column: 'wakes', by: 1 }];
    case 'guide':
      return wake === null || entry.action !== 'open' ? [] : [{ day, clip: wake.clip, column: 'guides', by: 1, procedure: entry.procedure }];
    case 'tap':
      return wake === null ? [] : [{ day, clip: wake.clip, column: 'taps', by: 1 }];
    case 'handoff':
      return wake === null ? [] : [{ day, clip: wake.clip, column: 'handoffs', by: 1, procedure: entry.procedure }];
    default:
      return [];
  }
}

export function addPlays(counts: RollupCounts, plays: readonly PlayCount[], { pointNo, streamNo }: { readonly pointNo: number; readonly streamNo: number }): void {
  const add = (row: Counts, index: number, by: number): void => {
    row[index] = (row[index] ?? 0) + by;
  };
  for (const { day, clip, column, by, procedure } of plays) {
    add(counts.row('rollup_play', [day, pointNo, clip, streamNo]), PLAY_COLUMNS.indexOf(column), by);
    if (procedure !== undefined) add(counts.row('rollup_clip_guide', [day, pointNo, clip, procedure]), GUIDE_COLUMNS.indexOf(column), by);
  }
}
