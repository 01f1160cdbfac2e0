// How many taps a second the centre takes, beside what the same machine can do at most, in one run:
//   node tests/bench/ingest.ts [--json]
import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeRandom, nodeSecrets } from '#server/adapters/node-secrets.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { enrolment } from '#server/services/enrolment.ts';
import { servicePoints } from '#server/services/service-points.ts';
import { buildLoad, sendLoad, type Load, type Stream } from './ingest-load.ts';

const LANES = 16;
const STREAMS = 96;
/** Batches a stream; the first one warms the server up. */
const BATCHES = 16;
/** Longest measurement; the load is used up sooner on a quick machine. */
const SECONDS = 3;
const ROUNDS = 2;
const LATEST_ROUND_MS = 18_000;
const MODES = ['reference', 'drop', 'store'] as const;
type Mode = (typeof MODES)[number];
type Figure = { readonly tapsPerSecond: number; readonly cpuMicrosPerTap: number };

const TICKS_PER_SECOND = 100;
const project = fileURLToPath(new URL('../../', import.meta.url));

async function enrolStreams(dataDir: string): Promise<readonly Stream[]> {
  const clock = { now: () => Date.now() };
  const { repositories } = await openSqliteRepositories(join(dataDir, 'centre.db'), clock.now());
  const enrol = enrolment({ clock, random: nodeRandom, secrets: nodeSecrets, repositories, contentKey: '', publicUrl: null });
  const actor = { id: 'bench', unit: null };
  const streams: Stream[] = [];
  for (let index = 0; index < STREAMS; index += 1) {
    const point = `point-${index}`;
    await servicePoints({ clock, repositories }).add({ id: point, name: point }, actor);
    const code = await enrol.pair(point, actor);
    if (!code.ok) throw new Error(code.error.message);
    const id = nodeSecrets.makeId();
    const enrolled = await enrol.enrol({ pairingCode: code.value.pairingCode, stream: id, device: { name: point, platform: 'bench', appVersion: '0', shell: 'bench' } });
    if (!enrolled.ok) throw new Error(enrolled.error.message);
    streams.push({ id, token: enrolled.value.token });
  }
  await repositories.care.close();
  return streams;
}

async function start(mode: Mode, dataDir: string): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const args = mode === 'store' ? ['server/main.ts'] : ['tests/bench/ingest-servers.ts', mode, join(dataDir, 'centre.db')];
  const child = spawn(process.execPath, args, { cwd: project, env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /Centre {2}http:\/\/127\.0\.0\.1:(\d+)/.exec(chunk.toString());
      if (found !== null) resolve(Number(found[1]));
    });
    child.once('exit', (code) => reject(new Error(`${mode} ended with ${code}`)));
  });
  return { child, port };
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

async function measure(mode: Mode, ready: { readonly database: string; readonly load: Load }): Promise<Figure> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mot-cham-ingest-'));
  copyFileSync(ready.database, join(dataDir, 'centre.db'));
  const { child, port } = await start(mode, dataDir);
  try {
    const warm = STREAMS / LANES;
    await sendLoad(port, ready.load.map((lane) => lane.slice(0, warm)), SECONDS);
    const before = cpuSeconds(child.pid);
    const { taps, seconds } = await sendLoad(port, ready.load.map((lane) => lane.slice(warm)), SECONDS);
    return { tapsPerSecond: Math.round(taps / seconds), cpuMicrosPerTap: ((cpuSeconds(child.pid) - before) * 1e6) / taps };
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    rmSync(dataDir, { recursive: true });
  }
}

// The same bodies go to every server: all of them know the same kiosks.
const setUp = mkdtempSync(join(tmpdir(), 'mot-cham-ingest-'));
const streams = await enrolStreams(setUp);
const ready = { database: join(setUp, 'centre.db'), load: buildLoad(streams, { lanes: LANES, batches: BATCHES, now: Date.now() }) };
const figures: Record<Mode, Figure[]> = { reference: [], drop: [], store: [] };
// On a crowded machine one round has to do.
for (let round = 0; round < ROUNDS && (round === 0 || performance.now() < LATEST_ROUND_MS); round += 1) for (const mode of MODES) figures[mode].push(await measure(mode, ready));
rmSync(setUp, { recursive: true });

const best = (mode: Mode): Figure => figures[mode].reduce((left, right) => (right.tapsPerSecond > left.tapsPerSecond ? right : left));
const [reference, drop, store] = [best('reference'), best('drop'), best('store')];
const result = {
  bench: 'ingest',
  machine: { node: process.version, cores: cpus().length, processor: cpus()[0]?.model ?? 'unknown' },
  shape: { connections: LANES, streams: STREAMS, tapsPerBatch: 200, encoding: 'gzip', rounds: figures.store.length },
  referenceTapsPerSecond: reference.tapsPerSecond,
  dropTapsPerSecond: drop.tapsPerSecond,
  storeTapsPerSecond: store.tapsPerSecond,
  referenceCpuMicrosPerTap: reference.cpuMicrosPerTap,
  dropCpuMicrosPerTap: drop.cpuMicrosPerTap,
  storeCpuMicrosPerTap: store.cpuMicrosPerTap,
  ratioToReference: store.tapsPerSecond / reference.tapsPerSecond,
  ratioToDrop: store.tapsPerSecond / drop.tapsPerSecond,
};

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify(result)}\n`);
} else {
  const line = (name: string, figure: Figure): string => `${name.padEnd(34)} ${String(figure.tapsPerSecond).padStart(9)} taps/s  ${figure.cpuMicrosPerTap.toFixed(2)} µs CPU a tap\n`;
  process.stdout.write(line('node:http, inflate, parse, drop', reference) + line('the centre, parsing and dropping', drop) + line('the centre, storing', store));
  process.stdout.write(`storing / reference ${(100 * result.ratioToReference).toFixed(0)} %, storing / dropping ${(100 * result.ratioToDrop).toFixed(0)} %\n`);
}
