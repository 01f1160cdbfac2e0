import { KEEP_SENT_DAYS, type EntryBody } from '#contract/ledger.ts';
import type { LocalDay } from '#contract/kiosk-channels.ts';
import { addDays, daysBetween, type CalendarDay } from '#domain/calendar-day.ts';
import { success, type Result } from '#domain/result.ts';
import type { Clock, LedgerFailure, LedgerOpening, LedgerState, LedgerStore, Log, Timers } from '../ports.ts';
import { buildBatch } from './build-batch.ts';
import { carryEntries } from './carry-entries.ts';
import { correctedTime, placeOf, type ClockOffset } from './clock-correction.ts';
import { summariseDays } from './summarise-days.ts';

/** First wait before a broken ledger is opened again, ms; doubles up to a minute. */
const REOPEN_BASE = 1_000;
const REOPEN_CAP = 60_000;

export type LedgerFault = { readonly code: LedgerFailure | 'LEDGER_SET_ASIDE'; readonly detail: string };

export type LedgerNeeds = {
  readonly store: LedgerStore;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly timeZone: () => string;
  readonly onFault: (fault: LedgerFault) => void;
  /** The ledger takes entries again after a failure of this code. */
  readonly onMended: (code: LedgerFailure) => void;
};

export type Ledger = ReturnType<typeof createLedger>;
type Outcome<Value> = Result<Value, LedgerFailure>;

/** The kiosk's record of taps and usage. Answers a number only after the entry is on the disk (promise 1). */
export function createLedger(needs: LedgerNeeds) {
  const { store, clock, timers, log } = needs;
  let offset: ClockOffset = null;
  let reopens = 0;
  let cancelReopen: (() => void) | null = null;
  let standing: LedgerFailure | null = null;

  const trueNow = (): number => correctedTime(clock.now(), clock.boot, offset);
  const today = (): CalendarDay => placeOf(trueNow(), needs.timeZone()).day;

  const noteFailure = (code: LedgerFailure, detail: string): void => {
    // Everything fails while it is closed; the first failure is the one that tells why.
    if (standing === 'LEDGER_UNAVAILABLE') return scheduleReopen();
    standing = code;
    log.error('ledger.failed', { code, detail });
    needs.onFault({ code, detail });
    if (code === 'LEDGER_UNAVAILABLE') scheduleReopen();
  };
  const noteSuccess = (): void => {
    if (standing === null) return;
    log.info('ledger.mended', { code: standing });
    needs.onMended(standing);
    standing = null;
  };
  const heed = <Value>(outcome: Outcome<Value>): Outcome<Value> => {
    if (!outcome.ok) noteFailure(outcome.error.code, outcome.error.message);
    return outcome;
  };

  const noteOpening = (opening: LedgerOpening): void => {
    reopens = 0;
    if (opening.setAside !== null) {
      log.error('ledger.set-aside', { file: opening.setAside, stream: opening.stream });
      needs.onFault({ code: 'LEDGER_SET_ASIDE', detail: opening.setAside });
    }
  };
  const open = (): Outcome<LedgerOpening> => {
    const opening = heed(store.open());
    if (opening.ok) noteOpening(opening.value);
    return opening;
  };
  const scheduleReopen = (): void => {
    if (cancelReopen !== null) return;
    const delay = Math.min(REOPEN_CAP, REOPEN_BASE * 2 ** reopens);
    reopens += 1;
    cancelReopen = timers.after(delay, () => {
      cancelReopen = null;
      if (open().ok) noteSuccess();
    });
  };

  const append = (body: EntryBody): Outcome<{ readonly stream: string; readonly seq: number }> => {
    const stamp = { at: clock.now(), up: clock.up(), boot: clock.boot };
    const place = placeOf(trueNow(), needs.timeZone());
    // Stamps come last: a renderer cannot bring its own.
    const entry = { ...body, ...stamp };
    const written = heed(store.append({ kind: body.kind, up: stamp.up, boot: stamp.boot, ...place, body: JSON.stringify(entry) }));
    if (!written.ok) return written;
    noteSuccess();
    const state = store.state();
    return state.ok ? success({ stream: state.value.stream, seq: written.value }) : heed(state);
  };

  /** The next entries to send, from the mark; remembered as offered before they leave. */
  const takeBatch = (count: number, bytes: number): Outcome<{ readonly state: LedgerState; readonly first: number; readonly entries: readonly unknown[] }> => {
    const state = heed(store.state());
    if (!state.ok) return state;
    const first = state.value.mark + 1;
    const rows = heed(store.read(first, count));
    if (!rows.ok) return rows;
    const entries = buildBatch(first, rows.value, count, bytes);
    const offered = entries.length === 0 ? success(null) : heed(store.setOffered(first + entries.length - 1));
    return offered.ok ? success({ state: state.value, first, entries }) : offered;
  };

  /** Learns the centre's mark. A centre that has more than was ever offered knew a newer copy of this ledger. */
  const receive = (mark: number): Outcome<null> => {
    const state = heed(store.state());
    if (!state.ok) return state;
    if (mark > state.value.offered) return leaveOutdatedStream(state.value, mark);
    return mark === state.value.mark ? success(null) : heed(store.setMark(mark, today()));
  };

  const leaveOutdatedStream = (state: LedgerState, mark: number): Outcome<null> => {
    log.error('ledger.outdated', { stream: state.stream, head: state.head, offered: state.offered, centre: mark });
    const unsent = heed(store.read(state.mark + 1, state.head - state.mark));
    if (!unsent.ok) return unsent;
    const begun = heed(store.beginStream(carryEntries(unsent.value)));
    if (!begun.ok) return begun;
    noteOpening(begun.value);
    return success(null);
  };

  /** Kiosk clock minus centre clock, ms. Entries of this boot are placed anew when it moves them. */
  const learnOffset = (measured: number): void => {
    const before = trueNow();
    offset = { boot: clock.boot, offset: measured };
    if (Math.abs(trueNow() - before) <= CLOCK_STEP) return;
    const start = trueNow() - clock.up();
    heed(store.placeBoot(clock.boot, (up) => placeOf(Math.max(0, start + up), needs.timeZone())));
  };

  return {
    open,
    append,
    takeBatch,
    receive,
    learnOffset,
    state: (): Outcome<LedgerState> => heed(store.state()),
    /** Today last, and the days before. */
    days: (count: number): Outcome<readonly LocalDay[]> => {
      const days = lastDays(today(), count);
      const rows = heed(store.readDays(days[0] ?? today()));
      const state = rows.ok ? heed(store.state()) : rows;
      return rows.ok && state.ok ? success(summariseDays(days, rows.value, state.value.mark)) : failed(rows, state);
    },
    /** Taps made a day, for the centre's completeness. */
    madeByDay: (count: number): Outcome<ReadonlyMap<CalendarDay, number>> => {
      const days = lastDays(today(), count);
      const counts = heed(store.tapsByDay(days[0] ?? today()));
      return counts.ok ? success(new Map(days.map((day) => [day, counts.value.get(day) ?? 0]))) : counts;
    },
    /** Deletes what was sent long ago. Only with the centre's clock: a wrong one of ours could empty the ledger. */
    prune: (): Outcome<number> => (offset === null ? success(0) : heed(store.prune(addDays(today(), -KEEP_SENT_DAYS)))),
    close: (): void => {
      cancelReopen?.();
      store.close();
    },
  };
}

/** A smaller step of the known time moves no entry to another hour worth rewriting, ms. */
const CLOCK_STEP = 60_000;

function lastDays(today: CalendarDay, count: number): readonly CalendarDay[] {
  return daysBetween(addDays(today, 1 - count), today);
}

function failed(...outcomes: readonly Outcome<unknown>[]): Outcome<never> {
  const first = outcomes.find((outcome) => !outcome.ok);
  if (first === undefined || first.ok) throw new Error('no outcome failed');
  return first;
}
