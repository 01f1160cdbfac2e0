// Whether two server processes over one PostgreSQL are safe, and faster than one, shown on few cores: each server may
// use a share of a core only, so that the servers are what is short, as they are where each has a machine of its own.
import { availableParallelism } from 'node:os';
import pg from 'pg';
import { reportFigures, type Figure } from './figure.ts';
import { buildLoad, sendLoad, type Load, type Shape, type Stream } from './ingest-load.ts';
import { preparePlaces, type Place, type Places } from './ingest-places.ts';
import { cpuSeconds, startServer } from './ingest-run.ts';
import { runInSlices } from './in-slices.ts';

// --quick: only to see that it runs; too short for figures.
const isQuick = process.argv.includes('--quick');
const KIOSKS = isQuick ? 16 : 96;
const LANES = 16;
const SHAPE: Omit<Shape, 'lanes'> = { tapsABatch: 200, batches: isQuick ? 6 : 20, now: Date.now() };
/** Taken before the clock starts, batches of each kiosk. */
const WARM = isQuick ? 2 : 6;
/** Of a core, for each server. Two of them with their share of PostgreSQL and of the load need less than two cores. */
const SHARE = 0.25;
const ROUNDS = isQuick ? 1 : 2;

type Measured = { readonly tapsPerSecond: number; readonly cpuPerTap: number; /** Of a core, what the servers had together. */ readonly cores: number; readonly wrong: number };

const places = await preparePlaces(KIOSKS);
if (places.whyNoPostgres !== null) {
  process.stderr.write(`*** NOTHING WAS MEASURED: ${places.whyNoPostgres}.\n`);
  reportFigures([]);
} else {
  try {
    const best = new Map<number, Measured>();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const servers of [1, 2]) {
        const now = await measureServers(places, servers);
        const before = best.get(servers);
        best.set(servers, before === undefined || before.tapsPerSecond < now.tapsPerSecond ? { ...now, wrong: now.wrong + (before?.wrong ?? 0) } : { ...before, wrong: now.wrong + before.wrong });
      }
    }
    reportFigures(figuresOf(best));
  } finally {
    await places.remove();
  }
}

function figuresOf(best: ReadonlyMap<number, Measured>): readonly Figure[] {
  const each = [...best].flatMap(([servers, { tapsPerSecond, cpuPerTap, cores, wrong }]): Figure[] => {
    const name = servers === 1 ? 'one server' : `${servers} servers`;
    return [
      { name: `${name} on a share of a core each, 200 taps a request`, value: tapsPerSecond, unit: 'taps/s' },
      { name: `${name}, cores they had together`, value: cores, unit: '' },
      { name: `${name}, their processor time`, value: cpuPerTap, unit: 'µs a tap' },
      { name: `${name}: taps lost, or counted twice, of every one sent to both`, value: wrong, unit: '', most: 0 },
    ];
  });
  const [one, two] = [best.get(1), best.get(2)];
  return [
    { name: 'cores of the machine', value: availableParallelism(), unit: '' },
    ...each,
    { name: 'two servers / one', value: (two?.tapsPerSecond ?? 0) / (one?.tapsPerSecond ?? 1), unit: '', least: 1.3 },
    { name: 'processor time a tap, two servers / one', value: (two?.cpuPerTap ?? 0) / (one?.cpuPerTap ?? 1), unit: '' },
  ];
}

async function measureServers({ streams, postgres }: Places, count: number): Promise<Measured> {
  const place = await postgres();
  const servers = [];
  for (let index = 0; index < count; index += 1) servers.push(await startServer('postgres', place));
  const pids = servers.map(({ child }) => child.pid ?? 0);
  const ports = servers.map(({ port }) => port);
  const all = { from: 0, to: SHAPE.batches };
  try {
    await sendTo(ports, loadsFor(count, streams, { from: 0, to: WARM, turn: 0 }));
    const loads = loadsFor(count, streams, { from: WARM, to: SHAPE.batches, turn: 0 });
    const before = pids.map(cpuSeconds);
    const free = runInSlices(pids, SHARE);
    const began = performance.now();
    const taps = await sendTo(ports, loads);
    const seconds = (performance.now() - began) / 1_000;
    await free();
    const cpu = pids.reduce((sum, pid, index) => sum + cpuSeconds(pid) - (before[index] ?? 0), 0);
    // Everything once more, each kiosk at the other server: nothing may count twice.
    await sendTo(ports, loadsFor(count, streams, { ...all, turn: 1 }));
    return { tapsPerSecond: taps / seconds, cpuPerTap: (cpu * 1e6) / taps, cores: cpu / seconds, wrong: await wrongIn(place, streams.length * SHAPE.batches * SHAPE.tapsABatch) };
  } finally {
    for (const { child } of servers) child.kill('SIGKILL');
    await place.remove();
  }
}

type Piece = { readonly from: number; readonly to: number; /** By how many servers the kiosks move on. */ readonly turn: number };

/** The kiosks by turns over so many servers. */
function loadsFor(servers: number, streams: readonly Stream[], { from, to, turn }: Piece): readonly Load[] {
  return Array.from({ length: servers }, (_, index) => {
    const own = streams.filter((_stream, at) => (at + turn) % servers === index);
    return buildLoad(own, { ...SHAPE, lanes: LANES / servers }, from, to);
  });
}

/** How many taps were sent. */
async function sendTo(ports: readonly number[], loads: readonly Load[]): Promise<number> {
  const sent = await Promise.all(ports.map((port, index) => sendLoad(port, loads[index] ?? [])));
  return sent.reduce((sum, { requests }) => sum + requests * SHAPE.tapsABatch, 0);
}

/** By how many taps the raw entries and the sums of the days differ from what was sent. */
async function wrongIn({ databaseUrl }: Place, sent: number): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ readonly raw: string; readonly counted: string }>(
      'SELECT (SELECT sum(last - first + 1) FROM segment) AS raw, (SELECT sum(s1 + s2 + s3 + s4 + s5) FROM rollup_day) AS counted',
    );
    return rows.reduce((sum, { raw, counted }) => sum + Math.abs(Number(raw) - sent) + Math.abs(Number(counted) - sent), 0);
  } finally {
    await client.end();
  }
}
