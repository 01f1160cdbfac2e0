import { failure, success, type Result } from '#domain/result.ts';
import type { LedgerFailure, LedgerOpening, LedgerState, LedgerStore, NewEntry, PlaceByUp, StoredEntry } from '#host/ports.ts';

type Outcome<Value> = Result<Value, LedgerFailure>;

/** A ledger in memory that obeys the contract suite; `failNext` breaks its next operation as a disk would. */
export class MemoryLedgerStore implements LedgerStore {
  #isOpen = false;
  #streams = 1;
  #entries: StoredEntry[] = [];
  #mark = 0;
  #offered = 0;
  #sent = new Map<string, number>();
  #failure: LedgerFailure | null = null;

  failNext(code: LedgerFailure): void {
    this.#failure = code;
  }

  open(): Outcome<LedgerOpening> {
    if (this.#failure !== null) return this.#fail(this.#failure);
    this.#isOpen = true;
    return success({ ...this.#now(), setAside: null });
  }

  state(): Outcome<LedgerState> {
    return this.#run(() => this.#now());
  }

  append(entry: NewEntry): Outcome<number> {
    return this.#run(() => {
      const seq = this.#now().head + 1;
      this.#entries.push({ ...entry, seq });
      return seq;
    });
  }

  read(first: number, count: number): Outcome<readonly StoredEntry[]> {
    return this.#run(() => this.#entries.filter((entry) => entry.seq >= first).slice(0, count));
  }

  readDays(from: string): Outcome<readonly StoredEntry[]> {
    return this.#run(() => this.#entries.filter((entry) => entry.day >= from));
  }

  tapsByDay(from: string): Outcome<ReadonlyMap<string, number>> {
    return this.#run(() => {
      const counts = new Map<string, number>();
      for (const { kind, day } of this.#entries) if (kind === 'tap' && day >= from) counts.set(day, (counts.get(day) ?? 0) + 1);
      return counts;
    });
  }

  placeBoot(boot: string, place: PlaceByUp): Outcome<null> {
    return this.#run(() => {
      this.#entries = this.#entries.map((entry) => (entry.boot === boot ? { ...entry, ...place(entry.up) } : entry));
      return null;
    });
  }

  setOffered(seq: number): Outcome<null> {
    return this.#run(() => {
      this.#offered = Math.max(this.#offered, seq);
      return null;
    });
  }

  setMark(mark: number, day: string): Outcome<null> {
    return this.#run(() => {
      this.#mark = mark;
      for (const [known, value] of this.#sent) if (value > mark) this.#sent.delete(known);
      this.#sent.set(day, mark);
      return null;
    });
  }

  prune(before: string): Outcome<number> {
    return this.#run(() => {
      const old = Math.max(0, ...[...this.#sent].filter(([day]) => day < before).map(([, mark]) => mark));
      const head = this.#now().head;
      const kept = this.#entries.filter(({ seq }) => seq > old || seq > this.#mark || seq === head);
      const gone = this.#entries.length - kept.length;
      this.#entries = kept;
      return gone;
    });
  }

  beginStream(carried: readonly NewEntry[]): Outcome<LedgerOpening> {
    return this.#run(() => {
      this.#streams += 1;
      this.#entries = carried.map((entry, index) => ({ ...entry, seq: index + 1 }));
      this.#mark = 0;
      this.#offered = 0;
      this.#sent.clear();
      return { ...this.#now(), setAside: `memory-${this.#streams - 1}` };
    });
  }

  close(): void {
    this.#isOpen = false;
  }

  #now(): LedgerState {
    return { stream: `memory-stream-${this.#streams}`, head: this.#entries.at(-1)?.seq ?? 0, mark: this.#mark, offered: this.#offered };
  }

  #run<Value>(work: () => Value): Outcome<Value> {
    if (!this.#isOpen) return failure('LEDGER_UNAVAILABLE', 'the ledger is not open');
    return this.#failure === null ? success(work()) : this.#fail(this.#failure);
  }

  #fail(code: LedgerFailure): Outcome<never> {
    this.#failure = null;
    if (code === 'LEDGER_UNAVAILABLE') this.close();
    return failure(code, 'the fake disk was told to fail');
  }
}
