import { parserOf } from '#contract/parse.ts';
import { Entry } from '#contract/ledger.ts';
import type { LocalDay } from '#contract/kiosk-channels.ts';
import type { CalendarDay } from '#domain/calendar-day.ts';
import { isScore, NO_SCORES, totalTaps, withScore, type ScoreCounts } from '#domain/score.ts';
import type { StoredEntry } from '../ports.ts';
import { parseJson } from '../parse-json.ts';

const parseEntry = parserOf(Entry);

type Read = { readonly row: StoredEntry; readonly entry: Entry };

function readRow(row: StoredEntry): Read | null {
  const parsed = parseEntry(parseJson(row.body));
  return parsed.ok ? { row, entry: parsed.value } : null;
}

/**
 * The days as this kiosk counted them. `rows` are all entries placed on the first of the days or
 * later; a retraction or a reason counts on the day of the tap it speaks of.
 */
export function summariseDays(days: readonly CalendarDay[], rows: readonly StoredEntry[], mark: number): readonly LocalDay[] {
  const read = rows.map(readRow).filter((one) => one !== null);
  const retracted = new Set(read.flatMap(({ entry }) => (entry.kind === 'retract' ? [entry.of] : [])));
  return days.map((day) => summariseDay(day, read, retracted, mark));
}

function summariseDay(day: CalendarDay, read: readonly Read[], retracted: ReadonlySet<number>, mark: number): LocalDay {
  const made = read.filter(({ row, entry }) => row.day === day && entry.kind === 'tap');
  const valid = made.filter(({ row }) => !retracted.has(row.seq));
  const numbers = new Set(valid.map(({ row }) => row.seq));
  const sent = made.filter(({ row }) => row.seq <= mark).length;
  const scores = valid.reduce<ScoreCounts>(
    (counts, { entry }) => (entry.kind === 'tap' && isScore(entry.score) ? withScore(counts, entry.score, 1) : counts),
    NO_SCORES,
  );
  return {
    day,
    taps: totalTaps(scores),
    scores: [...scores],
    hours: countHours(valid),
    reasons: countReasons(read, numbers),
    asked: read.filter(({ row, entry }) => row.day === day && entry.kind === 'asked').length,
    retracted: made.length - valid.length,
    made: made.length,
    sent,
    waiting: made.length - sent,
  };
}

function countHours(taps: readonly Read[]): number[] {
  const hours = Array.from({ length: 24 }, () => 0);
  for (const { row } of taps) hours[row.hour] = (hours[row.hour] ?? 0) + 1;
  return hours;
}

function countReasons(read: readonly Read[], taps: ReadonlySet<number>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { entry } of read) {
    if (entry.kind !== 'reasons' || !taps.has(entry.of)) continue;
    for (const reason of entry.reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
