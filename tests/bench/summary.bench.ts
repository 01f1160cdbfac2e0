import { tmpdir } from 'node:os';
import pg from 'pg';
import { argon2Passwords } from '#server/adapters/argon2-passwords.ts';
import { nodeRandom, nodeSecrets } from '#server/adapters/node-secrets.ts';
import { buildApp } from '#server/build-app.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { signIn } from '#server/services/sign-in.ts';
import { findPostgres, startPostgres, type RunningPostgres } from '#tests/setup/postgres.ts';
import { percentile, reportFigures, type Figure } from './figure.ts';
import { fillPostgres, fillSqlite, type FilledStore } from './summary-stores.ts';

/**
 * How long the centre takes for its pages of figures, asked through its routes with a read token, the answer
 * as JSON included; the network is not. Rollup rows are generated as the taking of so many taps leaves them
 * (summary-fill.ts): one kiosk a service point, 2 % flagged, 12 fields, 9 reasons; sums over a year, rows by field over
 * the last month. Raw entries are not there, for no page of figures reads them. `--sqlite`: that one only.
 */
const TO = '2026-11-23';
const POINTS = 500;
const DAYS = 365;
const SIZES = [1_000_000, 100_000_000];

type Question = { readonly name: string; readonly url: (turn: number) => string; readonly turns: number; readonly most?: number };
const QUESTIONS: readonly Question[] = [
  { name: 'one service point, a year by day', url: (turn) => `daily?from=2025-11-24&to=${TO}&servicePoint=p${(turn % POINTS) + 1}`, turns: 300, most: 5 },
  { name: 'a province of 500, a month (overview)', url: () => `overview?from=2026-10-24&to=${TO}&unit=tinh`, turns: 60, most: 50 },
  { name: 'a province of 500, a month by day', url: () => `daily?from=2026-10-24&to=${TO}&unit=tinh&merge=unit`, turns: 60, most: 50 },
  { name: 'a province of 500, a month by day and service point', url: () => `daily?from=2026-10-24&to=${TO}&unit=tinh`, turns: 20 },
  { name: 'a province of 500, one day (overview)', url: () => `overview?day=${TO}&unit=tinh`, turns: 60 },
  { name: 'a province of 500, a month by field', url: () => `fields?from=2026-10-24&to=${TO}&unit=tinh`, turns: 20 },
];

const figures: Figure[] = [];
const SQLITE = 'SQLite';
await measure(SQLITE, (taps) => fillSqlite({ points: POINTS, days: DAYS, to: TO, taps }));
const found = process.argv.includes('--sqlite') ? { programs: null, why: '--sqlite says so' } : findPostgres();
if (found.programs === null) process.stderr.write(`PostgreSQL is not measured: ${found.why}\n`);
else {
  const server = await startPostgres(found.programs);
  try {
    await measure('PostgreSQL', async (taps) => fillPostgres(await makeEmpty(server, `filled_${taps}`), { points: POINTS, days: DAYS, to: TO, taps }));
  } finally {
    await server.destroy();
  }
}
reportFigures(figures);

async function measure(store: string, fill: (taps: number) => Promise<FilledStore>): Promise<void> {
  const before = new Map<string, number>();
  for (const taps of SIZES) {
    const { repositories, destroy } = await fill(taps);
    const ask = await openCentre(repositories);
    for (const { name, url, turns, most } of QUESTIONS) {
      const times = await timesOf(turns, (turn) => ask(`/api/v1/summaries/${url(turn)}`));
      const median = percentile(times, 0.5);
      const label = `${store}, ${taps / 1e6} M taps: ${name}`;
      figures.push({ name: `${label}, p50`, value: median, unit: 'ms' });
      figures.push({ name: `${label}, p99`, value: percentile(times, 0.99), unit: 'ms', ...(most === undefined ? {} : { most }) });
      const small = before.get(name);
      // A fifth is noise on a shared machine; rows themselves are a few signs longer when counts are.
      if (small !== undefined && most !== undefined) figures.push({ name: `${store}: ${name}, 100 M taps against 1 M (p50)`, value: median / small, unit: '×', most: 1.5 });
      before.set(name, median);
    }
    await destroy();
  }
}

async function makeEmpty(server: RunningPostgres, name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  await admin.end();
  return server.url(name);
}

async function openCentre(repositories: Repositories): Promise<(url: string) => Promise<void>> {
  const clock = { now: () => Date.parse(`${TO}T03:00:00Z`) };
  const ports = { clock, random: nodeRandom, secrets: nodeSecrets, passwords: argon2Passwords, repositories };
  const nothing = { folder: () => tmpdir(), readPage: async () => null, findSlug: async () => null };
  const app = await buildApp(
    { ...ports, signIn: signIn(ports), handoff: nothing },
    { publicUrl: null, contentKey: 'key', dashboardDir: tmpdir(), trustProxy: [], bytesInFlight: 1e8, logger: false },
  );
  const token = nodeSecrets.make();
  await addToken(repositories, token);
  return async (url) => {
    const answer = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
  };
}

async function addToken(repositories: Repositories, token: string): Promise<void> {
  await repositories.staff.addReadToken({ id: nodeSecrets.makeId(), name: 'bench', unit: null, expiresAt: null }, nodeSecrets.hash(token), 0);
}

async function timesOf(turns: number, ask: (turn: number) => Promise<void>): Promise<readonly number[]> {
  for (let turn = 0; turn < 5; turn += 1) await ask(turn);
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now();
    await ask(turn * 37);
    times.push(performance.now() - began);
  }
  return times;
}
