import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '#build/project-root.ts';
import { buildLoad, sendLoad, type Load, type Shape } from './ingest-load.ts';
import type { Place, Places } from './ingest-places.ts';

export const SERVERS = ['reference', 'drop', 'sqlite', 'postgres'] as const;
export type Server = (typeof SERVERS)[number];

export type Measured = {
  readonly tapsPerSecond: number;
  /** Of the server's process, µs; PostgreSQL's own processes are not in it. */
  readonly cpuPerTap: number;
  /** The same requests once more, where the server remembers them. */
  readonly againPerSecond: number;
};

const TICKS_PER_SECOND = 100;
/** The first share of the load warms the server up. */
const WARM = 0.3;

/** One run of one server over a fresh database. */
export async function measure(server: Server, places: Places, shape: Shape): Promise<Measured> {
  return withServer(server, places, async ({ port, pid }) => {
    const warm = Math.ceil(shape.batches * WARM);
    await sendLoad(port, buildLoad(places.streams, shape, 0, warm));
    const load = buildLoad(places.streams, shape, warm);
    const [first, again] = [await timed(port, pid, load, shape), await timed(port, pid, load, shape)];
    return { ...first, againPerSecond: again.tapsPerSecond };
  });
}

/** Taps a second and processor time a tap of pieces of one long load; a piece ends where the next begins. */
export async function measureLong(server: Server, places: Places, shape: Shape, bounds: readonly number[]): Promise<readonly Omit<Measured, 'againPerSecond'>[]> {
  return withServer(server, places, async ({ port, pid }) => {
    const found = [];
    for (const [index, to] of bounds.slice(1).entries()) found.push(await timed(port, pid, buildLoad(places.streams, shape, bounds[index], to), shape));
    return found;
  });
}

async function timed(port: number, pid: number | undefined, load: Load, { tapsABatch }: Shape): Promise<Omit<Measured, 'againPerSecond'>> {
  const before = cpuSeconds(pid);
  const { requests, seconds } = await sendLoad(port, load);
  const taps = requests * tapsABatch;
  return { tapsPerSecond: taps / seconds, cpuPerTap: ((cpuSeconds(pid) - before) * 1e6) / taps };
}

async function withServer<T>(server: Server, places: Places, work: (running: { readonly port: number; readonly pid: number | undefined }) => Promise<T>): Promise<T> {
  const place = server === 'postgres' ? await places.postgres() : await places.sqlite();
  const { child, port } = await startServer(server, place);
  try {
    return await work({ port, pid: child.pid });
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    await place.remove();
  }
}

/** A server over that place; several may share one of PostgreSQL. */
export async function startServer(server: Server, { dataDir, databaseUrl }: Place): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const args = server === 'sqlite' || server === 'postgres' ? ['server/main.ts'] : ['tests/bench/ingest-servers.ts', server, join(dataDir, 'centre.db')];
  const child = spawn(process.execPath, args, {
    cwd: inProject(),
    env: { ...process.env, PORT: '0', HOST: '', PUBLIC_URL: '', DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /Centre {2}http:\/\/127\.0\.0\.1:(\d+)/.exec(chunk.toString());
      if (found !== null) resolve(Number(found[1]));
    });
    child.once('exit', (code) => reject(new Error(`${server} ended with ${code}`)));
  });
  return { child, port };
}

/** Seconds of processor time a process has used; 0 where the system does not say. */
export function cpuSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}
