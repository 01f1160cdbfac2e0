// `npm run bench:storm [-- --kiosks N --entries N --profile FOLDER] [--json]`: a whole country's kiosks come back from an
// outage at once, each with its waiting entries and its own back-off, to one server process.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inProject } from '#build/project-root.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { isAcceptable, percentile, reportFigures, type Figure } from '../figure.ts';
import { addReader, enrolHerd } from './enrol-herd.ts';
import type { Meetings } from './herd-http.ts';
import { startHerd, type HerdEnd } from './herd-process.ts';
import type { Enrolled } from './simulated-kiosk.ts';

const { values } = parseArgs({
  options: { kiosks: { type: 'string', default: '20000' }, entries: { type: 'string', default: '900' }, json: { type: 'boolean' }, profile: { type: 'string' } },
});
/** What an entry takes in the centre's file at most, for the question whether the disk holds the storm. */
const BYTES_AN_ENTRY = 120;
/** The uploader gives an answer up after this, ms. */
const CLIENT_TIME_OUT = 30_000;
/** A storm that has not ended by then has failed, ms. */
const LONGEST = 40 * 60_000;
const LOOK_EVERY = 1_000;
/** The last few kiosks wait for their own back-off, minutes after the centre has nothing more to do. */
const NEARLY_NONE = 0.01;
/** Processes of the herd: one may hold only so many connections (20,000 open files here, on the centre's side too). */
const HERDS = 2;
const MOST_SOCKETS = 19_400;
const TICKS_PER_SECOND = 100;

const kiosks = Number(values.kiosks);
const folder = mkdtempSync(join(tmpdir(), 'mot-cham-storm-'));
const { bavail, bsize } = statfsSync(folder);
const entries = Math.min(Number(values.entries), Math.floor((bavail * bsize) / 2 / BYTES_AN_ENTRY / kiosks));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const { repositories } = await openSqliteRepositories(join(folder, 'centre.db'), Date.now());
const herd = await enrolHerd(repositories, kiosks);
const reader = await addReader(repositories);
await repositories.care.close();
say(`${kiosks} kiosks are enrolled, ${entries} entries wait in each`);

const profiling = values.profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', values.profile];
const centre = spawn(process.execPath, [...profiling, 'server/main.ts'], {
  cwd: inProject(),
  env: { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', DATABASE_URL: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const centreUrl = await addressOf(centre);
  const figures = await storm(centreUrl);
  reportFigures(figures);
  process.exitCode = figures.every(isAcceptable) ? 0 : 1;
} finally {
  const gone = new Promise((resolve) => centre.once('exit', resolve));
  // A profile is written at an orderly end only.
  centre.kill(values.profile === undefined ? 'SIGKILL' : 'SIGTERM');
  await gone;
  rmSync(folder, { recursive: true });
}

async function storm(centreUrl: string): Promise<readonly Figure[]> {
  const load = loadavg()[0] ?? 0;
  const cpuBefore = cpuSeconds(centre.pid);
  const parts = Array.from({ length: HERDS }, (_, part) =>
    startHerd({ kiosks: herd.filter((_kiosk: Enrolled, index) => index % HERDS === part), port: Number(new URL(centreUrl).port), entries, mostSockets: MOST_SOCKETS / HERDS }),
  );
  const sum = (of: (part: (typeof parts)[number]) => number): number => parts.reduce((total, part) => total + of(part), 0);
  try {
    const memory: number[] = [];
    const began = performance.now();
    let mostSockets = 0;
    let waiting = kiosks * entries;
    let nearlyAll = 0;
    while (waiting > 0 && performance.now() - began < LONGEST) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
      memory.push(residentMiB(centre.pid));
      mostSockets = Math.max(mostSockets, sum((part) => part.sockets()));
      waiting = sum((part) => part.waiting());
      if (nearlyAll === 0 && waiting <= NEARLY_NONE * kiosks * entries) nearlyAll = (performance.now() - began) / 1000;
      if (memory.length % 10 === 0) say(`${Math.round((performance.now() - began) / 1000)} s: ${waiting} waiting, ${sum((part) => part.sockets())} connections, ${memory.at(-1)} MiB, ${(cpuSeconds(centre.pid) - cpuBefore).toFixed(1)} s of processor, ${JSON.stringify(parts.map((part) => part.statuses()))}`);
    }
    const seconds = (performance.now() - began) / 1000;
    const cpu = cpuSeconds(centre.pid) - cpuBefore;
    const ends = await Promise.all(parts.map((part) => part.end()));
    const stored = await tapsInCentre(centreUrl);
    return figuresOf({ ends, memory, nearlyAll, seconds, mostSockets, stored, cpu, load });
  } finally {
    for (const part of parts) part.kill();
  }
}

type Seen = { readonly ends: readonly HerdEnd[]; readonly memory: readonly number[]; /** Until 99 of 100 entries were there, s. */ readonly nearlyAll: number; readonly seconds: number; readonly mostSockets: number; readonly stored: number; /** Of the centre, s. */ readonly cpu: number; readonly load: number };

function figuresOf({ ends, memory, nearlyAll, seconds, mostSockets, stored, cpu, load }: Seen): readonly Figure[] {
  const [beats, batches] = [togetherOf(ends.map((end) => end.beats)), togetherOf(ends.map((end) => end.batches))];
  say(JSON.stringify({ beats: beats.statuses, batches: batches.statuses }));
  const middle = memory.slice(Math.floor(memory.length / 4));
  const total = kiosks * entries;
  const of = (share: number, latencies: readonly number[]): number => percentile(latencies, share);
  return [
    { name: 'kiosks', value: kiosks, unit: '' },
    { name: 'entries waiting in each', value: entries, unit: '' },
    { name: 'cores shared by the herd and the centre', value: availableParallelism(), unit: '' },
    { name: 'load of the machine when it began', value: load, unit: '' },
    { name: 'entries that did not arrive', value: ends.reduce((sum, end) => sum + end.waiting, 0), unit: '', most: 0 },
    { name: 'taps in the centre, less those sent', value: stored - total, unit: '', most: 0, least: 0 },
    { name: 'until 99 % of the entries were there', value: nearlyAll, unit: 's' },
    { name: 'until the last entry was there', value: seconds, unit: 's' },
    { name: 'drained', value: total / seconds, unit: 'entries/s' },
    { name: 'connections open at once', value: mostSockets, unit: '' },
    { name: 'answers to a batch, p50', value: of(0.5, batches.latencies), unit: 'ms' },
    { name: 'answers to a batch, p99', value: of(0.99, batches.latencies), unit: 'ms', most: CLIENT_TIME_OUT },
    { name: 'answers to a batch, slowest', value: of(1, batches.latencies), unit: 'ms' },
    { name: 'answers to a health beat, p50', value: of(0.5, beats.latencies), unit: 'ms' },
    { name: 'answers to a health beat, p99', value: of(0.99, beats.latencies), unit: 'ms', most: CLIENT_TIME_OUT },
    { name: 'answers to a health beat, slowest', value: of(1, beats.latencies), unit: 'ms' },
    { name: 'health beats sent', value: beats.latencies.length, unit: '' },
    { name: 'health beats sent away', value: beats.statuses['503'] ?? 0, unit: '', most: 0 },
    { name: 'batches sent', value: batches.latencies.length, unit: '' },
    { name: 'batches sent away with 503', value: batches.statuses['503'] ?? 0, unit: '' },
    { name: '503 without Retry-After', value: batches.unasked + beats.unasked, unit: '', most: 0 },
    { name: 'requests without an answer', value: unanswered(beats.statuses) + unanswered(batches.statuses), unit: '' },
    { name: 'memory of the centre, highest', value: Math.max(...memory), unit: 'MiB' },
    // Flat: the second half of the storm needs no more than the first.
    { name: 'memory late / early in the storm', value: mean(middle.slice(middle.length / 2)) / mean(middle.slice(0, middle.length / 2)), unit: '', most: 1.25 },
    { name: 'processor time of the centre', value: cpu, unit: 's' },
    { name: 'processor time of the herd', value: ends.reduce((sum, end) => sum + end.cpuSeconds, 0), unit: 's' },
    // What the herd's own lateness is, its latencies hold too.
    { name: 'the herd late at its clocks, p99', value: Math.max(...ends.map((end) => end.lateP99)), unit: 'ms' },
    { name: 'the herd late at its clocks, most', value: Math.max(...ends.map((end) => end.lateMost)), unit: 'ms' },
  ];
}

function togetherOf(parts: readonly Meetings[]): Meetings {
  const statuses: Record<string, number> = {};
  for (const part of parts) for (const [status, times] of Object.entries(part.statuses)) statuses[status] = (statuses[status] ?? 0) + times;
  return { latencies: parts.flatMap((part) => part.latencies), statuses, unasked: parts.reduce((sum, part) => sum + part.unasked, 0) };
}

/** Seconds of processor time a process has used; 0 where the system does not say. */
function cpuSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      const found = /Centre {2}(http:\S+)/.exec(chunk.toString());
      if (found?.[1] !== undefined) resolve(found[1]);
    });
    child.once('exit', (code) => reject(new Error(`the centre ended with ${code}`)));
  });
}

/** Resident memory, MiB; 0 where the system does not say. */
function residentMiB(pid: number | undefined): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

async function tapsInCentre(centreUrl: string): Promise<number> {
  const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const daily = await fetch(`${centreUrl}/api/v1/summaries/daily?from=${day(60)}&to=${day(-1)}`, { headers: { authorization: `Bearer ${reader}` } });
  const body: unknown = await daily.json();
  if (typeof body !== 'object' || body === null || !('days' in body) || !Array.isArray(body.days)) throw new Error(`the centre answered ${JSON.stringify(body)}`);
  return body.days.reduce((sum: number, one: { readonly taps: number }) => sum + one.taps, 0);
}

function unanswered(statuses: Readonly<Record<string, number>>): number {
  return Object.entries(statuses).reduce((sum, [what, times]) => (/^\d+$/.test(what) ? sum : sum + times), 0);
}

function mean(samples: readonly number[]): number {
  return samples.reduce((sum, sample) => sum + sample, 0) / Math.max(1, samples.length);
}
