import { closeSync, existsSync, fstatSync, ftruncateSync, mkdirSync, openSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Seeded } from '../seeded.ts';

/** One way in which a file of a kiosk's goes bad while it is off. */
export type Harm = {
  readonly name: string;
  /** Below the kiosk's own folder. */
  readonly file: string;
  readonly harm: (path: string, random: Seeded) => void;
  /** `kill`: with a log beside the database; `stop`: everything is in the database's file. */
  readonly end: 'kill' | 'stop';
  /** One of these has to stand in health; none: it mends itself without a word. */
  readonly codes: readonly string[];
  /** The bytes of every tap are still there: none may be missing. */
  readonly spares: boolean;
  /** Taps cannot be taken until somebody has looked; the refusal has to be an honest one. */
  readonly refuses?: boolean;
};

const LEDGER = 'ledger.sqlite';
const LOG = 'ledger.sqlite-wal';
const ledger = (name: string, harm: Harm['harm'], more: Partial<Harm> = {}): Harm => ({ name: `ledger: ${name}`, file: LEDGER, harm, end: 'stop', codes: ['LEDGER_SET_ASIDE'], spares: false, ...more });
const log = (name: string, harm: Harm['harm']): Harm => ({ name: `ledger's log: ${name}`, file: LOG, harm, end: 'kill', codes: [], spares: false });
const other = (name: string, file: string, harm: Harm['harm'], codes: readonly string[]): Harm => ({ name, file, harm, end: 'stop', codes, spares: true });

export const HARMS: readonly Harm[] = [
  ledger('bits flipped in its first bytes', (path, random) => flip(path, 0, 23, random), { spares: true }),
  ledger('its first 24 bytes overwritten', (path) => overwrite(path, 0, 24), { spares: true }),
  ledger('a page of the middle overwritten', (path) => overwrite(path, 4_096 * 4, 4_096)),
  // A flipped bit may lie in a free byte or within a text, where no check sees it.
  ledger('bits flipped anywhere behind its first page', (path, random) => flip(path, 4_096, Number.MAX_SAFE_INTEGER, random), { codes: [] }),
  ledger('cut to two thirds', (path) => cutTo(path, 0.66)),
  ledger('another file in its place', (path) => writeFileSync(path, 'no database\n'.repeat(900))),
  ledger('empty', (path) => cutTo(path, 0), { codes: [] }),
  ledger('a folder in its place', folderInstead, { codes: ['LEDGER_UNAVAILABLE'], refuses: true }),
  log('bits flipped in it', (path, random) => flip(path, 32, Number.MAX_SAFE_INTEGER, random)),
  log('cut to half', (path) => cutTo(path, 0.5)),
  log('gone', (path) => rmSync(path, { force: true })),
  other('settings: cut to half', 'kiosk.json', (path) => cutTo(path, 0.5), ['SETTINGS_DAMAGED']),
  other('settings: gone', 'kiosk.json', (path) => rmSync(path), ['SETTINGS_DAMAGED']),
  other('settings: a folder in their place', 'kiosk.json', folderInstead, ['SETTINGS_DAMAGED']),
  other('staff file: a folder in its place', 'staff.json', folderInstead, ['STAFF_RECORD_DAMAGED']),
  other('clock, clips and commands: folders in their places', 'centre-clock.json', (path) => ['centre-clock.json', 'failed-clips.json', 'commands.json'].forEach((name) => folderInstead(join(path, '..', name))), []),
  other('commands: nonsense', 'commands.json', (path) => writeFileSync(path, '[[['), []),
  other('content: nonsense in the note of what is in use', 'content/pointer.json', (path) => put(path, '{"current":'), ['CONTENT_DISK_FAILED']),
  other('content: a folder in place of that note', 'content/pointer.json', folderInstead, ['CONTENT_DISK_FAILED']),
  other('content: a file in place of its folder', 'content', (path) => (rmSync(path, { recursive: true, force: true }), writeFileSync(path, 'x')), []),
  other('log: a folder in its place', 'host.log', folderInstead, []),
];

function flip(path: string, from: number, to: number, random: Seeded): void {
  const file = openSync(path, 'r+');
  const size = fstatSync(file).size;
  for (let one = 0; one < 8; one += 1) {
    const at = random.between(Math.min(size - 1, from), Math.min(size - 1, to));
    const byte = Buffer.alloc(1);
    readSync(file, byte, 0, 1, at);
    writeSync(file, Buffer.from([(byte[0] ?? 0) ^ (1 << random.between(0, 7))]), 0, 1, at);
  }
  closeSync(file);
}

function overwrite(path: string, from: number, length: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length, 0x5a), 0, length, from);
  closeSync(file);
}

function cutTo(path: string, share: number): void {
  const file = openSync(path, 'r+');
  ftruncateSync(file, Math.floor(fstatSync(file).size * share));
  closeSync(file);
}

function folderInstead(path: string): void {
  if (existsSync(path)) rmSync(path, { recursive: true });
  mkdirSync(join(path, 'something'), { recursive: true });
}

function put(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}
