import type { Seeded } from '../../seeded.ts';
import type { DiskEvent } from './disk-event.ts';

/** What a disk keeps whole or not at all, bytes. */
const SECTOR = 512;

type Change = Extract<DiskEvent, { kind: 'write' | 'truncate' }>;
type NameChange = Extract<DiskEvent, { kind: 'create' | 'remove' | 'rename' }>;
/** `kept`: surely on the disk. `pending`: perhaps, each for itself. */
type Inode = { kept: Buffer; pending: Change[] };
type Names = Map<string, Inode>;

/**
 * What the disk does with what was never flushed when the power goes: keeps it all, drops it all, keeps the last write
 * only up to a sector, keeps any of them, or any sectors of any of them.
 */
export type Fate = 'all' | 'none' | 'torn-end' | 'some' | 'torn';
export const FATES: readonly Fate[] = ['all', 'none', 'torn-end', 'some', 'torn'];

/** A folder on a disk that keeps what was flushed, and of the rest what it likes; names in order, as a journal does. */
export class DiskModel {
  #keptNames: Names = new Map();
  #names: Names = new Map();
  #pendingNames: { readonly change: NameChange; readonly inode: Inode }[] = [];

  take(event: DiskEvent): void {
    switch (event.kind) {
      case 'create':
      case 'remove':
      case 'rename':
        return this.#takeName(event);
      case 'write':
      case 'truncate':
        this.#inode(event.file).pending.push(event);
        return;
      case 'flush': {
        const inode = this.#inode(event.file);
        inode.kept = inode.pending.reduce(applied, inode.kept);
        inode.pending = [];
        return;
      }
      case 'flush-names':
        this.#keptNames = new Map(this.#names);
        this.#pendingNames = [];
        return;
      case 'told':
        return;
    }
  }

  /** How many things the disk may still drop. */
  unsure(): number {
    return this.#pendingNames.length + [...new Set([...this.#keptNames.values(), ...this.#names.values()])].reduce((sum, { pending }) => sum + pending.length, 0);
  }

  /** The files as they are found after a power cut now. */
  afterCut(fate: Fate, random: Seeded): ReadonlyMap<string, Buffer> {
    const names = new Map(this.#keptNames);
    const kept = fate === 'all' || fate === 'torn-end' ? this.#pendingNames.length : fate === 'none' ? 0 : random.between(0, this.#pendingNames.length);
    for (const { change, inode } of this.#pendingNames.slice(0, kept)) applyName(names, change, inode);
    return new Map([...names].map(([name, inode]) => [name, contentAfter(inode, fate, random)]));
  }

  #takeName(change: NameChange): void {
    const inode = change.kind === 'create' ? { kept: Buffer.alloc(0), pending: [] } : this.#inode(change.file);
    applyName(this.#names, change, inode);
    this.#pendingNames.push({ change, inode });
  }

  #inode(file: string): Inode {
    const inode = this.#names.get(file);
    if (inode === undefined) throw new Error(`the model of the disk has no file ${file}`);
    return inode;
  }
}

function applyName(names: Names, change: NameChange, inode: Inode): void {
  if (change.kind === 'create') names.set(change.file, inode);
  else names.delete(change.file);
  if (change.kind === 'rename') names.set(change.to, inode);
}

function contentAfter({ kept, pending }: Inode, fate: Fate, random: Seeded): Buffer {
  const last = pending.length - 1;
  const survivors = pending.flatMap((change, index): readonly Change[] => {
    if (fate === 'all') return [change];
    if (fate === 'none') return [];
    if (fate === 'torn-end') return index < last ? [change] : prefixOf(change, random);
    if (random.fraction() < 0.4) return [];
    return fate === 'torn' ? sectorsOf(change, random) : [change];
  });
  return survivors.reduce(applied, kept);
}

function prefixOf(change: Change, random: Seeded): readonly Change[] {
  if (change.kind === 'truncate') return [];
  // The disk's sectors lie where they lie, not where the write begins.
  const sectors = Math.ceil((change.offset + change.bytes.length) / SECTOR) - Math.floor(change.offset / SECTOR);
  const end = (Math.floor(change.offset / SECTOR) + random.between(0, sectors)) * SECTOR - change.offset;
  return end <= 0 ? [] : [{ ...change, bytes: change.bytes.subarray(0, end) }];
}

function sectorsOf(change: Change, random: Seeded): readonly Change[] {
  if (change.kind === 'truncate') return [change];
  const pieces: Change[] = [];
  const end = change.offset + change.bytes.length;
  for (let from = change.offset; from < end; ) {
    const to = Math.min(end, (Math.floor(from / SECTOR) + 1) * SECTOR);
    if (random.fraction() < 0.6) pieces.push({ ...change, offset: from, bytes: change.bytes.subarray(from - change.offset, to - change.offset) });
    from = to;
  }
  return pieces;
}

function applied(content: Buffer, change: Change): Buffer {
  const size = change.kind === 'truncate' ? change.size : Math.max(content.length, change.offset + change.bytes.length);
  const next = Buffer.alloc(size);
  content.copy(next, 0, 0, Math.min(content.length, size));
  if (change.kind === 'write') change.bytes.copy(next, change.offset);
  return next;
}
