import { Entry } from '#contract/ledger.ts';
import { parserOf } from '#contract/parse.ts';
import { isScore } from '#domain/score.ts';
import type { EntryRow, QuarantineRow, StoredTap } from '../../repositories/ledger.ts';
import type { DayAndHourOf } from './day-and-hour-cache.ts';
import { placeEntry } from './place-entry.ts';
import type { ParsedBatch } from './parsed-batch.ts';

const parseEntry = parserOf(Entry);

/** An entry with its row and, of a tap, what will be known of it. */
export type ReadEntry = { readonly entry: Entry; readonly row: EntryRow; readonly tap: StoredTap | null };
export type ReadEntries = { readonly entries: readonly ReadEntry[]; readonly quarantined: readonly QuarantineRow[] };
type Place = { readonly no: number; readonly timezone: string };

/**
 * The entries of a batch above the mark, parsed and placed. One that does not parse goes to
 * quarantine as it came and never blocks those beside it.
 */
export function readEntries(batch: ParsedBatch, mark: number, point: Place, dayAndHourOf: DayAndHourOf): ReadEntries {
  const entries: ReadEntry[] = [];
  const quarantined: QuarantineRow[] = [];
  for (let index = Math.max(0, mark + 1 - batch.first); index < batch.entries.length; index += 1) {
    const raw = batch.entries[index];
    const seq = batch.first + index;
    const parsed = parseEntry(raw);
    if (parsed.ok) entries.push(readEntry(parsed.value, seq, batch, point, dayAndHourOf));
    else quarantined.push({ seq, detail: parsed.error.message, raw: JSON.stringify(raw) });
  }
  return { entries, quarantined };
}

function readEntry(entry: Entry, seq: number, batch: ParsedBatch, point: Place, dayAndHourOf: DayAndHourOf): ReadEntry {
  const { at, placing } = placeEntry(entry, batch.clock, batch.now);
  const { day, hour } = dayAndHourOf(at, point.timezone);
  const kioskDay = placing === 'corrected' ? dayAndHourOf(entry.at, point.timezone).day : day;
  const ownDay = kioskDay === day ? null : kioskDay;
  const tap = tapOf(entry, { seq, pointNo: point.no, at, day, hour, ownDay });
  const of = entry.kind === 'reasons' || entry.kind === 'retract' ? entry.of : null;
  const row = { seq, pointNo: point.no, kind: entry.kind, at, day, hour, placing, ownDay, of, tap, body: JSON.stringify(entry) };
  return { entry, row, tap };
}

const NO_REASONS: readonly string[] = [];

function tapOf(entry: Entry, { seq, pointNo, at, day, hour, ownDay }: Pick<StoredTap, 'seq' | 'pointNo' | 'at' | 'day' | 'hour' | 'ownDay'>): StoredTap | null {
  if (entry.kind !== 'tap' || !isScore(entry.score)) return null;
  const { score, field = null, procedure = null } = entry;
  return { seq, pointNo, at, day, hour, ownDay, score, field, procedure, flags: 0, retracted: false, reasons: NO_REASONS };
}
