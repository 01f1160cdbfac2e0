import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { keepOpen, type KioskWindow } from '#build/commands/show-kiosk.ts';
import { startProgram, type ChildProgram } from '#build/launch/child-program.ts';
import { findChromium } from '#tests/driver/browser.ts';
import { hostCaller } from '#tests/driver/call-host.ts';
import { until } from '#tests/driver/until.ts';
import { writeSoakPack } from '#tests/soak/editions.ts';
import { BrowserPage } from './browser-page.ts';

const PIN = '481629';
const START_PATIENCE = 60_000;

/** A kiosk as `npm run kiosk` starts it: the host as a process, a real browser as its window, the same guards over both. */
export type KioskStand = {
  readonly page: BrowserPage;
  readonly url: string;
  /** The browser's processes of a kind, as `--type=` says on their command line; `browser` is the first of them. */
  readonly processes: (type: 'renderer' | 'gpu-process' | 'browser') => readonly number[];
  /** Codes of the faults that health carries now. */
  readonly faults: () => Promise<readonly string[]>;
  /** Scores of the taps on the disk, oldest first. */
  readonly taps: () => readonly number[];
  readonly packDir: string;
  readonly close: () => Promise<void>;
};

/** `spoil` may break the pack before the kiosk reads it. */
export async function openStand(spoil: (packDir: string) => void = () => undefined): Promise<KioskStand> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-stand-'));
  const packDir = join(folder, 'pack');
  writeSoakPack(packDir, '2030.1.1');
  spoil(packDir);
  const host = startProgram({ name: 'kiosk', args: ['host/node-main.ts'], env: { KIOSK_PORT: '0', DATA_DIR: folder, PACK_DIR: packDir, CENTRE_URL: '', PAIRING_CODE: '' }, logFile: join(folder, 'log', 'kiosk.log') });
  const url = await host.address('Kiosk', START_PATIENCE);
  const call = await hostCaller(url);
  const opened = (await call('staffSetPin', { pin: PIN })) as { readonly key: string };
  await call('saveSettings', { settings: { language: 'vi', profile: null, tapRestSeconds: 0, printer: 'none' }, finish: true, key: opened.key });
  const profile = join(folder, 'browser');
  const window = await openWindow(host, url, profile);
  const page = new BrowserPage(profile);
  await page.moves(START_PATIENCE);
  return {
    page,
    url,
    packDir,
    processes: (type) => browserProcesses(profile, type),
    faults: async () => {
      const { key } = (await call('staffUnlock', { pin: PIN })) as { readonly key: string };
      const { faults } = (await call('staffStatus', { key })) as { readonly faults: readonly { readonly code: string }[] };
      return faults.map(({ code }) => code);
    },
    taps: () => readTaps(join(folder, 'kiosk')),
    close: async () => {
      await window.close();
      await host.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function openWindow(host: ChildProgram, url: string, profile: string): Promise<KioskWindow> {
  const { executablePath, env } = await findChromium();
  const args = ['--headless=new', '--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--autoplay-policy=no-user-gesture-required', '--window-size=540,960', '--noerrdialogs', '--remote-debugging-pipe', '--remote-debugging-port=0', `--user-data-dir=${profile}`, url];
  return keepOpen({ kind: 'window', name: 'browser', command: executablePath, args, env, warning: null }, url, () => undefined, (restart) => host.tell({ kind: 'page-restarted', ...restart }));
}

/** The browser is known by the profile on its command line, its processes by their parent: no other browser is touched. */
function browserProcesses(profile: string, type: string): readonly number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const browsers = all.filter((pid) => commandLine(pid).includes(`--user-data-dir=${profile}`) && !commandLine(pid).some((word) => word.startsWith('--type=')));
  if (type === 'browser') return browsers.map(Number);
  return all.filter((pid) => commandLine(pid).includes(`--type=${type}`) && browsers.includes(parentOf(pid))).map(Number);
}

function parentOf(pid: string): string {
  try {
    return /^PPid:\s*(\d+)$/m.exec(readFileSync(join('/proc', pid, 'status'), 'utf8'))?.[1] ?? '';
  } catch {
    // It has ended since the list was read.
    return '';
  }
}

function commandLine(pid: string): readonly string[] {
  try {
    return readFileSync(join('/proc', pid, 'cmdline'), 'utf8').split(/[\0 ]/);
  } catch {
    // It has ended since the list was read.
    return [];
  }
}

function readTaps(folder: string): readonly number[] {
  const file = readdirSync(folder).find((name) => /\.(db|sqlite3?)$/.test(name));
  if (file === undefined) return [];
  const database = new DatabaseSync(join(folder, file), { readOnly: true });
  try {
    return database.prepare(`SELECT body FROM entries WHERE kind = 'tap' ORDER BY seq`).all().map((row) => Number((JSON.parse(String(row['body'])) as { score: unknown }).score));
  } finally {
    database.close();
  }
}

/** Milliseconds from now until frames come again, or null when they do not in time. */
export async function timeToPicture(page: BrowserPage, since: number, patience: number): Promise<number | null> {
  return page.moves(patience).then(() => Math.round(performance.now() - since), () => null);
}

export async function hasFault(stand: KioskStand, code: string): Promise<boolean> {
  return until(async () => (await stand.faults()).includes(code), `health carries ${code}`, 15_000).then(() => true, () => false);
}
