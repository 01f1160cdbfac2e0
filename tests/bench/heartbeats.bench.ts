import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { findAddress } from '#build/launch/child-program.ts';
import { inProject } from '#build/project-root.ts';
import { addDays, dayOf } from '#domain/calendar-day.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { percentile, reportFigures } from './figure.ts';
import { enrolHerd } from './storm/enrol-herd.ts';
import type { Enrolled } from './storm/simulated-kiosk.ts';

/** 20,000 kiosks that beat every minute are 333 a second; as many beats of fewer kiosks cost the same. */
const A_SECOND = 333;
const KIOSKS = 2_000;
const SECONDS = 20;
/** Linux counts processor time in these, ms. */
const TICK = 10;

/** What the heartbeats of 20,000 kiosks cost one server on SQLite: processor time a beat, and how long a kiosk waits. */
const folder = mkdtempSync(join(tmpdir(), 'mot-cham-bench-'));
const { repositories } = await openSqliteRepositories(join(folder, 'centre.db'), Date.now());
const herd = await enrolHerd(repositories, KIOSKS);
await repositories.care.close();
const server = spawn(process.execPath, [inProject('server/main.ts')], { env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', PORT: '0', LOG_LEVEL: 'warn' }, stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const url = await addressOf(server);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  // The first beat of each tells fourteen days; from then on little is news.
  for (let start = 0; start < KIOSKS; start += 200) await Promise.all(herd.slice(start, start + 200).map((kiosk) => beat({ url, agent }, kiosk, 1)));
  const before = processorTime(server);
  const began = performance.now();
  const waits = await beatAtRate({ url, agent });
  const spent = processorTime(server) - before;
  reportFigures([
    { name: `heartbeats a second, of ${A_SECOND} sent`, value: waits.length / ((performance.now() - began) / 1_000), unit: 'beats/s' },
    { name: 'processor time a heartbeat, whole server', value: spent / waits.length, unit: 'ms', most: 2 },
    { name: 'heartbeat, p50', value: percentile(waits, 0.5), unit: 'ms' },
    { name: 'heartbeat, p99', value: percentile(waits, 0.99), unit: 'ms' },
  ]);
  agent.destroy();
} finally {
  server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

type Line = { readonly url: string; readonly agent: Agent };

/** Begins a beat when it is due, whether those before were answered or not. How long each took, ms. */
async function beatAtRate(line: Line): Promise<readonly number[]> {
  const began = performance.now();
  const under: Promise<number>[] = [];
  while (performance.now() - began < SECONDS * 1_000) {
    const due = Math.floor(((performance.now() - began) / 1_000) * A_SECOND);
    while (under.length < due) {
      const kiosk = herd[under.length % KIOSKS];
      if (kiosk !== undefined) under.push(beat(line, kiosk, 1_000 + under.length));
    }
    await setTimeout(5);
  }
  return Promise.all(under);
}

/** One heartbeat; how long it took, ms. @throws when it was refused. */
function beat({ url, agent }: Line, { stream, token }: Enrolled, up: number): Promise<number> {
  const body = JSON.stringify(beatBody(stream, up));
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/v1/heartbeat`, { method: 'POST', agent, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (answer) => {
      answer.resume();
      answer.on('end', () => (answer.statusCode === 200 ? resolve(performance.now() - began) : reject(new Error(`a heartbeat was answered with ${answer.statusCode ?? 'nothing'}`))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function beatBody(stream: string, up: number): unknown {
  const now = Date.now();
  const days = Object.fromEntries(Array.from({ length: 14 }, (_, back) => [addDays(dayOf(now), -back), 100 + back]));
  const health = { framesShown: 3_600, pictureMoving: true, pageOpen: true, appVersion: '0.4.0', contentVersion: '2026.11.1', shell: 'electron', waiting: 0, freeDiskBytes: 5e10, clockOffset: 40, rendererRestarts: 0, faults: [{ code: 'CONTENT_CLIP_FAILED', at: now, detail: 'a clip of the pack' }] };
  return { clock: { now, up, boot: `boot-${stream}` }, ledger: { stream, head: 500, days }, health };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new Error(`the centre ended with ${code ?? 'a signal'}`)));
    child.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString();
      const address = said.split('\n').map((line) => findAddress(line, 'Centre')).find((found) => found !== null);
      if (address !== undefined) resolve(address.replace(/\/$/, ''));
    });
  });
}

/** User and system time of a process, ms (proc(5), fields 14 and 15). */
function processorTime({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}
