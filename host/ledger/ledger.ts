import { KEEP_SENT_DAYS, type EntryBody } from '#contract/ledger.ts';
import type { LocalDay } from '#contract/kiosk-channels.ts';
import { addDays, daysBetween, type CalendarDay } from '#domain/calendar-day.ts';
import { success, type Result } from '#domain/result.ts';
import type { Clock, Compared, LedgerFailure, LedgerOpening, LedgerState, LedgerStore, Log, NewEntry, Timers } from '../ports.ts';
import { buildBatch } from './build-batch.ts';
import { carryEntries } from './carry-entries.ts';
import { correctedTime, placeOf, type KnownBoot } from './clock-correction.ts';
import { summariseDays } from './summarise-days.ts';

/** First wait before a broken ledger is opened again, ms; doubles up to a minute. */
const REOPEN_BASE = 1_000;
const REOPEN_CAP = 60_000;
/** A smaller step of the known time moves no entry to another hour worth rewriting, ms. */
const CLOCK_STEP = 60_000;

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

type Outcome<Value> = Result<Value, LedgerFailure>;
export type Batch = { readonly state: LedgerState; readonly first: number; readonly entries: readonly unknown[] };

/** The kiosk's record of taps and usage. Answers a number only after the entry is on the disk (promise 1). */
export class Ledger {
  readonly #needs: LedgerNeeds;
  readonly #store: LedgerStore;
  #boot: KnownBoot = null;
  /** Wall time at the boot's beginning, as the two clocks said it last; null before either was read. */
  #wallStart: number | null = null;
  #wasWallSet = false;
  /** Where entries of this process were placed; null before the first. */
  #zone: string | null = null;
  /** What was offered before this process began: where the centre has more, it has these. */
  #offeredBefore: number | null = null;
  /** A heartbeat's answer named numbers that were never offered. */
  #isAhead = false;
  #reopens = 0;
  #cancelReopen: (() => void) | null = null;
  #standing: LedgerFailure | null = null;

  constructor(needs: LedgerNeeds) {
    this.#needs = needs;
    this.#store = needs.store;
  }

  open(): Outcome<LedgerOpening> {
    const opening = this.#heed(this.#store.open());
    if (opening.ok) this.#noteOpening(opening.value);
    return opening;
  }

  append(body: EntryBody): Outcome<{ readonly stream: string; readonly seq: number }> {
    const written = this.#heed(this.#store.append(this.#stamped(body)));
    if (!written.ok) return written;
    this.#noteSuccess();
    const state = this.state();
    return state.ok ? success({ stream: state.value.stream, seq: written.value }) : state;
  }

  state(): Outcome<LedgerState> {
    return this.#heed(this.#store.state());
  }

  /** The next entries to send, from the mark; remembered as offered before they leave. */
  takeBatch(count: number, bytes: number): Outcome<Batch> {
    const state = this.state();
    if (!state.ok) return state;
    const first = state.value.mark + 1;
    const rows = this.#heed(this.#store.read(first, count));
    if (!rows.ok) return rows;
    const entries = buildBatch(first, rows.value, count, bytes);
    const offered = entries.length === 0 ? success(null) : this.#heed(this.#store.setOffered(first + entries.length - 1));
    return offered.ok ? success({ state: state.value, first, entries }) : offered;
  }

  /**
   * Learns the centre's mark from the answer to a batch. Where the centre compared, only what it has of this ledger counts
   * as there: this disk may have been set back or copied, and the centre have other entries under the same numbers.
   * One that does not compare shows it only by having more than was ever offered.
   */
  receive(mark: number, compared?: Compared): Outcome<null> {
    const state = this.state();
    if (!state.ok) return state;
    if (compared === undefined) {
      const isOther = mark > state.value.offered || (this.#isAhead && mark > state.value.mark);
      if (isOther) return this.#leaveStream(state.value, mark, Math.max(state.value.mark, this.#offeredBefore ?? 0));
      return this.#setMark(state.value, mark);
    }
    if (compared.same < Math.min(mark, compared.last)) return this.#leaveStream(state.value, mark, compared.same);
    this.#isAhead = false;
    const known = this.#setMark(state.value, Math.min(mark, compared.last));
    return known.ok ? this.hear(mark) : known;
  }

  /** Learns the centre's mark from anything but a batch. It says how many entries are there, not that they are these. */
  hear(mark: number): Outcome<null> {
    const state = this.state();
    if (!state.ok) return state;
    const { mark: known, head, offered } = state.value;
    if (mark <= known) return this.#setMark(state.value, mark);
    // Everything here is there, and the next number was given to something else.
    if (head === known) return this.#leaveStream(state.value, mark, head);
    this.#isAhead ||= mark > offered;
    return success(null);
  }

  /** Kiosk clock minus centre clock, ms. Entries of this boot are placed anew when it moves them. */
  learnOffset(offset: number): void {
    const { clock } = this.#needs;
    this.#watchWall();
    const before = this.#trueNow();
    this.#boot = { boot: clock.boot, start: clock.now() - offset - clock.up() };
    if (Math.abs(this.#trueNow() - before) > CLOCK_STEP || this.#wasWallSet) this.#placeBoot();
  }

  /** Today last, and the days before. */
  days(count: number): Outcome<readonly LocalDay[]> {
    const days = this.#lastDays(count);
    const state = this.state();
    if (!state.ok) return state;
    const rows = this.#heed(this.#store.readDays(days[0] ?? this.#today()));
    return rows.ok ? success(summariseDays(days, rows.value, state.value.mark)) : rows;
  }

  /** Taps made a day, for the centre's completeness. */
  madeByDay(count: number): Outcome<ReadonlyMap<CalendarDay, number>> {
    this.#followZone();
    const days = this.#lastDays(count);
    const counts = this.#heed(this.#store.tapsByDay(days[0] ?? this.#today()));
    return counts.ok ? success(new Map(days.map((day) => [day, counts.value.get(day) ?? 0]))) : counts;
  }

  /** Deletes what was sent long ago. Only with the centre's clock: a wrong one of ours could empty the ledger. */
  prune(): Outcome<number> {
    return this.#boot === null ? success(0) : this.#heed(this.#store.prune(addDays(this.#today(), -KEEP_SENT_DAYS)));
  }

  close(): void {
    this.#cancelReopen?.();
    this.#store.close();
  }

  #stamped(body: EntryBody): NewEntry {
    this.#watchWall();
    const { clock, timeZone } = this.#needs;
    // The centre's time where it is known: an entry that is sent by another boot is placed by this alone.
    const stamp = { at: this.#trueNow(), up: clock.up(), boot: clock.boot };
    this.#zone ??= timeZone();
    const place = placeOf(stamp.at, timeZone());
    // Stamps come last: a page cannot bring its own.
    return { kind: body.kind, up: stamp.up, boot: stamp.boot, ...place, body: JSON.stringify({ ...body, ...stamp }) };
  }

  #placeBoot(): void {
    const { clock, timeZone } = this.#needs;
    this.#wasWallSet = false;
    this.#zone = timeZone();
    const start = this.#trueNow() - clock.up();
    this.#heed(this.#store.placeBoot(clock.boot, (up) => placeOf(Math.max(0, start + up), timeZone())));
  }

  /** A kiosk that was paired after its first entries hears only then by which days the centre will count them. What was sent stays where it is. */
  #followZone(): void {
    if (this.#zone === null || this.#zone === this.#needs.timeZone()) return;
    const state = this.state();
    if (state.ok && state.value.mark === 0) this.#placeBoot();
  }

  #setMark(state: LedgerState, mark: number): Outcome<null> {
    return mark === state.mark ? success(null) : this.#heed(this.#store.setMark(mark, this.#today()));
  }

  /** The centre knows another history of this stream: what it has not of this one, above `there`, goes on under numbers of its own. */
  #leaveStream(state: LedgerState, mark: number, there: number): Outcome<null> {
    this.#needs.log.error('ledger.outdated', { stream: state.stream, head: state.head, offered: state.offered, centre: mark, there });
    const unsent = this.#heed(this.#store.read(there + 1, Math.max(0, state.head - there)));
    if (!unsent.ok) return unsent;
    const begun = this.#heed(this.#store.beginStream(carryEntries(unsent.value)));
    if (!begun.ok) return begun;
    this.#offeredBefore = 0;
    this.#isAhead = false;
    this.#noteOpening(begun.value);
    return success(null);
  }

  /** A wall clock that was set since leaves entries of this boot on other days than the centre will put them. */
  #watchWall(): void {
    const { clock } = this.#needs;
    const start = clock.now() - clock.up();
    if (this.#wallStart !== null && Math.abs(start - this.#wallStart) > CLOCK_STEP) this.#wasWallSet = true;
    this.#wallStart = start;
  }

  #trueNow(): number {
    const { clock } = this.#needs;
    return correctedTime({ now: clock.now(), up: clock.up(), boot: clock.boot }, this.#boot);
  }

  #today(): CalendarDay {
    return placeOf(this.#trueNow(), this.#needs.timeZone()).day;
  }

  #lastDays(count: number): readonly CalendarDay[] {
    return daysBetween(addDays(this.#today(), 1 - count), this.#today());
  }

  #heed<Value>(outcome: Outcome<Value>): Outcome<Value> {
    if (!outcome.ok) this.#noteFailure(outcome.error.code, outcome.error.message);
    return outcome;
  }

  #noteFailure(code: LedgerFailure, detail: string): void {
    // Everything fails while it is closed; the first failure is the one that tells why.
    if (this.#standing === 'LEDGER_UNAVAILABLE') return this.#scheduleReopen();
    this.#standing = code;
    this.#needs.log.error('ledger.failed', { code, detail });
    this.#needs.onFault({ code, detail });
    if (code === 'LEDGER_UNAVAILABLE') this.#scheduleReopen();
  }

  #noteSuccess(): void {
    if (this.#standing === null) return;
    const mended = this.#standing;
    this.#standing = null;
    this.#needs.log.info('ledger.mended', { code: mended });
    this.#needs.onMended(mended);
  }

  #noteOpening(opening: LedgerOpening): void {
    this.#reopens = 0;
    this.#offeredBefore ??= opening.offered;
    if (opening.setAside === null) return;
    this.#needs.log.error('ledger.set-aside', { file: opening.setAside, stream: opening.stream });
    this.#needs.onFault({ code: 'LEDGER_SET_ASIDE', detail: opening.setAside });
  }

  #scheduleReopen(): void {
    if (this.#cancelReopen !== null) return;
    const delay = Math.min(REOPEN_CAP, REOPEN_BASE * 2 ** this.#reopens);
    this.#reopens += 1;
    this.#cancelReopen = this.#needs.timers.after(delay, () => {
      this.#cancelReopen = null;
      if (this.open().ok) this.#noteSuccess();
    });
  }
}
