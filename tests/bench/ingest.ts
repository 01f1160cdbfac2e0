// How many taps a second the centre takes, beside what the same machine can do at most, in one run:
//   node tests/bench/ingest.ts [--json] [--quick | --one-tap | --long]
// --quick: batches of 200 only, one round, and a tenth of the long run. --one-tap: one tap a request only.
// --long: only the run over four million taps.
import { isAcceptable, reportFigures, type Figure } from './figure.ts';
import { preparePlaces } from './ingest-places.ts';
import { measure, measureLong, SERVERS, type Measured, type Server } from './ingest-run.ts';

const isQuick = process.argv.includes('--quick');
const isOneTap = process.argv.includes('--one-tap');
const isLong = process.argv.includes('--long');
const LANES = 16;
const KIOSKS = 96;
const ROUNDS = isQuick ? 1 : 2;
/** Taps a batch, batches of each kiosk (about a second or two of work), connections. */
const SIZES: readonly Size[] = isLong ? [] : isOneTap ? oneTapSizes() : isQuick ? [[200, 20, LANES]] : [[1, 120, LANES], [50, 50, LANES], [200, 24, LANES], [500, 12, LANES]];
/** The long run: a batch of each kiosk to warm up, then four times two of each: four times a million taps. */
const LONG = { kiosks: isQuick ? 200 : 2_000, tapsABatch: 250, bounds: [0, 1, 3, 5, 7, 9] };

type Size = readonly [tapsABatch: number, batches: number, lanes: number];

/** As every size, and as it is in life: each kiosk on a connection of its own, so that more of them share a transaction. */
function oneTapSizes(): readonly Size[] {
  return [[1, 300, LANES], [1, 300, KIOSKS]];
}

const NAMES: Readonly<Record<Server, string>> = {
  reference: 'node:http, inflate, parse, drop',
  drop: 'the centre, dropping',
  sqlite: 'the centre on SQLite',
  postgres: 'the centre on PostgreSQL',
};
/** Least share of the reference, by server and taps a batch. */
const LIMITS: Readonly<Record<string, number>> = { 'sqlite 200': 0.3, 'postgres 200': 0.2, 'sqlite 1': 0.24, [`sqlite 1 ${KIOSKS}`]: 0.24, [`postgres 1 ${KIOSKS}`]: 0.24 };

const now = Date.now();
const places = await preparePlaces(KIOSKS, isLong ? 'sqlite only' : 'both');
const servers = SERVERS.filter((server) => server !== 'postgres' || places.whyNoPostgres === null);
if (places.whyNoPostgres !== null) process.stderr.write(`*** PostgreSQL WAS NOT MEASURED: ${places.whyNoPostgres}.\n`);

const figures: Figure[] = [];
try {
  for (const [tapsABatch, batches, lanes] of SIZES) {
    const best = new Map<Server, Measured>();
    // By turns, so that a machine that is busy for a while is so for all of them.
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const server of servers) best.set(server, better(best.get(server), await measure(server, places, { tapsABatch, batches, lanes, now })));
    }
    figures.push(...figuresOf(tapsABatch, lanes, best));
  }
} finally {
  await places.remove();
}
if (!isOneTap) figures.push(...(await longRun()));
reportFigures(figures);
// With --json whoever reads the figures judges them.
if (!process.argv.includes('--json')) process.exitCode = figures.every(isAcceptable) ? 0 : 1;

function better(one: Measured | undefined, other: Measured): Measured {
  if (one === undefined) return other;
  return {
    tapsPerSecond: Math.max(one.tapsPerSecond, other.tapsPerSecond),
    cpuPerTap: Math.min(one.cpuPerTap, other.cpuPerTap),
    againPerSecond: Math.max(one.againPerSecond, other.againPerSecond),
  };
}

function figuresOf(tapsABatch: number, lanes: number, best: ReadonlyMap<Server, Measured>): readonly Figure[] {
  const reference = best.get('reference');
  if (reference === undefined) throw new Error('there is no reference');
  const size = lanes === LANES ? `${tapsABatch} a request` : `${tapsABatch} a request, ${lanes} connections`;
  return [...best].flatMap(([server, { tapsPerSecond, cpuPerTap, againPerSecond }]): Figure[] => {
    const least = LIMITS[lanes === LANES ? `${server} ${tapsABatch}` : `${server} ${tapsABatch} ${lanes}`];
    const speed: Figure[] = [
      { name: `${NAMES[server]}, ${size}`, value: tapsPerSecond, unit: 'taps/s' },
      { name: `${NAMES[server]}, ${size}, its processor time`, value: cpuPerTap, unit: 'µs a tap' },
    ];
    if (server === 'reference') return speed;
    speed.push({ name: `${NAMES[server]}, ${size}, of the reference`, value: tapsPerSecond / reference.tapsPerSecond, unit: '', ...(least === undefined ? {} : { least }) });
    // What it had already costs no more than what is new.
    if (server !== 'drop') speed.push({ name: `${NAMES[server]}, ${size}, repeated / new`, value: againPerSecond / tapsPerSecond, unit: '', least: 1 });
    return speed;
  });
}

/** Whether the rate falls as the store grows: kiosks by turns, so that each batch belongs elsewhere. */
async function longRun(): Promise<readonly Figure[]> {
  const many = await preparePlaces(LONG.kiosks, 'sqlite only');
  try {
    const shape = { tapsABatch: LONG.tapsABatch, batches: LONG.bounds.at(-1) ?? 0, lanes: LANES, now };
    const [, ...parts] = await measureLong('sqlite', many, shape, LONG.bounds);
    const [first, last] = [parts.at(0), parts.at(-1)];
    if (first === undefined || last === undefined) throw new Error('the long run is too short');
    const million = (2 * LONG.kiosks * LONG.tapsABatch) / 1e6;
    return [
      ...parts.map((part, index): Figure => ({ name: `SQLite, ${LONG.kiosks} kiosks by turns, taps ${(index * million).toFixed(1)} to ${((index + 1) * million).toFixed(1)} million`, value: part.tapsPerSecond, unit: 'taps/s' })),
      { name: 'SQLite, the fourth of these / the first', value: last.tapsPerSecond / first.tapsPerSecond, unit: '', least: 0.9 },
      { name: 'SQLite, the same by processor time', value: first.cpuPerTap / last.cpuPerTap, unit: '' },
    ];
  } finally {
    await many.remove();
  }
}
