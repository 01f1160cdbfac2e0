import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { until } from '#tests/driver/until.ts';
import { runCentre } from '#tests/integration/server/run-centre.ts';
import { couldNot, type Fault } from '../fault.ts';
import { judgeCentre, pairingCodeFor } from './centre-contents.ts';
import { Citizens } from './citizens.ts';
import { startKiosk, type KioskProcess } from './kiosk-process.ts';
import { mountSmallDisk, whyNoSmallDisk, type SmallDisk } from './small-disk.ts';

const TAPS = 15;
/** The kiosk looks again after one second, then two, at last every minute, ms. */
const MENDED_WITHIN = 75_000;
/** Longer than the longest back-off and the time-out of a request, ms. */
const LATE = 330_000;

type Scene = { readonly disk: SmallDisk; readonly dataDir: string; readonly env: Readonly<Record<string, string>>; readonly citizens: Citizens; readonly say: (what: string) => void };
/** Brings the fault about on a kiosk that has taken taps, and looks at what it does; gives back the kiosk that runs at the end. */
type Trouble = {
  readonly name: string;
  /** Its settings are gone with the disk: it goes on until it is started again, and has to be paired then. */
  readonly takesSettings?: true;
  readonly cause: (kiosk: KioskProcess, scene: Scene) => Promise<KioskProcess>;
};

const TROUBLES: readonly Trouble[] = [
  {
    name: 'disk full under the kiosk',
    cause: async (kiosk, scene) => {
      scene.disk.fill();
      await expectRefusal(kiosk, scene, 'LEDGER_DISK_FULL');
      scene.disk.free();
      return kiosk;
    },
  },
  {
    name: 'disk full before the kiosk starts',
    cause: async (kiosk, scene) => {
      await kiosk.kill();
      scene.disk.fill();
      const next = await startKiosk(scene);
      await expectRefusal(next, scene, 'LEDGER_DISK_FULL', 'LEDGER_UNAVAILABLE');
      scene.disk.free();
      return next;
    },
  },
  {
    name: 'read-only disk before the kiosk starts',
    cause: async (kiosk, scene) => {
      await kiosk.stop();
      scene.disk.makeReadOnly();
      const next = await startKiosk(scene);
      await expectRefusal(next, scene, 'LEDGER_UNAVAILABLE');
      scene.disk.makeWritable();
      return next;
    },
  },
  {
    name: 'the kiosk\'s folder removed under it',
    takesSettings: true,
    cause: async (kiosk, { dataDir }) => {
      rmSync(join(dataDir, 'kiosk'), { recursive: true });
      return kiosk;
    },
  },
  {
    name: 'the disk pulled out under the kiosk',
    takesSettings: true,
    cause: async (kiosk, { disk }) => {
      disk.pull();
      return kiosk;
    },
  },
];

export const brokenDisk: Fault = {
  name: 'broken-disk',
  title: 'the kiosk\'s disk full, read-only, emptied and pulled out: picture there, honest refusals, health says it, goes on by itself',
  async run({ tries, say }) {
    const why = whyNoSmallDisk();
    if (why !== null) return couldNot(why);
    const folder = mkdtempSync(join(tmpdir(), 'mot-cham-faults-'));
    const centre = await runCentre(join(folder, 'centre'));
    const { repositories } = await openSqliteRepositories(join(folder, 'centre', 'centre.db'), Date.now());
    const found: string[] = [];
    const everybody = new Map<string, { readonly stream: string; readonly seq: number }>();
    let [done, worstMs, refused] = [0, 0, 0];
    try {
      for (; done < (tries ?? TROUBLES.length); done += 1) {
        const trouble = TROUBLES[done % TROUBLES.length];
        if (trouble === undefined) break;
        const citizens = new Citizens(`d${done}`);
        const mendedMs = await tryTrouble(trouble, { repositories, url: centre.url, point: `p${done}`, citizens, say: (what) => void found.push(`${trouble.name}: ${what}`) });
        worstMs = Math.max(worstMs, mendedMs);
        for (const [name, place] of citizens.thanked) everybody.set(name, place);
        refused += [...citizens.refused.values()].reduce((sum, times) => sum + times, 0);
        say(`${trouble.name}: ${[...citizens.refused].map(([code, times]) => `${times} refused with ${code}`).join(', ') || 'no tap refused'}, mended after ${Math.round(mendedMs)} ms`);
      }
      const verdict = await judgeCentre(repositories, everybody);
      const notes = [`${everybody.size} taps thanked, ${refused} refused with an honest code`];
      return { tries: done, lost: verdict.lost, doubled: verdict.doubled, worstMs, found: [...found, ...verdict.found], notes, could: 'run' };
    } finally {
      await repositories.care.close();
      await centre.end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

type Given = { readonly repositories: Repositories; readonly url: string; readonly point: string; readonly citizens: Citizens; readonly say: (what: string) => void };

/** @returns how long taps were refused after the cause was over, ms. */
async function tryTrouble({ cause, takesSettings }: Trouble, { repositories, url, point, citizens, say }: Given): Promise<number> {
  const disk = mountSmallDisk(32);
  const dataDir = join(disk.path, 'data');
  mkdirSync(dataDir);
  const env = { CENTRE_URL: url, PAIRING_CODE: await pairingCodeFor(repositories, point) };
  const scene: Scene = { disk, dataDir, env, citizens, say };
  let kiosk = await startKiosk({ dataDir, env });
  try {
    for (let one = 0; one < TAPS; one += 1) await citizens.tap(kiosk);
    kiosk = await cause(kiosk, scene);
    const over = performance.now();
    await until(() => citizens.tap(kiosk), 'a tap is taken again', MENDED_WITHIN).catch((error: unknown) => say(String(error)));
    const mendedMs = performance.now() - over;
    for (let one = 0; one < TAPS; one += 1) await citizens.tap(kiosk);
    if (!kiosk.isAlive()) say('the kiosk ended');
    const health = await kiosk.faults();
    // A trouble that is over stays in health for an hour.
    if (!health.some((code) => code.startsWith('LEDGER_'))) say(`health says ${health.join(', ') || 'nothing'}`);
    // What was thanked outlives the process.
    if (takesSettings === undefined) {
      await kiosk.kill();
      kiosk = await startKiosk({ dataDir, env });
    }
    await until(() => kiosk.hasSentAll(), 'everything is sent', 40_000).catch(async (error: unknown) => say(`${String(error)} ${await tellLateness(kiosk)}`));
    return mendedMs;
  } catch (error: unknown) {
    say(`${String(error)} (left: ${readdirSync(disk.path).join(', ')}; ${kiosk.complaints().slice(-300)})`);
    return 0;
  } finally {
    await kiosk.kill();
    disk.remove();
  }
}

/** Late is a machine under load or a back-off, never is a defect: whoever reads the row has to know which. */
async function tellLateness(kiosk: KioskProcess): Promise<string> {
  const since = performance.now();
  const { waiting, uploadFault } = await kiosk.status();
  const end = await until(() => kiosk.hasSentAll(), 'it is sent', LATE).then(() => `sent ${Math.round((performance.now() - since) / 1_000)} s later`, () => `not sent ${LATE / 1_000} s later either`);
  return `(${waiting} waiting, ${uploadFault ?? 'no fault of sending'}, ${end}; ${kiosk.complaints().slice(-600)})`;
}

async function expectRefusal(kiosk: KioskProcess, { citizens, say }: Scene, ...codes: readonly string[]): Promise<void> {
  const before = new Map(citizens.refused);
  // A full disk may still have room within SQLite's log for a few.
  for (let one = 0; one < 60; one += 1) if (!(await citizens.tap(kiosk))) break;
  const said = [...citizens.refused].filter(([code, times]) => times > (before.get(code) ?? 0)).map(([code]) => code);
  if (!said.some((code) => codes.includes(code))) say(`taps were refused with ${said.join(', ') || 'nothing'} instead of ${codes.join(' or ')}`);
  const page = await kiosk.page();
  const content = await kiosk.call('content', null);
  if (page.status !== 200 || !content.ok) say('the picture does not come');
  const health = await kiosk.faults();
  if (!codes.some((code) => health.includes(code))) say(`health says ${health.join(', ') || 'nothing'} instead of ${codes.join(' or ')}`);
}
