import { appendFileSync, renameSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogTail } from '../command-ports.ts';
import type { Log } from '../ports.ts';
import { jsonLog, stderrLog, type LogLevel } from './json-log.ts';
import { makeFolder } from './make-folder.ts';

const FILE = 'host.log';
/** The file of before is kept beside it, so that at least so much can be read, bytes. */
const LARGEST = 512 * 1024;

/** Writes to standard error at `level`, and everything from `info` on into the kiosk's folder, where staff can have it sent. */
export function keptLog(folder: string, level: LogLevel): Log {
  const shown = stderrLog(level);
  const kept = jsonLog('info', lineWriter(folder));
  const both = (own: keyof Log): Log[keyof Log] => (event, details) => {
    shown[own](event, details);
    kept[own](event, details);
  };
  return { info: both('info'), warn: both('warn'), error: both('error') };
}

function lineWriter(folder: string): (line: string) => void {
  const path = join(folder, FILE);
  /** Null: the folder was not there when it was last looked for. */
  let size: number | null = null;
  return (line) => {
    try {
      if (size === null) {
        makeFolder(folder);
        size = sizeOf(path);
      }
      if (size > LARGEST) {
        renameSync(path, `${path}.1`);
        size = 0;
      }
      appendFileSync(path, line, { mode: 0o600 });
      size += Buffer.byteLength(line);
    } catch {
      // A disk that is full, read-only or gone must not end the kiosk; standard error has the line.
      size = null;
    }
  };
}

export function keptLogTail(folder: string): LogTail {
  return {
    read: async (signs) => {
      const parts = await Promise.all([`${FILE}.1`, FILE].map((name) => textOf(join(folder, name))));
      const text = parts.join('');
      if (text.length <= signs) return text;
      const tail = text.slice(-signs);
      return tail.slice(tail.indexOf('\n') + 1);
    },
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error: unknown) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw new Error(`cannot read ${path}`, { cause: error });
  }
}
