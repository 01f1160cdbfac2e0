import { findMisuse, WINDOW_TAPS, type TimedTap } from '#domain/misuse.ts';
import { isScore } from '#domain/score.ts';
import type { LedgerReader, StreamSummary, TapChange } from '../../repositories/ledger.ts';
import { wakeAt, type Wake } from './follow-plays.ts';
import { rawEntriesOf, type RawEntry, type WhenIn } from './read-segment.ts';
import { AS_IT_CAME, type StoredTap, type TapState } from './stored-tap.ts';

/** Segments in memory at once. */
const PAGE = 32;

/** A stream said again from its raw entries, without what the taking of batches wrote down beside them. */
export type Replay = {
  /** The highest number without a hole below it. */
  readonly mark: number;
  readonly quarantined: readonly number[];
  readonly unplaceable: number;
  /** What is said of numbers, where anything is. */
  readonly states: ReadonlyMap<number, TapState>;
  /** The last taps, as they stand. */
  readonly lastTaps: readonly StoredTap[];
  /** The last touch that entries to come may still belong to. */
  readonly wake: Wake | null;
};

/** Reads a stream's raw entries in order, a few segments at a time. @throws when a segment is damaged. */
export async function* entriesOf(reader: LedgerReader, streamNo: number, whenIn: WhenIn): AsyncGenerator<RawEntry> {
  for (let after = 0; ; ) {
    const segments = await reader.segments(streamNo, after, PAGE);
    for (const segment of segments) yield* await rawEntriesOf(segment, whenIn);
    const last = segments.at(-1);
    if (last === undefined) return;
    after = last.first;
  }
}

/**
 * Replays a stream. Of the first numbers after a pruned piece what was kept is believed: the taps and
 * references that would prove it are gone.
 */
export async function replayStream(reader: LedgerReader, stream: StreamSummary, whenIn: WhenIn): Promise<Replay> {
  const states = await believed(reader, stream);
  const taps: TimedTap[] = [];
  const quarantined: number[] = [];
  let [mark, unplaceable] = [stream.prunedTo, 0];
  let lastTaps: StoredTap[] = [];
  let wake: Wake | null = null;
  for await (const raw of entriesOf(reader, stream.no, whenIn)) {
    if (raw.seq === mark + 1) mark = raw.seq;
    if (raw.placed === null) {
      quarantined.push(raw.seq);
      continue;
    }
    const { entry, at, placing } = raw.placed;
    if (placing === 'unplaceable') unplaceable += 1;
    wake = entry.kind === 'wake' ? { clip: entry.clip, up: entry.up, boot: entry.boot } : wakeAt(wake, entry);
    if (entry.kind === 'retract') states.set(entry.of, { ...(states.get(entry.of) ?? AS_IT_CAME), retracted: true });
    if (entry.kind === 'reasons') states.set(entry.of, { ...(states.get(entry.of) ?? AS_IT_CAME), reasons: entry.reasons });
    if (entry.kind === 'tap' && isScore(entry.score)) {
      taps.push({ seq: raw.seq, at, score: entry.score });
      lastTaps = [...lastTaps.slice(1 - WINDOW_TAPS), tapOf(raw, raw.placed, AS_IT_CAME)];
    }
  }
  for (const [seq, found] of findMisuse(taps)) {
    const state = states.get(seq) ?? AS_IT_CAME;
    states.set(seq, { ...state, flags: state.flags | (found.has('burst') ? 1 : 0) | (found.has('roam') ? 2 : 0) });
  }
  return { mark, quarantined, unplaceable, wake, states, lastTaps: lastTaps.map((tap) => ({ ...tap, ...(states.get(tap.seq) ?? AS_IT_CAME) })) };
}

/** The tap that an entry is, with what is said of it. @throws for an entry that is none. */
export function tapOf({ seq, pointNo }: RawEntry, { entry, at, when, ownDay }: NonNullable<RawEntry['placed']>, state: TapState): StoredTap {
  if (entry.kind !== 'tap' || !isScore(entry.score)) throw new TypeError('not a tap');
  const { flags, retracted, reasons } = state;
  return { seq, pointNo, at, when, ownDay, score: entry.score, field: entry.field ?? '', procedure: entry.procedure ?? '', flags, retracted, reasons };
}

async function believed(reader: LedgerReader, { no, prunedTo }: StreamSummary): Promise<Map<number, TapState>> {
  if (prunedTo === 0) return new Map();
  const changes: readonly TapChange[] = await reader.changesBetween(no, prunedTo + 1, prunedTo + WINDOW_TAPS);
  return new Map(changes.map(({ seq, flags, retracted, reasons }) => [seq, { flags, retracted, reasons }]));
}
