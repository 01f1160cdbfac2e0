import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataFolder } from '#host/adapters/data-folder-lock.ts';
import { keptLog } from '#host/adapters/kept-log.ts';
import { openLedgerFile } from '#host/adapters/ledger-files.ts';
import { makeFolder } from '#host/adapters/make-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cham-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('makes what is missing above too, and takes what stands', () => {
  makeFolder(join(folder, 'one', 'two'));
  makeFolder(join(folder, 'one', 'two'));
  symlinkSync(join(folder, 'one'), join(folder, 'link'));
  makeFolder(join(folder, 'link', 'three'));
  expect(statSync(join(folder, 'one', 'three')).isDirectory()).toBe(true);
});

test('a folder that cannot be made fails at once, wherever the host wants one', () => {
  writeFileSync(join(folder, 'file'), '');
  symlinkSync(join(folder, 'gone', 'away'), join(folder, 'link'));
  expect(() => makeFolder(join(folder, 'file', 'below'))).toThrow(/ENOTDIR/);
  // Linux: a folder that is there and in which nobody can make anything. Node's own recursive making never came back.
  const barren = existsSync('/proc/self') ? ['/proc/nothing/data'] : [];
  for (const place of [join(folder, 'link', 'below'), ...barren]) {
    expect(() => makeFolder(place)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    const lock = lockDataFolder(place);
    expect(lock.ok && lock.value.hold()).toMatchObject({ ok: false, error: { code: 'LEDGER_UNAVAILABLE' } });
    expect(() => openLedgerFile({ path: join(place, 'ledger.db'), newStream: () => 's', stamp: () => 'now' })).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    expect(() => keptLog(place, 'silent').info('a line that is kept nowhere')).not.toThrow();
  }
});
