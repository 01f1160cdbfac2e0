import type { ClockReading, Entry } from '#contract/ledger.ts';
import type { DayAndHour } from '#domain/calendar-day.ts';
import { isScore } from '#domain/score.ts';
import type { QuarantineRow } from '../../repositories/ledger.ts';
import type { WhenOf } from './day-and-hour-cache.ts';
import { parseEntry } from './parse-entry.ts';
import { playCountsOf, wakeAt, type PlayCount, type Wake } from './follow-plays.ts';
import { placeEntry, type Placing } from './place-entry.ts';
import { NO_REASONS, type StoredTap } from './stored-tap.ts';

export type PlacedEntry = { readonly entry: Entry; readonly seq: number; readonly when: DayAndHour; readonly placing: Placing };

/** An entry that says something of another number. */
export type Reference = { readonly seq: number; readonly of: number; readonly reasons: readonly string[] | null };

/** What stands in the new part of a batch. */
export type ReadEntries = {
  readonly taps: readonly StoredTap[];
  /** In order: a null of `reasons` is a retract. */
  readonly references: readonly Reference[];
  /** All but taps that were placed as they came: of those the taps say everything. */
  readonly others: readonly PlacedEntry[];
  readonly quarantined: readonly QuarantineRow[];
  readonly unplaceable: number;
  readonly firstDay: string;
  readonly lastDay: string;
  /** Proof of play, and what followed on a touch. */
  readonly plays: readonly PlayCount[];
  /** The last touch that entries to come may still belong to. */
  readonly wake: Wake | null;
};

/** A batch as it came, and which part of it is new. */
export type Reading = {
  readonly entries: readonly unknown[];
  /** Number of the first of `entries`. */
  readonly first: number;
  /** Number of the first that is new. */
  readonly from: number;
  readonly clock: ClockReading;
  readonly now: number;
  readonly pointNo: number;
  /** The last touch before the new part; left out where nobody asks for plays. */
  readonly wake?: Wake | null;
};

/**
 * The entries from number `from` on, parsed and placed. One that does not parse goes to quarantine
 * and never blocks those beside it.
 */
export function readEntries({ entries, first, from, clock, now, pointNo, wake: before = null }: Reading, whenOf: WhenOf): ReadEntries {
  const taps: StoredTap[] = [];
  const references: Reference[] = [];
  const others: PlacedEntry[] = [];
  const quarantined: QuarantineRow[] = [];
  const plays: PlayCount[] = [];
  let wake = before;
  let unplaceable = 0;
  const today = whenOf(now).day;
  let [firstDay, lastDay] = ['', ''];
  for (let index = from - first; index < entries.length; index += 1) {
    const seq = first + index;
    const parsed = parseEntry(entries[index]);
    if (!parsed.ok) {
      quarantined.push({ seq, detail: parsed.error.message, raw: textOf(entries[index]) });
      continue;
    }
    const entry = parsed.value;
    const { at, placing } = placeEntry(entry, clock, now);
    const when = whenOf(at);
    if (firstDay === '' || when.day < firstDay) firstDay = when.day;
    if (when.day > lastDay) lastDay = when.day;
    if (placing === 'unplaceable') unplaceable += 1;
    wake = wakeAt(wake, entry);
    if (wake !== null || entry.kind === 'play' || entry.kind === 'wake') plays.push(...playCountsOf(entry, wake, when.day));
    if (entry.kind === 'wake') wake = { clip: entry.clip, up: entry.up, boot: entry.boot };
    if (entry.kind === 'tap' && isScore(entry.score)) {
      const { score, field = '', procedure = '' } = entry;
      taps.push({ seq, pointNo, at, when, ownDay: ownDayOf(entry.at, when, placing, whenOf), score, field, procedure, flags: 0, retracted: false, reasons: NO_REASONS });
      if (placing === 'as-sent') continue;
    } else if (entry.kind === 'retract') references.push({ seq, of: entry.of, reasons: null });
    else if (entry.kind === 'reasons') references.push({ seq, of: entry.of, reasons: entry.reasons });
    others.push({ entry, seq, when, placing });
  }
  return { taps, references, others, quarantined, unplaceable, firstDay: firstDay === '' ? today : firstDay, lastDay: lastDay === '' ? today : lastDay, plays, wake };
}

/** The day by the kiosk's own clock where the centre placed the entry on another one. */
function ownDayOf(at: number, when: DayAndHour, placing: Placing, whenOf: WhenOf): string | null {
  if (placing !== 'corrected') return null;
  const { day } = whenOf(at);
  return day === when.day ? null : day;
}

/** Long enough to see what was meant; the batch itself is kept whole. */
const SHOWN = 4_000;

function textOf(raw: unknown): string {
  try {
    return JSON.stringify(raw).slice(0, SHOWN);
  } catch {
    // Nested so deeply that it can be read, but not be written again.
    return '';
  }
}
