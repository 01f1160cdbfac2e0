import { spawnSync } from 'node:child_process';

/** Set for the run within a mount namespace of its own. */
const INSIDE = 'MOT_CHAM_FAULTS_OWN_MOUNTS';

/**
 * Small and read-only disks are mounted where nobody else sees them, and are gone with the last process: the command
 * starts itself again in a mount namespace. @returns the exit code of that run; null: go on here.
 */
export function inOwnMounts(): number | null {
  if (process.env[INSIDE] === '1' || whyNoMounts() !== null) return null;
  const { status } = spawnSync('unshare', ['--mount', '--propagation', 'private', process.execPath, ...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, [INSIDE]: '1' },
  });
  return status ?? 1;
}

/** Why no disk can be mounted here; null: it can. */
export function whyNoMounts(): string | null {
  if (process.platform !== 'linux') return 'disks of our own are mounted on Linux only';
  if (process.getuid?.() !== 0) return 'mounting a small disk needs root';
  const tried = spawnSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
  return tried.status === 0 ? null : 'this machine allows no mount namespace (unshare --mount)';
}

export function hasOwnMounts(): boolean {
  return process.env[INSIDE] === '1';
}
