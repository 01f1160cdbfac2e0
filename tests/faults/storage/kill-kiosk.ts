import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { until } from '#tests/driver/until.ts';
import { runCentre } from '#tests/integration/server/run-centre.ts';
import type { Fault, FaultOptions, FaultResult } from '../fault.ts';
import { seeded } from '../seeded.ts';
import { judgeCentre, pairingCodeFor } from './centre-contents.ts';
import { Citizens } from './citizens.ts';
import { startKiosk, type KioskProcess } from './kiosk-process.ts';
import { findHole, ledgerFile, readLedger, tally } from './read-ledger.ts';

/** The longest life of a kiosk, from its first tap, ms. */
const LONGEST_LIFE = 400;
const TRIES = 60;

/** Half of the kills fall while taps are taken, some while the kiosk is still starting. */
export const killKiosk: Fault = {
  name: 'kill-kiosk',
  title: 'kill -9 of the kiosk at any moment while taps are made and sent: each thanked tap is there once, no number is missing',
  async run(options: FaultOptions): Promise<FaultResult> {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cham-faults-'));
    const centre = await runCentre(join(folder, 'centre'));
    const { repositories } = await openSqliteRepositories(join(folder, 'centre', 'centre.db'), Date.now());
    try {
      const pairing = { CENTRE_URL: centre.url, PAIRING_CODE: await pairingCodeFor(repositories, 'p1') };
      const lives = await killAgainAndAgain(join(folder, 'kiosk'), pairing, options);
      const kept = readLedger(ledgerFile(join(folder, 'kiosk')));
      const own = tally(lives.citizens.thanked, kept.taps);
      const there = await judgeCentre(repositories, lives.citizens.thanked);
      const hole = findHole(kept.seqs);
      const found = [...lives.found, ...there.found];
      if (hole !== null) found.push(`number ${hole} is missing in the stream`);
      if (kept.integrity !== 'ok') found.push(`the ledger is damaged: ${kept.integrity}`);
      if (there.taps !== kept.taps.length) found.push(`the kiosk has ${kept.taps.length} taps, the centre ${there.taps}`);
      return {
        tries: lives.kills,
        lost: own.lost + there.lost,
        doubled: own.doubled + there.doubled,
        worstMs: lives.worstMs,
        found,
        notes: [`${lives.citizens.thanked.size} taps thanked, ${lives.citizens.unanswered} cut off without an answer, ${kept.taps.length} kept`],
        could: 'run',
      };
    } finally {
      await repositories.care.close();
      await centre.end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

type Lives = { readonly kills: number; readonly worstMs: number; readonly citizens: Citizens; readonly found: readonly string[] };

async function killAgainAndAgain(dataDir: string, env: Readonly<Record<string, string>>, { tries, seed, say }: FaultOptions): Promise<Lives> {
  const random = seeded(seed);
  const citizens = new Citizens();
  const found: string[] = [];
  let [worstMs, killedAt, kills] = [0, 0, 0];
  const begin = async (): Promise<KioskProcess> => {
    const kiosk = await startKiosk({ dataDir, env });
    await citizens.tap(kiosk);
    if (killedAt > 0) worstMs = Math.max(worstMs, performance.now() - killedAt);
    return kiosk;
  };
  for (; kills < (tries ?? TRIES); kills += 1) {
    const kiosk = await begin();
    const pressing = citizens.press(kiosk, () => false);
    await setTimeout(random.between(0, LONGEST_LIFE));
    killedAt = performance.now();
    await kiosk.kill();
    await pressing;
    if (kills % 20 === 19) say(`${kills + 1} kills, ${citizens.thanked.size} taps thanked`);
  }
  const last = await begin();
  await until(async () => (await last.status()).waiting === 0, 'the kiosk has sent everything').catch((error: unknown) => found.push(String(error)));
  found.push(...(await last.status()).faults.map(({ code, detail }) => `a fault stands though nothing is wrong: ${code} ${detail ?? ''}`));
  await last.stop();
  return { kills, worstMs, citizens, found };
}
