import type { Player } from './play-seeds.ts';
import type { Outcome } from './play-story.ts';
import type { Happening, Story } from './story.ts';

/** Most tries: a story of a hundred happenings needs about as many. */
const TRIES = 150;

/** What goes wrong, without the names of taps: a shorter story must show the same kind of wrong. */
export function kindOf({ wrongs }: Outcome): string {
  return (wrongs[0] ?? '').replaceAll(/[\d-]+/g, '#').slice(0, 60);
}

/** Leaves out of a failing story whatever can be left out while it goes wrong in the same way (delta debugging). */
export async function shrink(player: Player, story: Story, wrong: string): Promise<Story> {
  let kept: readonly Happening[] = story.happenings;
  let tries = 0;
  for (let size = Math.ceil(kept.length / 2); size >= 1 && tries < TRIES; ) {
    let isShorter = false;
    for (let start = 0; start < kept.length && tries < TRIES; ) {
      const without = [...kept.slice(0, start), ...kept.slice(start + size)];
      tries += 1;
      if (kindOf(await player.play({ ...story, happenings: without })) === wrong) {
        kept = without;
        isShorter = true;
      } else start += size;
    }
    if (size === 1 && !isShorter) break;
    if (size > 1) size = Math.ceil(size / 2);
  }
  return { ...story, happenings: kept };
}
