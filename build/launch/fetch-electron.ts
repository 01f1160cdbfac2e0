import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inProject } from '../project-root.ts';
import { findElectron } from './programs.ts';

const PATIENCE = 180_000;

/** Lets Electron's own installer fetch the binary that fits its package; null when it cannot. */
export async function fetchElectron(patience = PATIENCE): Promise<string | null> {
  const installer = inProject('node_modules/electron/install.js');
  if (!existsSync(installer)) return null;
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [installer], { cwd: inProject(), stdio: 'ignore', timeout: patience });
    child.on('error', () => resolve());
    child.on('close', () => resolve());
  });
  return findElectron();
}
