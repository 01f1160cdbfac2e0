import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { CuttableLine } from '#tests/driver/cuttable-line.ts';
import { until } from '#tests/driver/until.ts';
import { runCentre } from '#tests/integration/server/run-centre.ts';
import type { Fault, FaultResult } from '../fault.ts';
import { seeded, type Seeded } from '../seeded.ts';
import { centreTaps, pairingCodeFor } from './centre-contents.ts';
import { Citizens } from './citizens.ts';
import { HARMS, type Harm } from './kiosk-harms.ts';
import { startKiosk, type KioskProcess } from './kiosk-process.ts';
import { ledgersAside } from './read-ledger.ts';

const TAPS = 40;
/** A picture has to be back within, ms. */
const PATIENCE = 10_000;

export const corruptKiosk: Fault = {
  name: 'corrupt-kiosk',
  title: 'files of the kiosk spoilt while it is off: the picture comes, what can be read goes on, health says it, new taps reach the centre',
  async run({ tries, seed, say }) {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cham-faults-'));
    const centre = await runCentre(join(folder, 'centre'));
    const { repositories } = await openSqliteRepositories(join(folder, 'centre', 'centre.db'), Date.now());
    const line = await CuttableLine.open(Number(new URL(centre.url).port));
    const random = seeded(seed);
    const sum = { tries: 0, lost: 0, doubled: 0, worstMs: 0 };
    const found: string[] = [];
    const notes: string[] = [];
    try {
      for (let turn = 0; turn < (tries ?? HARMS.length); turn += 1) {
        const harm = HARMS[turn % HARMS.length];
        if (harm === undefined) break;
        const one = await tryHarm({ folder: join(folder, `k${turn}`), point: `p${turn}`, repositories, line, random }, harm);
        sum.tries += 1;
        sum.lost += one.lost;
        sum.doubled += one.doubled;
        sum.worstMs = Math.max(sum.worstMs, one.backMs);
        found.push(...one.found.map((what) => `${harm.name}: ${what}`));
        if (!harm.spares) notes.push(`${harm.name}: ${one.waiting} taps were waiting, ${one.arrived} of them arrived, ${one.aside} lie in the file set aside`);
        say(`${harm.name}: ${one.found.length === 0 && one.lost === 0 && one.doubled === 0 ? 'survived' : JSON.stringify(one)}`);
      }
      return { ...sum, found, notes, could: 'run' } satisfies FaultResult;
    } finally {
      await line.close();
      await repositories.care.close();
      await centre.end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

type Scene = { readonly folder: string; readonly point: string; readonly repositories: Repositories; readonly line: CuttableLine; readonly random: Seeded };
type HarmVerdict = { readonly lost: number; readonly doubled: number; readonly backMs: number; readonly found: readonly string[]; readonly waiting: number; readonly arrived: number; readonly aside: number };

async function tryHarm({ folder, point, repositories, line, random }: Scene, harm: Harm): Promise<HarmVerdict> {
  await line.set('whole');
  const env = { CENTRE_URL: line.url, PAIRING_CODE: await pairingCodeFor(repositories, point) };
  const before = new Citizens(`${point}-before`);
  const first = await startKiosk({ dataDir: folder, env });
  await pressTimes(before, first, TAPS);
  await first.stop();
  // A second life, so that the log tells of more than the file.
  const second = await startKiosk({ dataDir: folder, env });
  await pressTimes(before, second, TAPS);
  await until(async () => (await second.status()).waiting === 0, 'everything is sent');
  await line.set('cut');
  const sent = before.thanked.size;
  await pressTimes(before, second, TAPS);
  await (harm.end === 'kill' ? second.kill() : second.stop());
  harm.harm(join(folder, 'kiosk', harm.file), random);

  const after = new Citizens(`${point}-after`);
  const found: string[] = [];
  const started = performance.now();
  let third: KioskProcess;
  try {
    third = await startKiosk({ dataDir: folder, env });
  } catch (error: unknown) {
    return { lost: 0, doubled: 0, backMs: 0, found: [`it does not start: ${String(error)}`], waiting: before.thanked.size - sent, arrived: 0, aside: 0 };
  }
  try {
    const page = await third.page();
    const content = await third.call('content', null);
    const boot = await third.call('boot', null);
    const backMs = performance.now() - started;
    if (page.status !== 200 || !content.ok) found.push(`the picture does not come (${page.status}, ${content.ok ? 'content' : content.code})`);
    if (backMs > PATIENCE) found.push(`the picture comes after ${Math.round(backMs / 1_000)} s`);
    if (!boot.ok || (boot.value as { readonly phase: string }).phase !== 'ready') found.push('citizens meet the set-up page');
    await pressTimes(after, third, TAPS / 2);
    await line.set('whole');
    await pressTimes(after, third, TAPS / 2);
    const codes = await third.faults();
    if (harm.codes.length > 0 && !harm.codes.some((code) => codes.includes(code))) found.push(`health names ${codes.join(', ') || 'nothing'} instead of ${harm.codes.join(' or ')}`);
    if (harm.refuses === true) {
      const honest = harm.codes.some((code) => after.refused.has(code));
      if (after.thanked.size > 0 || !honest) found.push(`taps were answered ${[...after.refused.keys()].join(', ')}, ${after.thanked.size} thanked`);
    } else {
      if (after.thanked.size === 0) found.push(`no tap was taken: ${[...after.refused].join(' ')}`);
      await until(() => third.hasSentAll(), 'everything is sent', 30_000).catch(() => found.push('not everything is sent'));
    }
    const kept = await centreTaps(repositories);
    // The centre has those of the harms before as well.
    const names = kept.map(({ name }) => name).filter((name) => name.startsWith(`${point}-`));
    const there = new Set(names);
    const waiting = [...before.thanked.keys()].slice(sent);
    const missing = waiting.filter((name) => !there.has(name));
    const lostOld = [...before.thanked.keys()].slice(0, sent).filter((name) => !there.has(name)).length;
    const lostNew = [...after.thanked.keys()].filter((name) => !there.has(name)).length;
    const left = ledgersAside(folder).map((file) => readFileSync(file, 'latin1')).join('');
    return {
      lost: lostOld + lostNew + (harm.spares && harm.refuses !== true ? missing.length : 0),
      doubled: names.length - there.size,
      backMs,
      found,
      waiting: waiting.length,
      arrived: waiting.length - missing.length,
      aside: missing.filter((name) => left.includes(`"${name}"`)).length,
    };
  } finally {
    await third.kill();
  }
}

async function pressTimes(citizens: Citizens, kiosk: KioskProcess, taps: number): Promise<void> {
  let made = 0;
  await citizens.press(kiosk, () => (made += 1) > taps);
}
