import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { couldNot, type Fault, type FaultOptions, type FaultResult } from '../fault.ts';
import type { BrowserPage } from './browser-page.ts';
import { HOSTILE_CLIPS, spoilClips } from './hostile-clips.ts';
import { hasFault, openStand, type KioskStand } from './kiosk-stand.ts';

const STILL_MOST = 10_000;
/** Long enough for the loop to have tried every clip twice, ms. */
const WATCHED = 25_000;

type ContentHarm = {
  readonly before?: (packDir: string, seed: number) => unknown;
  readonly during?: (stand: KioskStand) => unknown;
  readonly code: string;
  /** What the loop falls back to: the playlist's good clip, or the built-in slides; null: either, the browser may keep clips in memory. */
  readonly shows: 'video' | 'slide' | null;
};

function contentFault(name: string, title: string, things: number, { before, during, code, shows }: ContentHarm): Fault {
  const run = async ({ seed, say }: FaultOptions): Promise<FaultResult> => {
    if (process.platform !== 'linux') return couldNot('the stand ends browsers by /proc');
    const found: string[] = [];
    const stand = await openStand((packDir) => before?.(packDir, seed));
    try {
      during?.(stand);
      const { longestStill, last } = await watchPicture(stand.page);
      say(`longest without a moving picture ${longestStill} ms, ${last} at the end`);
      if (longestStill > STILL_MOST) found.push(`nothing moved for ${longestStill} ms`);
      if (shows !== null && last !== shows) found.push(`the loop shows ${last} and should show ${shows}`);
      await stand.page.tap(4);
      const kept = stand.taps().length;
      if (!(await hasFault(stand, code))) found.push(`health does not carry ${code}: ${(await stand.faults()).join(', ') || 'no fault'}`);
      return { tries: things, lost: Math.max(0, 1 - kept), doubled: Math.max(0, kept - 1), worstMs: longestStill, found, could: 'run' };
    } finally {
      await stand.close();
    }
  };
  return { name, title, run };
}

/** The longest time in which no new frame came and no slide stood there. */
async function watchPicture(page: BrowserPage): Promise<{ readonly longestStill: number; readonly last: string }> {
  const ends = performance.now() + WATCHED;
  let [movedAt, longestStill, last] = [performance.now(), 0, 'nothing'];
  let before: number | 'slide' | null = null;
  while (performance.now() < ends) {
    const now = await page.picture();
    if (now === 'slide' || (now !== null && now !== before)) {
      movedAt = performance.now();
      last = now === 'slide' ? 'slide' : 'video';
    }
    before = now;
    longestStill = Math.max(longestStill, Math.round(performance.now() - movedAt));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { longestStill, last };
}

const kinds = Object.keys(HOSTILE_CLIPS).length;

export const CONTENT_FAULTS: readonly Fault[] = [
  contentFault('clips-hostile', 'truncated, bit-flipped, no video, empty, huge, unknown codec, endless head, beside one good clip: skipped, named, the good one plays', kinds, {
    before: (packDir, seed) => spoilClips(packDir, seed, true),
    code: 'CONTENT_CLIP_FAILED',
    shows: 'video',
  }),
  contentFault('clips-all-broken', 'no clip of the playlist can be shown: built-in slides', 1, {
    before: (packDir) => {
      for (const id of ['blue', 'orange']) writeFileSync(join(packDir, 'clips', `${id}.webm`), 'no video');
    },
    code: 'CONTENT_CLIP_FAILED',
    shows: 'slide',
  }),
  contentFault('clips-gone', 'the clips\' folder is taken away while the loop plays: the picture stays, from memory or as built-in slides', 1, {
    during: ({ packDir }) => rmSync(join(packDir, 'clips'), { recursive: true }),
    code: 'CONTENT_CLIP_FAILED',
    shows: null,
  }),
  contentFault('pack-corrupt', 'the pack\'s first file is damaged: the built-in pack', 1, {
    before: (packDir) => writeFileSync(join(packDir, 'pack.json'), '{"version": "2030'),
    code: 'CONTENT_INVALID',
    shows: 'slide',
  }),
];
