import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '#build/project-root.ts';
import type { DiskEvent } from './disk-event.ts';
import { parseTrace } from './parse-trace.ts';

const CALLS = 'pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2,openat';
/** Longer than any one write of SQLite's, bytes. */
const LONGEST = 4 * 1024 * 1024;

/** Why no program can be listened to here; null: it can. */
export function whyNoTrace(): string | null {
  if (process.platform !== 'linux') return 'writes and flushes are recorded with strace, which is on Linux only';
  const { status } = spawnSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' });
  return status === 0 ? null : 'strace is not there or may not be used (on Debian: apt-get install strace)';
}

/**
 * Runs a program of this folder, which works in the folder it is given and tells what it promised by `tell`, and gives
 * back everything it did to that folder's files. SQLite and `tell` run on the program's main thread, so the order is theirs.
 */
export function recordTrace(program: string, folder: string, words: readonly string[] = []): readonly DiskEvent[] {
  const traces = mkdtempSync(join(tmpdir(), 'mot-cham-trace-'));
  try {
    const flags = ['-ff', '--seccomp-bpf', '-f', '-y', '-xx', '-s', String(LONGEST), '-e', `trace=${CALLS}`, '-o', join(traces, 't')];
    const run = spawnSync('strace', [...flags, process.execPath, inProject('tests', 'faults', 'storage', 'power-cut', program), folder, ...words], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    if (run.status !== 0) throw new Error(`${program} ended with ${run.status}: ${run.stderr}`);
    const [main] = readdirSync(traces).sort((one, other) => Number(one.slice(2)) - Number(other.slice(2)));
    return parseTrace(readFileSync(join(traces, main ?? ''), 'latin1'), folder);
  } finally {
    rmSync(traces, { recursive: true, force: true });
  }
}
