import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isPortFree, parsePort } from '../launch/ports.ts';
import { findElectron, findProgram } from '../launch/programs.ts';
import { inProject } from '../project-root.ts';
import { fault, note, ok, type Finding } from './finding.ts';

const GIB = 1024 ** 3;
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome', 'msedge'] as const;

export function checkNode(): Finding {
  const [major = 0] = process.versions.node.split('.').map(Number);
  return major >= 24
    ? ok('Node', `${process.versions.node}, from ${process.execPath}`)
    : fault('Node', `${process.versions.node} runs this, 24 is needed.`, 'Use npm run …, which takes the pinned Node from node_modules; after npm ci --ignore-scripts run npm rebuild node.');
}

export function checkSqlite(): Finding {
  const database = new DatabaseSync(':memory:');
  try {
    const row = database.prepare('select sqlite_version() as version').get();
    return ok('SQLite', String(row?.['version']));
  } finally {
    database.close();
  }
}

export function checkElectron(): Finding {
  const binary = findElectron();
  return binary === null
    ? note('Electron', 'The binary is not here; the browser shell is used.', 'npx electron --version fetches it where its download site can be reached (ELECTRON_MIRROR names another).')
    : ok('Electron', binary);
}

export function checkBrowser(): Finding {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && !existsSync(chosen)) return fault('Browser', `CHROMIUM_PATH names ${chosen}, which is not there.`, 'Correct or unset CHROMIUM_PATH.');
  const browser = chosen ?? findProgram(BROWSERS);
  return browser === null
    ? note('Browser', 'No Chromium, Chrome or Edge on PATH; npm start prints the address to open.', 'Install Chromium, or set CHROMIUM_PATH.')
    : ok('Browser', browser);
}

export function checkTestBrowser(): Finding {
  return existsSync(inProject('node_modules/@sparticuz/chromium/bin/chromium.br'))
    ? ok('Test browser', 'comes with npm ci')
    : fault('Test browser', 'The package @sparticuz/chromium is not complete.', 'Run npm ci again.');
}

export function checkDisplay(): Finding {
  if (process.platform !== 'linux') return ok('Display', process.platform);
  const display = process.env['WAYLAND_DISPLAY'] ?? process.env['DISPLAY'];
  return display === undefined
    ? note('Display', 'No display: a window cannot be shown here.', 'npm start -- --no-window, and open the printed address from a browser.')
    : ok('Display', display);
}

export async function checkPorts(): Promise<readonly Finding[]> {
  const host = process.env['HOST'] ?? '127.0.0.1';
  const wanted = [
    ['PORT', parsePort(process.env['PORT'], 8080)],
    ['KIOSK_PORT', parsePort(process.env['KIOSK_PORT'], 8081)],
  ] as const;
  return Promise.all(
    wanted.map(async ([name, port]) => {
      if (port === null) return fault(name, `${process.env[name] ?? ''} is not a port.`, `Set ${name} to a number from 0 to 65535.`);
      return (await isPortFree(port, host))
        ? ok(name, `${host}:${port} is free`)
        : note(name, `${host}:${port} is taken, perhaps by a running npm start.`, `${name}=<another> npm start`);
    }),
  );
}

export function checkData(): readonly Finding[] {
  const folder = process.env['DATA_DIR'] ?? inProject('data');
  const present = nearestExisting(folder);
  try {
    accessSync(present, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [fault('Data folder', reason, 'Set DATA_DIR to a folder that this user may write.')];
  }
  const disk = statfsSync(present);
  const free = (disk.bavail * disk.bsize) / GIB;
  const says = `${free.toFixed(1)} GiB free`;
  return [
    ok('Data folder', folder),
    free < 1 ? note('Disk', says, 'Free some space: a full disk stops taps from being stored.') : ok('Disk', says),
  ];
}

/** Looking must not make the folder: the first start does. */
function nearestExisting(folder: string): string {
  let present = folder;
  while (!existsSync(present)) present = dirname(present);
  return present;
}

export function checkFfmpeg(): Finding {
  const program = findProgram(['ffmpeg']);
  return program === null
    ? note('ffmpeg', 'Not here; only npm run clips needs it.', 'Install ffmpeg to make the clips again.')
    : ok('ffmpeg', program);
}
