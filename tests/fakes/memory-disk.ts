import { failure, success } from '#domain/result.ts';
import type { Appender, Disk } from '#host/ports.ts';

/** Shared by everything that writes; when nothing is left, every write fails as after a power cut. */
export class Power {
  left = Number.POSITIVE_INFINITY;
  /** Writes so far. */
  used = 0;

  take(): void {
    this.used += 1;
    if (this.left <= 0) throw new PowerCut();
    this.left -= 1;
  }
}

export class PowerCut extends Error {}

/** A disk in a map. What was written and not yet flushed is torn by a power cut: half of it is zeros afterwards. */
export class MemoryDisk implements Disk {
  readonly files = new Map<string, Uint8Array>();
  readonly power: Power;
  /** Bytes that still fit. */
  room = Number.POSITIVE_INFINITY;
  readonly #open = new Map<string, number>();

  constructor(power = new Power()) {
    this.power = power;
  }

  size = async (name: string): Promise<number | null> => this.files.get(name)?.byteLength ?? null;

  read = (name: string): AsyncIterable<Uint8Array> => {
    const bytes = this.files.get(name);
    if (bytes === undefined) throw new Error(`there is no ${name}`);
    return pieces(bytes);
  };

  append = async (name: string, from: number): Promise<Appender> => {
    this.power.take();
    this.files.set(name, (this.files.get(name) ?? new Uint8Array()).slice(0, from));
    this.#open.set(name, from);
    return {
      write: async (bytes) => {
        this.power.take();
        if (bytes.byteLength > this.room) return failure('CONTENT_DISK_FULL', 'the memory disk is full');
        this.room -= bytes.byteLength;
        this.files.set(name, Buffer.concat([this.files.get(name) ?? new Uint8Array(), bytes]));
        return success(null);
      },
      close: async () => {
        this.power.take();
        this.#open.delete(name);
      },
    };
  };

  move = async (name: string, as: string): Promise<void> => {
    this.power.take();
    const bytes = this.files.get(name);
    if (bytes === undefined) throw new Error(`there is no ${name}`);
    this.files.delete(name);
    this.files.set(as, bytes);
  };

  remove = async (name: string): Promise<void> => {
    this.power.take();
    this.files.delete(name);
  };

  list = async (folder: string): Promise<readonly { readonly name: string; readonly bytes: number }[]> => {
    const prefix = folder === '' ? '' : `${folder}/`;
    return [...this.files].filter(([name]) => name.startsWith(prefix)).map(([name, bytes]) => ({ name: name.slice(prefix.length), bytes: bytes.byteLength })).toSorted((left, right) => (left.name < right.name ? -1 : 1));
  };

  /** The power comes back; what was not flushed is torn. */
  restart(): void {
    this.power.left = Number.POSITIVE_INFINITY;
    for (const [name, from] of this.#open) {
      const torn = Uint8Array.from(this.files.get(name) ?? []);
      torn.fill(0, Math.floor((from + torn.byteLength) / 2));
      this.files.set(name, torn);
    }
    this.#open.clear();
  }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += 4_096) yield bytes.subarray(at, at + 4_096);
}
