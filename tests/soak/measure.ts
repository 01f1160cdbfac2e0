import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, CDPSession } from 'playwright-core';
import { until } from '#tests/driver/until.ts';
import type { InsideProcess } from './inside-process.ts';

/** One look at everything that could pile up. Bytes, counts, and per cent for frames. */
export type Sample = {
  /** Visits and touches of a face so far. */
  readonly visits: number;
  readonly page: { readonly heap: number; readonly nodes: number; readonly listeners: number; readonly documents: number; readonly memory: number };
  readonly host: ProcessSample | null;
  readonly centre: ProcessSample | null;
  readonly ledger: { readonly entries: number; readonly bytes: number };
  /** Share of frames dropped in this round's loop, %. */
  readonly droppedFrames: number;
};

/** `memory`: what belongs to the process alone and would go with it; 0 where the system does not say. */
export type ProcessSample = InsideProcess & { readonly descriptors: number; readonly memory: number };

/**
 * After the page gave up what it holds only to be quicker (pictures, glyphs, compiled styles), as it does when a machine
 * is short of memory, and after two full collections: the first frees what the second finds unreachable.
 */
export async function measurePage(browser: Browser, session: CDPSession): Promise<Sample['page']> {
  await session.send('Memory.simulatePressureNotification', { level: 'critical' });
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const whole = await browser.newBrowserCDPSession();
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  await whole.detach();
  const memory = processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { id }) => sum + privateBytes(id), 0);
  return { heap: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners'), documents: value('Documents'), memory };
}

/** Asks a program that `inside-process.ts` was loaded into; null where there are no such signals. */
export async function measureProcess(folder: string, program: string): Promise<ProcessSample | null> {
  if (process.platform === 'win32') return null;
  const pid = Number(readFileSync(join(folder, `${program}.pid`), 'utf8'));
  const file = join(folder, `${program}.json`);
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  let inside: InsideProcess | null = null;
  await until(() => (inside = readInside(file)) !== null, `${program} says what it holds`, 20_000);
  return inside === null ? null : { ...(inside as InsideProcess), descriptors: openDescriptors(pid), memory: privateBytes(pid) };
}

/** Pages of the database that are in use, the log beside it included, and its entries. */
export function measureLedger(dataDir: string): Sample['ledger'] {
  const folder = join(dataDir, 'kiosk');
  const name = readdirSync(folder).find((file) => /\.(db|sqlite3?)$/.test(file));
  if (name === undefined) return { entries: 0, bytes: 0 };
  const database = new DatabaseSync(join(folder, name), { readOnly: true });
  try {
    const value = (sql: string): number => Number(Object.values(database.prepare(sql).get() ?? {})[0] ?? 0);
    return { entries: value('SELECT max(seq) FROM entries'), bytes: (value('PRAGMA page_count') - value('PRAGMA freelist_count')) * value('PRAGMA page_size') };
  } finally {
    database.close();
  }
}

/** Null while it is not there or only half written. */
function readInside(file: string): InsideProcess | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as InsideProcess;
  } catch {
    return null;
  }
}

function openDescriptors(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return 0;
  }
}

/** Pages of files, such as the program's own code, come in as they are touched and can go again: they are left out. */
function privateBytes(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return ['Private_Dirty', 'Swap'].reduce((sum, name) => sum + Number(new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0) * 1024, 0);
  } catch {
    return 0;
  }
}
