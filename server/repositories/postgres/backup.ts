import { spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import type { BackupOutcome } from '../care.ts';

/** Has pg_dump write everything of one moment, and pg_restore read what it wrote. */
export async function backUpPostgres(url: string, file: string): Promise<BackupOutcome> {
  if (existsSync(file)) return { ok: false, why: `${file} is there already: name a file that is not.` };
  const { address, password } = splitUrl(url);
  const part = `${file}.part`;
  const words = ['--format=custom', '--no-owner', '--no-privileges', '--lock-wait-timeout=60000', `--file=${part}`, `--dbname=${address}`];
  try {
    rmSync(part, { force: true });
    const dumped = await run('pg_dump', words, password);
    if (dumped === null) {
      return { ok: false, why: `pg_dump is not on this machine. Where PostgreSQL's client programs are, run: pg_dump --format=custom --no-owner --no-privileges --file=${file} "${address}"` };
    }
    if (dumped.code !== 0) return { ok: false, why: `pg_dump failed: ${dumped.said}` };
    const listed = await run('pg_restore', ['--list', part], null);
    if (listed !== null && listed.code !== 0) return { ok: false, why: `What pg_dump wrote cannot be read: ${listed.said}` };
    renameSync(part, file);
    return { ok: true, backup: { file, bytes: statSync(file).size } };
  } finally {
    rmSync(part, { force: true });
  }
}

/** The password goes by the environment: a command line is for everybody on the machine to read. */
function splitUrl(text: string): { readonly address: string; readonly password: string | null } {
  const url = new URL(text);
  const password = url.password === '' ? null : decodeURIComponent(url.password);
  url.password = '';
  return { address: url.href, password };
}

/** Null when there is no such program. */
function run(program: string, words: readonly string[], password: string | null): Promise<{ readonly code: number; readonly said: string } | null> {
  return new Promise((resolve, reject) => {
    const env = password === null ? process.env : { ...process.env, PGPASSWORD: password };
    // What it writes is readable by its owner only.
    const before = process.umask(0o077);
    const child = spawn(program, words, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    process.umask(before);
    let said = '';
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    child.once('error', (cause) => ('code' in cause && cause.code === 'ENOENT' ? resolve(null) : reject(cause)));
    child.once('close', (code) => resolve({ code: code ?? 1, said: said.trim() }));
  });
}
