import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '#domain/result.ts';
import { SqliteLedgerStore } from '#host/adapters/sqlite-ledger-store.ts';
import type { LedgerStore, NewEntry } from '#host/ports.ts';
import { MemoryLedgerStore } from '#tests/fakes/memory-ledger-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-contract-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const STORES: readonly { readonly name: string; readonly make: () => LedgerStore }[] = [
  { name: 'memory', make: () => new MemoryLedgerStore() },
  {
    name: 'sqlite',
    make: () => {
      files += 1;
      return new SqliteLedgerStore({ path: join(folder, `${files}.sqlite`), newStream: () => crypto.randomUUID(), stamp: () => String(files) });
    },
  },
];

const tap = (day = '2026-11-23', up = 1): NewEntry => ({ kind: 'tap', up, boot: 'b1', day, hour: 8, body: JSON.stringify({ kind: 'tap', score: 5, up }) });

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

describe.each(STORES)('the ledger store: $name', ({ make }) => {
  let store: LedgerStore;
  const fill = (count: number, day?: string): void => {
    for (let one = 0; one < count; one += 1) valueOf(store.append(tap(day)));
  };

  beforeEach(() => {
    store = make();
    valueOf(store.open());
  });

  it('begins empty, with a stream of its own', () => {
    const state = valueOf(store.state());
    expect(state).toMatchObject({ head: 0, mark: 0, offered: 0 });
    expect(state.stream).toMatch(/^[0-9A-Za-z-]{8,64}$/);
  });

  it('numbers entries from 1 without a hole', () => {
    expect([1, 2, 3].map(() => valueOf(store.append(tap())))).toEqual([1, 2, 3]);
    expect(valueOf(store.state()).head).toBe(3);
  });

  it('reads from a number on, in order, at most as many as asked', () => {
    fill(5);
    expect(valueOf(store.read(2, 3)).map(({ seq }) => seq)).toEqual([2, 3, 4]);
    expect(valueOf(store.read(6, 3))).toEqual([]);
  });

  it('gives back what it was given', () => {
    const entry = { ...tap('2026-11-22', 77), hour: 23, body: '{"kind":"tap","text":"Cảm ơn"}' };
    store.append(entry);
    expect(valueOf(store.read(1, 1))).toEqual([{ ...entry, seq: 1 }]);
  });

  it('counts taps by day and nothing else', () => {
    fill(2, '2026-11-22');
    fill(3, '2026-11-23');
    valueOf(store.append({ ...tap(), kind: 'asked' }));
    expect(Object.fromEntries(valueOf(store.tapsByDay('2026-11-22')))).toEqual({ '2026-11-22': 2, '2026-11-23': 3 });
    expect([...valueOf(store.tapsByDay('2026-11-23')).keys()]).toEqual(['2026-11-23']);
    expect(valueOf(store.readDays('2026-11-23'))).toHaveLength(4);
  });

  it('lets the mark fall, because a centre can be restored', () => {
    fill(3);
    valueOf(store.setMark(3, '2026-11-23'));
    valueOf(store.setMark(1, '2026-11-24'));
    expect(valueOf(store.state()).mark).toBe(1);
  });

  it('remembers the highest number ever offered', () => {
    valueOf(store.setOffered(7));
    valueOf(store.setOffered(3));
    expect(valueOf(store.state()).offered).toBe(7);
  });

  it('prunes only what the centre has had since before the day, and never the newest entry', () => {
    fill(4);
    valueOf(store.setMark(2, '2025-01-01'));
    expect(valueOf(store.prune('2025-01-01'))).toBe(0);
    expect(valueOf(store.prune('2025-01-02'))).toBe(2);
    valueOf(store.setMark(4, '2025-01-03'));
    expect(valueOf(store.prune('2025-02-01'))).toBe(1);
    expect(valueOf(store.state()).head).toBe(4);
    expect(valueOf(store.append(tap()))).toBe(5);
  });

  it('keeps what a restored centre has lost again, however long ago it was sent', () => {
    fill(4);
    valueOf(store.setMark(4, '2024-01-01'));
    valueOf(store.setMark(1, '2026-11-23'));
    expect(valueOf(store.prune('2026-11-23'))).toBe(0);
    expect(valueOf(store.read(1, 9))).toHaveLength(4);
  });

  it('places the entries of one boot anew and leaves the others', () => {
    valueOf(store.append(tap('2020-01-01', 5)));
    valueOf(store.append({ ...tap('2020-01-01', 5), boot: 'b2' }));
    valueOf(store.placeBoot('b1', (up) => ({ day: '2026-11-23', hour: up })));
    expect(valueOf(store.read(1, 2)).map(({ day, hour }) => [day, hour])).toEqual([['2026-11-23', 5], ['2020-01-01', 8]]);
  });

  it('begins a new stream with the entries carried over, numbered from 1', () => {
    fill(3);
    const before = valueOf(store.state()).stream;
    const begun = valueOf(store.beginStream([tap('2026-11-21'), tap('2026-11-22')]));
    expect(begun.stream).not.toBe(before);
    expect(begun.setAside).not.toBeNull();
    expect(valueOf(store.state())).toMatchObject({ stream: begun.stream, head: 2, mark: 0, offered: 0 });
    expect(valueOf(store.read(1, 9)).map(({ seq, day }) => [seq, day])).toEqual([[1, '2026-11-21'], [2, '2026-11-22']]);
  });

  it('says that it is unavailable while it is closed, and keeps everything over a reopening', () => {
    fill(2);
    const { stream } = valueOf(store.state());
    store.close();
    expect(store.append(tap())).toMatchObject({ ok: false, error: { code: 'LEDGER_UNAVAILABLE' } });
    expect(valueOf(store.open())).toMatchObject({ stream, head: 2, setAside: null });
    expect(valueOf(store.append(tap()))).toBe(3);
  });
});
