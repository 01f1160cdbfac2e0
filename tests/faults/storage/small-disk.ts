import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasOwnMounts, whyNoMounts } from '../own-mounts.ts';

const PIECE = Buffer.alloc(64 * 1024, 0x20);

/** A disk of our own, so small that it can be filled, and that can be locked or pulled out. */
export type SmallDisk = {
  readonly path: string;
  /** Fills it to the last byte. */
  fill(): void;
  /** Makes room again. */
  free(): void;
  /** Nothing may be open for writing on it. */
  makeReadOnly(): void;
  makeWritable(): void;
  /** Pulled out while programs use it: its place is an empty folder of the disk below. */
  pull(): void;
  remove(): void;
};

/** Why there can be none; null: there can. */
export function whyNoSmallDisk(): string | null {
  return hasOwnMounts() ? null : (whyNoMounts() ?? 'this run has no mounts of its own: start it with npm run faults');
}

export function mountSmallDisk(megabytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'mot-cham-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]);
  const filler = join(path, 'filler');
  let isThere = true;
  return {
    path,
    fill() {
      const file = openSync(filler, 'a');
      try {
        // Ever smaller pieces, until not one byte fits.
        for (let size = PIECE.length; size >= 1; size = Math.floor(size / 2)) writeUntilFull(file, size);
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    makeReadOnly: () => void execFileSync('mount', ['-o', 'remount,ro', path]),
    makeWritable: () => void execFileSync('mount', ['-o', 'remount,rw', path]),
    pull() {
      execFileSync('umount', ['--lazy', path]);
      isThere = false;
    },
    remove() {
      if (isThere) execFileSync('umount', ['--lazy', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

function writeUntilFull(file: number, size: number): void {
  try {
    for (;;) if (writeSync(file, PIECE, 0, size) < size) return;
  } catch (error: unknown) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
