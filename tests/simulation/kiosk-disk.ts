import { join } from 'node:path';
import type { Secrets } from '#host/ports.ts';
import { MemoryDisk, Power, PowerCut } from '#tests/fakes/memory-disk.ts';
import { MemoryFiles } from '#tests/fakes/memory-files.ts';
import { copyFolder, cutPower } from './power-cut.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { SimProcess } from './sim-process.ts';

/** Every write to a file is a write of the program, at which it can end. */
class Writes extends Power {
  process: SimProcess | null = null;

  override take(): void {
    super.take();
    const { process } = this;
    if (process === null || !process.alive) throw new PowerCut('nobody is there to write');
    const fault = process.nextFault();
    if (process.isFull) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    if (fault === null || fault.kind === 'busy') return;
    if (fault.kind === 'kill') process.die('killed');
    if (fault.kind === 'power') process.die('power');
    throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
  }
}

/** What a kiosk keeps: a real SQLite ledger in a folder, everything else in memory that outlives its programs. */
export class KioskDisk {
  static #made = 0;
  readonly name: string;
  readonly #root: string;
  #folder: string;
  readonly #writes = new Writes();
  readonly files: MemoryFiles;
  readonly content: MemoryDisk;
  readonly #secrets = new Map<string, string>();

  constructor(root: string, name: string) {
    this.#root = root;
    this.name = name;
    this.#folder = KioskDisk.#newFolder(root);
    this.files = new MemoryFiles({}, this.#writes);
    this.content = new MemoryDisk(this.#writes);
  }

  static #newFolder(root: string): string {
    KioskDisk.#made += 1;
    return join(root, `disk-${KioskDisk.#made}`);
  }

  get ledger(): string {
    return join(this.#folder, 'ledger.sqlite');
  }

  secrets(process: SimProcess): Secrets {
    return {
      load: async (name) => this.#secrets.get(name) ?? null,
      save: async (name, secret) => {
        if (!process.alive) throw new PowerCut('nobody is there to write');
        this.#secrets.set(name, secret);
      },
    };
  }

  /** This program writes from now on. */
  serve(process: SimProcess): void {
    this.#writes.process = process;
    this.content.restart();
  }

  /** The power went: the ledger is what was flushed, and perhaps something torn behind it. */
  cutPower(process: SimProcess, random: SeededRandom): void {
    const next = KioskDisk.#newFolder(this.#root);
    cutPower(this.#folder, next, process, random);
    this.#folder = next;
  }

  /** An image of the whole disk, made while its machine is off. */
  copy(name: string): KioskDisk {
    const image = new KioskDisk(this.#root, name);
    copyFolder(this.#folder, image.#folder);
    for (const [file, text] of this.files.texts) image.files.texts.set(file, text);
    for (const [file, bytes] of this.content.files) image.content.files.set(file, bytes);
    for (const [secret, value] of this.#secrets) image.#secrets.set(secret, value);
    return image;
  }
}
