import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inProject } from '../project-root.ts';

/** First of the named programs that is on PATH and may be run; null when none is. */
export function findProgram(names: readonly string[], path = process.env['PATH'] ?? ''): string | null {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const name of names) {
    for (const folder of path.split(delimiter).filter((part) => part !== '')) {
      for (const ending of endings) {
        const file = join(folder, name + ending);
        if (mayRun(file)) return file;
      }
    }
  }
  return null;
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there or not ours to run: the next candidate decides.
    return false;
  }
}

/** The Electron binary, when its package has fetched it or an override points at one. */
export function findElectron(): string | null {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const dist = override ?? inProject('node_modules/electron/dist');
  const pathFile = inProject('node_modules/electron/path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : defaultName();
  const file = join(dist, name);
  return existsSync(file) ? file : null;
}

function defaultName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
