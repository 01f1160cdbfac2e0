import type { Entry } from '#contract/ledger.ts';
import type { DayAndHour } from '#domain/calendar-day.ts';
import type { Segment } from '../../repositories/ledger.ts';
import { readBatch } from './batch-body.ts';
import type { WhenOf } from './day-and-hour-cache.ts';
import { parseEntry } from './parse-entry.ts';
import { placeEntry, type Placing } from './place-entry.ts';
import { readEntries, type ReadEntries, type Reading } from './read-entries.ts';

export type WhenIn = (timeZone: string) => WhenOf;

/** The entries of a kept segment, read and placed as they were when they came. @throws when it is damaged. */
export async function readSegment(segment: Segment, whenIn: WhenIn): Promise<ReadEntries> {
  return readEntries(await readingOf(segment), whenIn(segment.timezone));
}

/** One raw entry of a segment. */
export type RawEntry = {
  readonly seq: number;
  readonly pointNo: number;
  readonly raw: unknown;
  /** Null: it does not parse, and lies in quarantine. */
  readonly placed: { readonly entry: Entry; readonly at: number; readonly when: DayAndHour; readonly placing: Placing; readonly ownDay: string | null } | null;
};

/** Every entry of a kept segment, one after the other. @throws when it is damaged. */
export async function rawEntriesOf(segment: Segment, whenIn: WhenIn): Promise<readonly RawEntry[]> {
  const { entries, first, from, clock, now, pointNo } = await readingOf(segment);
  const whenOf = whenIn(segment.timezone);
  return entries.slice(from - first).map((raw, index) => {
    const parsed = parseEntry(raw);
    if (!parsed.ok) return { seq: from + index, pointNo, raw, placed: null };
    const { at, placing } = placeEntry(parsed.value, clock, now);
    const [when, own] = [whenOf(at), whenOf(parsed.value.at)];
    const ownDay = placing === 'corrected' && own.day !== when.day ? own.day : null;
    return { seq: from + index, pointNo, raw, placed: { entry: parsed.value, at, when, placing, ownDay } };
  });
}

async function readingOf(segment: Segment): Promise<Reading> {
  const { entries, first, clock } = await readBatch(segment.body);
  if (first > segment.first || first + entries.length - 1 !== segment.last) {
    throw new Error(`stream ${segment.streamNo}: the segment from ${segment.first} to ${segment.last} holds ${first} to ${first + entries.length - 1}`);
  }
  return { entries, first, from: segment.first, clock, now: segment.receivedAt, pointNo: segment.pointNo };
}
