import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqliteLedgerStore } from '#host/adapters/sqlite-ledger-store.ts';
import type { NewEntry } from '#host/ports.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (): string => join(folder, 'ledger.sqlite');
const make = (maxPages?: number): SqliteLedgerStore =>
  new SqliteLedgerStore({ path: path(), newStream: () => crypto.randomUUID(), stamp: () => 'then', ...(maxPages === undefined ? {} : { maxPages }) });
const tap = (body = '{"kind":"tap"}'): NewEntry => ({ kind: 'tap', up: 1, boot: 'b', day: '2026-11-23', hour: 8, body });

describe('the ledger on disk', () => {
  it('flushes each commit: WAL and synchronous FULL (promise 1)', () => {
    const store = make();
    store.open();
    const source = readFileSync(new URL('../../../../host/adapters/sqlite-ledger-schema.ts', import.meta.url), 'utf8');
    expect(source).toContain('PRAGMA synchronous = FULL');
    const other = new DatabaseSync(path());
    expect(other.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    other.close();
    store.close();
  });

  it('refuses with LEDGER_DISK_FULL when the disk is full, keeps what it has, and takes entries again afterwards', () => {
    const store = make(12);
    store.open();
    const long = tap(JSON.stringify({ kind: 'tap', text: 'x'.repeat(3000) }));
    let stored = 0;
    let last = store.append(long);
    while (last.ok && stored < 100) {
      stored += 1;
      last = store.append(long);
    }
    expect(last).toMatchObject({ ok: false, error: { code: 'LEDGER_DISK_FULL' } });
    expect(store.state()).toMatchObject({ ok: true, value: { head: stored } });
    store.close();
    const roomy = make();
    expect(roomy.open()).toMatchObject({ ok: true, value: { head: stored, setAside: null } });
    expect(roomy.append(long)).toEqual({ ok: true, value: stored + 1 });
    roomy.close();
  });

  it('refuses with LEDGER_LOCKED while another program holds the file, and takes entries when it lets go', () => {
    const store = make();
    store.open();
    store.append(tap());
    const other = new DatabaseSync(path());
    other.exec('BEGIN IMMEDIATE');
    expect(store.append(tap())).toMatchObject({ ok: false, error: { code: 'LEDGER_LOCKED' } });
    other.exec('ROLLBACK');
    expect(store.append(tap())).toEqual({ ok: true, value: 2 });
    other.close();
    store.close();
  });

  it('sets a damaged file aside, keeps it, and goes on in the same stream with what can be read of it', () => {
    const store = make();
    const opened = store.open();
    for (let one = 0; one < 200; one += 1) store.append(tap(JSON.stringify({ kind: 'tap', text: 'y'.repeat(200) })));
    store.close();
    const file = openSync(path(), 'r+');
    writeSync(file, Buffer.alloc(4096 * 3, 7), 0, 4096 * 3, 4096 * 4);
    closeSync(file);
    const size = statSync(path()).size;

    const again = make();
    const reopened = again.open();
    expect(reopened).toMatchObject({ ok: true, value: { head: 200, setAside: `${path()}.damaged-then` } });
    expect(reopened.ok && opened.ok && reopened.value.stream === opened.value.stream).toBe(true);
    expect(statSync(`${path()}.damaged-then`).size).toBe(size);
    const kept = again.read(1, 1_000);
    // Three pages of some fifteen were overwritten: what lay on the others is there.
    expect(kept.ok && kept.value.length).toBeGreaterThan(140);
    expect(again.append(tap())).toEqual({ ok: true, value: 201 });
    again.close();
  });

  it('reads a ledger whose header was destroyed, and loses nothing of it', () => {
    const store = make();
    store.open();
    for (let one = 0; one < 20; one += 1) store.append(tap());
    store.setOffered(15);
    store.setMark(10, '2026-11-23');
    store.close();
    const file = openSync(path(), 'r+');
    writeSync(file, Buffer.alloc(24, 255), 0, 24, 0);
    closeSync(file);
    const again = make();
    expect(again.open()).toMatchObject({ ok: true, value: { head: 20, mark: 10, offered: 15, setAside: `${path()}.damaged-then` } });
    expect(again.append(tap())).toEqual({ ok: true, value: 21 });
    again.close();
  });

  it('never gives a number again that may have been sent, though its entry is gone', () => {
    const store = make();
    store.open();
    for (let one = 0; one < 40; one += 1) store.append(tap(JSON.stringify({ kind: 'tap', text: 'z'.repeat(3000) })));
    store.setOffered(40);
    store.close();
    // The last entries lie on the last pages.
    const file = openSync(path(), 'r+');
    writeSync(file, Buffer.alloc(4096 * 6, 7), 0, 4096 * 6, statSync(path()).size - 4096 * 6);
    closeSync(file);
    const again = make();
    expect(again.open()).toMatchObject({ ok: true, value: { offered: 40, setAside: `${path()}.damaged-then` } });
    expect(again.append(tap())).toEqual({ ok: true, value: 41 });
    again.close();
  });

  it('refuses taps when its file is taken away under it, and puts everything back at the next opening', () => {
    const store = make();
    const opened = store.open();
    store.append(tap());
    rmSync(folder, { recursive: true });
    expect(store.append(tap())).toMatchObject({ ok: false, error: { code: 'LEDGER_UNAVAILABLE' } });
    expect(store.open()).toMatchObject({ ok: true, value: { head: 1, stream: opened.ok ? opened.value.stream : '' } });
    expect(store.append(tap())).toEqual({ ok: true, value: 2 });
    store.close();
    const again = make();
    expect(again.open()).toMatchObject({ ok: true, value: { head: 2, setAside: null } });
    again.close();
  });

  it('keeps what it has while its folder is gone and none can be made, however often it is opened', () => {
    const away = join(folder, 'data');
    const store = new SqliteLedgerStore({ path: join(away, 'ledger.sqlite'), newStream: () => 'stream-1', stamp: () => 'then' });
    store.open();
    store.append(tap());
    rmSync(away, { recursive: true });
    writeFileSync(away, 'a file where the folder was');
    expect([store.open().ok, store.append(tap()).ok, store.open().ok]).toEqual([false, false, false]);
    rmSync(away);
    expect(store.open()).toMatchObject({ ok: true, value: { head: 1, stream: 'stream-1' } });
    store.close();
  });

  it('sets a file aside that is no database at all', () => {
    writeFileSync(path(), 'this is not a database, it only has its name and is long enough to look like one');
    const store = make();
    expect(store.open()).toMatchObject({ ok: true, value: { head: 0, setAside: `${path()}.damaged-then` } });
    store.close();
  });

  it('fails as unavailable, not with a crash, where no file can be made', () => {
    writeFileSync(join(folder, 'file'), 'no folder');
    const store = new SqliteLedgerStore({ path: join(folder, 'file', 'ledger.sqlite'), newStream: () => 's', stamp: () => 't' });
    expect(() => store.open()).not.toThrow();
    expect(store.open()).toMatchObject({ ok: false, error: { code: 'LEDGER_UNAVAILABLE' } });
  });

  it('finishes a new stream whose last rename a power cut took', () => {
    const store = make();
    store.open();
    store.append(tap());
    store.beginStream([tap(), tap()]);
    store.close();
    // As the disk looks between the two renames.
    writeFileSync(`${path()}.next`, readFileSync(path()));
    rmSync(path());
    const again = make();
    expect(again.open()).toMatchObject({ ok: true, value: { head: 2, setAside: null } });
    again.close();
    expect(existsSync(`${path()}.next`)).toBe(false);
  });

  it('drops a new stream that was never put in place', () => {
    const store = make();
    store.open();
    store.append(tap());
    store.close();
    writeFileSync(`${path()}.next`, 'half written');
    const again = make();
    expect(again.open()).toMatchObject({ ok: true, value: { head: 1, setAside: null } });
    again.close();
    expect(readdirSync(folder)).toEqual(['ledger.sqlite']);
  });
});
