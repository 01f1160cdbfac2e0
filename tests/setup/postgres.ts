import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

/** Set to 1 to see what a system without PostgreSQL reports. */
const WITHOUT = 'MOT_CHAM_TESTS_WITHOUT_POSTGRES';
export const PASSWORD = 'mot mat khau rieng';
const START_MS = 30_000;

/** Ends the database when our standard input ends: also when this process is killed. */
const KEEPER = 'exec 3<&0; "$@" 3<&- & child=$!; { cat <&3 >/dev/null; kill -INT $child; } 2>/dev/null & wait $child';

type Programs = { readonly initdb: string; readonly postgres: string; /** Null where it is not there. */ readonly basebackup: string | null };
export type FoundPostgres = { readonly programs: Programs; readonly why: null } | { readonly programs: null; readonly why: string };

/** Where PostgreSQL's programs are, or why there are none. */
export function findPostgres(): FoundPostgres {
  if (process.env[WITHOUT] === '1') return { programs: null, why: `${WITHOUT}=1 says so` };
  if (process.platform === 'win32') return { programs: null, why: 'these tests start it on Linux and macOS only' };
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...debianFolders()];
  const named = folders.find((path) => path !== '' && existsSync(join(path, 'initdb')) && existsSync(join(path, 'postgres')));
  if (named === undefined) return { programs: null, why: 'its programs initdb and postgres are neither on the path nor in /usr/lib/postgresql (on Debian: apt-get install postgresql)' };
  // Where the path leads to links, the other programs lie beside what they point to.
  const folder = dirname(realpathSync(join(named, 'postgres')));
  const basebackup = join(folder, 'pg_basebackup');
  return { programs: { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres'), basebackup: existsSync(basebackup) ? basebackup : null }, why: null };
}

function debianFolders(): readonly string[] {
  const all = '/usr/lib/postgresql';
  return existsSync(all) ? readdirSync(all).map((version) => join(all, version, 'bin')).sort().reverse() : [];
}

/** A real PostgreSQL of our own, in a folder that was empty, at a free port of 127.0.0.1. */
export type RunningPostgres = {
  /** For DATABASE_URL, of a database with this name. */
  url(database: string): string;
  /** 'fast' ends every connection; 'crash' is a power cut for the process: it recovers at the next start. */
  stop(how: 'fast' | 'crash'): Promise<void>;
  /** kill -9 of its head alone: the rest of it notices, ends, and `start` succeeds only then. */
  kill(): Promise<void>;
  /** On the same port as before. */
  start(): Promise<void>;
  /** A second one that follows this one and can only be read. */
  follow(): Promise<RunningPostgres>;
  /** Stops it and removes all it had. */
  destroy(): Promise<void>;
};

type Owner = { readonly uid?: number; readonly gid?: number };

/**
 * `flushing`: as in earnest. Without, everything outlives a killed process all the same, only not a power cut, and
 * making a database a test costs a tenth on a busy disk (measured). `pages`: what it keeps of its tables in memory.
 * @throws when it does not start, with what it said.
 */
export function startPostgres(programs: Programs, flushing: Flushing = 'flushing', pages = '64MB'): Promise<RunningPostgres> {
  return startIn({ programs, flushing, pages }, (folder, data) => {
    const password = join(folder, 'password');
    writeFileSync(password, PASSWORD, { mode: 0o644 });
    return [programs.initdb, ['-D', data, '-U', 'motcham', '-A', 'scram-sha-256', `--pwfile=${password}`, '-E', 'UTF8', '--locale=C', '--no-sync']];
  });
}

type Flushing = 'flushing' | 'not flushing';
type HowToStart = { readonly programs: Programs; readonly flushing: Flushing; readonly pages: string };
type Making = (folder: string, data: string) => readonly [program: string, words: readonly string[]];

async function startIn(how: HowToStart, making: Making): Promise<RunningPostgres> {
  const { programs, flushing, pages } = how;
  const owner = findOwner();
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-postgres-'));
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const [program, words] = making(folder, data);
  const made = spawnSync(program, words, { ...owner, cwd: folder, encoding: 'utf8', env: { ...process.env, PGPASSWORD: PASSWORD } });
  if (made.status !== 0) throw new Error(`${program} failed: ${made.error?.message ?? made.stderr}`);
  const port = await findFreePort();
  const url = (database: string): string => `postgres://motcham:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${database}`;
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: folder, max_connections: 100, shared_buffers: pages, log_min_messages: 'fatal', max_wal_size: '256MB', wal_level: 'replica', fsync: flushing === 'flushing' ? 'on' : 'off' };
  const setting = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let running: ChildProcess | null = null;

  const stop = async (how: 'fast' | 'crash'): Promise<void> => {
    if (running === null) return;
    const child = running;
    running = null;
    const ended = new Promise((resolve) => void child.once('exit', resolve));
    if (how === 'crash') process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT');
    child.stdin?.end();
    if (child.exitCode === null) await ended;
  };
  const kill = async (): Promise<void> => {
    if (running === null) return;
    const child = running;
    running = null;
    const ended = new Promise((resolve) => void child.once('exit', resolve));
    process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    if (child.exitCode === null) await ended;
    child.stdin?.end();
  };
  const start = async (): Promise<void> => {
    const child = spawn('sh', ['-c', KEEPER, 'sh', programs.postgres, '-D', data, ...setting], { ...owner, cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
    running = child;
    await untilItAnswers(url('postgres'), child);
  };
  await start();
  return {
    url,
    stop,
    kill,
    start,
    follow: () => startIn(how, (_folder, copy) => [programs.basebackup ?? 'pg_basebackup', ['-D', copy, '-d', url('postgres'), '--write-recovery-conf', '--checkpoint=fast', '--no-sync']]),
    async destroy() {
      await stop('fast');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** It refuses to run as root: then it runs as the system's own user for it, or as nobody. */
function findOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: '-u' | '-g', user: string): number => Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {
      // There is no such user: the next one.
    }
  }
  return {};
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (piece: Buffer) => (said += piece.toString()));
  for (const started = performance.now(); ; await setTimeout(50)) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return;
    } catch (cause) {
      if (child.exitCode !== null || performance.now() - started > START_MS) throw new Error(`PostgreSQL did not start: ${said}`, { cause });
    } finally {
      await client.end();
    }
  }
}

/** A port of 127.0.0.1 that nobody has just now. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => void server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
