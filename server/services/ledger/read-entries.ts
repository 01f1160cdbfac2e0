import { Entry } from '#contract/ledger.ts';
import { parserOf } from '#contract/parse.ts';
import { isScore } from '#domain/score.ts';
import type { EntryRow, QuarantineRow, TapState } from '../../repositories/ledger.ts';
import type { DayAndHourOf } from './day-and-hour-cache.ts';
import { placeEntry } from './place-entry.ts';
import type { ParsedBatch } from './parsed-batch.ts';

const parseEntry = parserOf(Entry);

/** An entry with its row, so that counting needs no second parse. */
export type ReadEntry = { readonly entry: Entry; readonly row: EntryRow };
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
    if (parsed.ok) entries.push({ entry: parsed.value, row: rowOf(parsed.value, seq, batch, point, dayAndHourOf) });
    else quarantined.push({ seq, detail: parsed.error.message, raw: JSON.stringify(raw) });
  }
  return { entries, quarantined };
}

function rowOf(entry: Entry, seq: number, batch: ParsedBatch, point: Place, dayAndHourOf: DayAndHourOf): EntryRow {
  const { at, placing } = placeEntry(entry, batch.clock, batch.now);
  const { day, hour } = dayAndHourOf(at, point.timezone);
  const ownDay = placing === 'corrected' ? dayAndHourOf(entry.at, point.timezone).day : day;
  return {
    seq,
    pointNo: point.no,
    kind: entry.kind,
    at,
    day,
    hour,
    placing,
    ownDay: ownDay === day ? null : ownDay,
    of: entry.kind === 'reasons' || entry.kind === 'retract' ? entry.of : null,
    tap: tapOf(entry),
    body: JSON.stringify(entry),
  };
}

const NO_REASONS: readonly string[] = [];

function tapOf(entry: Entry): TapState | null {
  if (entry.kind !== 'tap' || !isScore(entry.score)) return null;
  return { score: entry.score, field: entry.field ?? null, procedure: entry.procedure ?? null, flags: 0, retracted: false, reasons: NO_REASONS };
}
