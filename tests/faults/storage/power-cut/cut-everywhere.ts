import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quickFolder } from '../../quick-folder.ts';
import type { Seeded } from '../../seeded.ts';
import type { DiskEvent } from './disk-event.ts';
import { DiskModel, FATES, type Fate } from './disk-model.ts';

/** One state of the disk after a power cut. */
export type Cut = {
  /** Events before it. */
  readonly at: number;
  readonly fate: Fate;
  /** What was promised before it. */
  readonly told: readonly unknown[];
};

export type CutOptions = {
  readonly events: readonly DiskEvent[];
  /** States to look at. */
  readonly states: number;
  readonly random: Seeded;
  /** Looks at the folder as a started program finds it. */
  readonly judge: (folder: string, cut: Cut) => void | Promise<void>;
};

/**
 * Cuts the power at places all over the recorded run: a third where the database file itself or names are changed, which
 * is seldom and where a fault would hide, the others anywhere. @returns how many states were looked at.
 */
export async function cutEverywhere({ events, states, random, judge }: CutOptions): Promise<number> {
  const chosen = chooseCuts(events, states, random);
  const model = new DiskModel();
  const told: unknown[] = [];
  const root = quickFolder();
  let looked = 0;
  try {
    for (let at = 0; at <= events.length; at += 1) {
      for (let again = 0; again < (chosen.get(at) ?? 0); again += 1) {
        const fate = model.unsure() === 0 ? 'none' : (FATES[random.between(0, FATES.length - 1)] ?? 'none');
        const folder = join(root, String(looked));
        mkdirSync(folder);
        for (const [name, bytes] of model.afterCut(fate, random)) writeFileSync(join(folder, name), bytes);
        await judge(folder, { at, fate, told: [...told] });
        rmSync(folder, { recursive: true, force: true });
        looked += 1;
      }
      const event = events[at];
      if (event === undefined) continue;
      model.take(event);
      if (event.kind === 'told') told.push(event.what);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return looked;
}

/** How often to cut before which event. */
function chooseCuts(events: readonly DiskEvent[], states: number, random: Seeded): ReadonlyMap<number, number> {
  const seldom = events.flatMap((event, index) => (isSeldom(event) ? [index, index + 1] : []));
  const chosen = new Map<number, number>();
  for (let one = 0; one < states; one += 1) {
    const at = one % 3 === 0 && seldom.length > 0 ? seldom[random.between(0, seldom.length - 1)] : random.between(0, events.length);
    chosen.set(at ?? 0, (chosen.get(at ?? 0) ?? 0) + 1);
  }
  return chosen;
}

function isSeldom(event: DiskEvent): boolean {
  if (event.kind === 'told') return false;
  return event.kind === 'flush-names' || event.kind === 'create' || event.kind === 'remove' || event.kind === 'rename' || event.kind === 'truncate' || !event.file.endsWith('-wal');
}

/** The same run on a disk that says "flushed" and is not: what a program without flushes would leave. */
export function withoutFlushes(events: readonly DiskEvent[]): readonly DiskEvent[] {
  return events.filter(({ kind }) => kind !== 'flush');
}
