import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { BackupOutcome } from '../care.ts';

/**
 * VACUUM INTO reads one moment of the file, whatever is written meanwhile, and keeps nobody from
 * writing; it needs as much free disk as the database is large.
 */
export function backUpSqlite(source: string, file: string): BackupOutcome {
  if (existsSync(file)) return { ok: false, why: `${file} is there already: name a file that is not.` };
  const part = `${file}.part`;
  try {
    rmSync(part, { force: true });
    // Made first, so that nobody else can read it at any time. VACUUM INTO takes an empty file.
    closeSync(openSync(part, 'wx', 0o600));
    const database = new DatabaseSync(source, { readOnly: true, timeout: 5_000 });
    try {
      database.prepare('VACUUM INTO ?').run(part);
    } finally {
      database.close();
    }
    const found = findDamage(part);
    if (found !== 'ok') return { ok: false, why: `The copy is damaged (${found}): run db check.` };
    flush(part);
    renameSync(part, file);
    chmodSync(file, 0o600);
    return { ok: true, backup: { file, bytes: statSync(file).size } };
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    return { ok: false, why: `The backup could not be written to ${file}: ${cause.message}.` };
  } finally {
    rmSync(part, { force: true });
  }
}

function findDamage(file: string): string {
  const copy = new DatabaseSync(file, { readOnly: true });
  try {
    return String(copy.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']);
  } finally {
    copy.close();
  }
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
