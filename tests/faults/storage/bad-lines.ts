import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inProject } from '#build/project-root.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { BadLine } from '#tests/driver/bad-line.ts';
import { until } from '#tests/driver/until.ts';
import { runCentre } from '#tests/integration/server/run-centre.ts';
import { couldNot, type Fault, type FaultOptions, type FaultResult } from '../fault.ts';
import { seeded } from '../seeded.ts';
import { judgeCentre, pairingCodeFor } from './centre-contents.ts';
import { Citizens } from './citizens.ts';
import { startKiosk, type KioskProcess } from './kiosk-process.ts';

/** Connections that the line treats badly. */
const TRIES = 120;
const LONGEST_RUN = 8 * 60_000;

export const badLines: Fault = {
  name: 'bad-lines',
  title: 'lost, cut, half-open, late and dripping connections between kiosk and centre, and no name for it: each thanked tap arrives once',
  run: (options) => overBadLine(options),
};

/** Set in the run behind a bad network. */
const NETEM = ['netem', 'delay', '80ms', '40ms', 'loss', '15%', 'duplicate', '5%', 'reorder', '10%'];

export const badNetwork: Fault = {
  name: 'bad-network',
  title: 'the same over a network of the kernel\'s own that loses, doubles, delays and reorders packets (tc netem)',
  async run({ tries, seed }) {
    const enter = (command: string) => spawnSync('unshare', ['--net', 'sh', '-c', `ip link set lo up && tc qdisc add dev lo root ${NETEM.join(' ')} && ${command}`], { cwd: inProject(), encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
    const here = enter('true');
    if (here.status !== 0) return couldNot(`tc netem in a network namespace: ${here.error?.message ?? here.stderr.trim().split('\n').at(-1)}`);
    const run = enter(`exec "${process.execPath}" tests/faults/run.ts --only bad-lines --json --tries ${tries ?? 20} --seed ${seed}`);
    const answer = JSON.parse(run.stdout) as { readonly results: readonly FaultResult[] };
    return answer.results[0] ?? couldNot('the run behind the bad network said nothing');
  },
};

async function overBadLine({ tries, seed, say }: FaultOptions): Promise<FaultResult> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-faults-'));
  const centre = await runCentre(join(folder, 'centre'));
  const { repositories } = await openSqliteRepositories(join(folder, 'centre', 'centre.db'), Date.now());
  const random = seeded(seed);
  const line = await BadLine.open({ to: Number(new URL(centre.url).port), random: random.fraction, latency: 20, wholeShare: 0.15, silence: 1_500 });
  const citizens = new Citizens();
  const dataDir = join(folder, 'kiosk');
  let kiosk: KioskProcess | null = null;
  try {
    const code = await pairingCodeFor(repositories, 'p1');
    kiosk = await startKiosk({ dataDir, env: { CENTRE_URL: centre.url, PAIRING_CODE: code } });
    await kiosk.status();
    await kiosk.stop();
    const found = await withoutName(dataDir, citizens);
    kiosk = await startKiosk({ dataDir, env: { CENTRE_URL: line.url, PAIRING_CODE: code } });
    const worstMs = await sendThrough(kiosk, line, citizens, tries ?? TRIES, say);
    const verdict = await judgeCentre(repositories, citizens.thanked);
    if (citizens.refused.size + citizens.unanswered > 0) found.push(`citizens were refused: ${[...citizens.refused].join(' ')}, ${citizens.unanswered} unanswered`);
    const notes = [`${citizens.thanked.size} taps thanked; connections: ${[...line.fates].map(([fate, times]) => `${times} ${fate}`).join(', ')}`];
    return { tries: badOnes(line), lost: verdict.lost, doubled: verdict.doubled, worstMs, found: [...found, ...verdict.found], notes, could: 'run' };
  } finally {
    await kiosk?.kill();
    await line.close();
    await repositories.care.close();
    await centre.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

const badOnes = (line: BadLine): number => [...line.fates].reduce((sum, [fate, times]) => (fate === 'whole' ? sum : sum + times), 0);

/** Taps are thanked for and health says why they wait, when the centre's name leads nowhere. */
async function withoutName(dataDir: string, citizens: Citizens): Promise<string[]> {
  const kiosk = await startKiosk({ dataDir, env: { CENTRE_URL: 'http://khong-co.invalid', PAIRING_CODE: 'AAAA-AAAA' } });
  try {
    for (let one = 0; one < 10; one += 1) await citizens.tap(kiosk);
    await until(async () => (await kiosk.faults()).includes('UPLOAD_OFFLINE'), 'health says that the centre cannot be reached', 20_000);
    return [];
  } catch (error: unknown) {
    return [`without a name: ${String(error)}`];
  } finally {
    await kiosk.stop();
  }
}

/** @returns how long the last taps took once the line was whole, ms. */
async function sendThrough(kiosk: KioskProcess, line: BadLine, citizens: Citizens, wanted: number, say: (what: string) => void): Promise<number> {
  const started = performance.now();
  for (let turn = 0; badOnes(line) < wanted && performance.now() - started < LONGEST_RUN; turn += 1) {
    await citizens.tap(kiosk);
    await setTimeout(30);
    // Staff who press "send now" are the only ones who may shorten the waiting.
    if (turn % 10 === 9) await sendNow(kiosk);
    if (turn % 300 === 299) say(`${badOnes(line)} bad connections, ${citizens.thanked.size} taps thanked`);
  }
  line.mend();
  const mended = performance.now();
  await sendNow(kiosk);
  await until(async () => {
    if (await kiosk.hasSentAll()) return true;
    await sendNow(kiosk);
    return false;
  }, 'everything is sent', 60_000);
  return performance.now() - mended;
}

async function sendNow(kiosk: KioskProcess): Promise<void> {
  // Its answer may take as long as the line does; nobody waits for it here.
  await kiosk.sendNow().catch(() => undefined);
}
