import { tmpdir } from 'node:os';
import pg from 'pg';
import { argon2Passwords } from '#server/adapters/argon2-passwords.ts';
import { nodeRandom, nodeSecrets } from '#server/adapters/node-secrets.ts';
import { buildApp } from '#server/build-app.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { signIn } from '#server/services/sign-in.ts';
import { findPostgres, startPostgres, type RunningPostgres } from '#tests/setup/postgres.ts';
import type { Fill } from './country-fill.ts';
import { fillPostgres, fillSqlite, type FilledStore, type Province } from './country-stores.ts';
import { percentile, reportFigures, type Figure } from './figure.ts';

/**
 * How long the centre takes for its pages of figures, asked through its routes with a read token, the answer
 * as JSON included; the network is not. Rollup rows are generated as the taking of so many taps in a year leaves them
 * (country-fill.ts): one kiosk a service point, 2 % flagged, 12 fields, 9 reasons; sums over a year, rows by field over
 * the last two months. Beside a hundred million taps the tables hold as many service points again that nobody asks for.
 * Raw entries are not there, for no page of figures reads them. `--sqlite`: that one only.
 */
const TO = '2026-11-23';
const YEAR = { days: 365, daysByField: 62, to: TO };
const PROVINCE = 500;
type Size = { readonly fill: Fill; readonly province: Province };
const SIZES: readonly Size[] = [
  { fill: { ...YEAR, points: PROVINCE, taps: 1_000_000 }, province: { first: 1, last: PROVINCE } },
  { fill: { ...YEAR, points: 2 * PROVINCE, taps: 100_000_000 }, province: { first: 251, last: 250 + PROVINCE } },
];

type Question = { readonly name: string; readonly url: (turn: number) => string; readonly turns: number; readonly most?: number };
const QUESTIONS: readonly Question[] = [
  { name: 'one service point, a year by day', url: (turn) => `daily?from=2025-11-24&to=${TO}&servicePoint=p${((turn * 37) % PROVINCE) + 1}`, turns: 100, most: 5 },
  { name: 'a province of 500, a month (overview)', url: () => `overview?from=2026-10-24&to=${TO}&unit=tinh`, turns: 20, most: 50 },
  { name: 'a province of 500, a month by day', url: () => `daily?from=2026-10-24&to=${TO}&unit=tinh&merge=unit`, turns: 20, most: 50 },
  { name: 'a province of 500, a month by day and service point', url: () => `daily?from=2026-10-24&to=${TO}&unit=tinh`, turns: 6 },
  { name: 'a province of 500, one day (overview)', url: () => `overview?day=${TO}&unit=tinh`, turns: 20 },
  { name: 'a province of 500, a month by field', url: () => `fields?from=2026-10-24&to=${TO}&unit=tinh`, turns: 5 },
];

const figures: Figure[] = [];
const SQLITE = 'SQLite';
await measure(SQLITE, ({ fill, province }) => fillSqlite(fill, province));
const found = process.argv.includes('--sqlite') ? { programs: null, why: '--sqlite says so' } : findPostgres();
if (found.programs === null) process.stderr.write(`PostgreSQL is not measured: ${found.why}\n`);
else {
  // As operations.md asks: what pages of figures read (some 300 MB here) fits into PostgreSQL's own memory.
  const server = await startPostgres(found.programs, 'not flushing', '512MB');
  try {
    await measure('PostgreSQL', async ({ fill, province }) => fillPostgres(await makeEmpty(server, `filled_${fill.taps}`), fill, province));
  } finally {
    await server.destroy();
  }
}
reportFigures(figures);

async function measure(store: string, fill: (size: Size) => Promise<FilledStore>): Promise<void> {
  const before = new Map<string, number>();
  for (const size of SIZES) {
    const { repositories, destroy } = await fill(size);
    const ask = await openCentre(repositories);
    for (const { name, url, turns, most } of QUESTIONS) {
      const { times, cpu } = await timesOf(turns, (turn) => ask(`/api/v1/summaries/${url(turn)}`));
      const median = percentile(times, 0.5);
      const label = `${store}, ${size.fill.taps / 1e6} M taps: ${name}`;
      figures.push({ name: `${label}, p50`, value: median, unit: 'ms' });
      figures.push({ name: `${label}, p99`, value: percentile(times, 0.99), unit: 'ms', ...(most === undefined ? {} : { most }) });
      figures.push({ name: `${label}, its processor time in the centre`, value: cpu, unit: 'ms' });
      const small = before.get(name);
      // By processor time, for the machine is shared; a fifth is noise. Where days have few taps, many reasons have no row.
      if (small !== undefined) figures.push({ name: `${store}: ${name}, 100 M taps against 1 M`, value: cpu / small, unit: '×' });
      before.set(name, cpu);
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
  const nothing = { folder: () => tmpdir(), readPage: async () => null, findSlug: async () => null, findGuide: async () => null };
  const app = await buildApp(
    { ...ports, signIn: signIn(ports), handoff: nothing },
    { publicUrl: null, contentKey: 'key', dashboardDir: tmpdir(), trustProxy: [], bytesInFlight: 1e8, logger: false },
  );
  const token = nodeSecrets.make();
  await addToken(repositories, token);
  return async (url) => {
    // As a stream: otherwise the answer is put together and made a text once more, which no centre does.
    const answer = await app.inject({ url, headers: { authorization: `Bearer ${token}` }, payloadAsStream: true });
    for await (const piece of answer.stream()) if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${String(piece)}`);
  };
}

async function addToken(repositories: Repositories, token: string): Promise<void> {
  await repositories.staff.addReadToken({ id: nodeSecrets.makeId(), name: 'bench', unit: null, expiresAt: null }, nodeSecrets.hash(token), 0);
}

type Times = { readonly times: readonly number[]; /** Median, ms. */ readonly cpu: number };

async function timesOf(turns: number, ask: (turn: number) => Promise<void>): Promise<Times> {
  // As many turns before are not counted: a centre that runs has compiled its code, has its connections, and their statements are prepared.
  for (let turn = 0; turn < turns; turn += 1) await ask(turns + turn);
  const times: number[] = [];
  const cpu: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const [began, used] = [performance.now(), process.cpuUsage()];
    await ask(turn);
    times.push(performance.now() - began);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1_000);
  }
  return { times, cpu: percentile(cpu, 0.5) };
}
