import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { hookDisks } from './disk-hooks.ts';
import { beginStories, playStory, type Outcome } from './play-story.ts';
import type { Story } from './story.ts';

/** Plays stories in this process, which it puts under simulated time and over hooked disks for good. */
export type Player = { readonly play: (story: Story, tells?: boolean) => Promise<Outcome>; readonly close: () => void };

/** Memory that is spoken to as a disk, where there is one: no file here has to survive the machine. */
const SHARED_MEMORY = '/dev/shm';

export async function openPlayer(): Promise<Player> {
  const root = mkdtempSync(join(existsSync(SHARED_MEMORY) ? SHARED_MEMORY : tmpdir(), 'simulate-'));
  const template = join(root, 'template.db');
  const { repositories } = await openSqliteRepositories(template, 0);
  await repositories.care.close();
  const unhook = hookDisks();
  const leave = beginStories();
  return {
    play: async (story, tells = false) => {
      try {
        return await playStory(story, { root, template }, tells);
      } catch (cause: unknown) {
        const what = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
        return { seed: story.seed, taps: 0, lost: 0, doubled: 0, wrongs: [`the simulation itself failed: ${what}`], counts: {}, injected: {}, digest: '', lines: [] };
      } finally {
        rmSync(join(root, `seed-${story.seed}`), { recursive: true, force: true });
      }
    },
    close: () => {
      leave();
      unhook();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
