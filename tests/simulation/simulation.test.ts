import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { MUTANTS } from './mutants.ts';
import type { Player } from './play-seeds.ts';
import { shrink } from './shrink.ts';
import { tellStory } from './story.ts';
import { findMisfit, tryMutant } from './try-mutants.ts';

// In processes of its own: the simulation puts a whole process under its own time.
async function simulate(...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [inProject('tests', 'simulation', 'simulate.ts'), ...words], { maxBuffer: 1e8 });
  return stdout;
}

describe('the simulation', () => {
  it('loses no tap, doubles none, and counts each on its day through whatever 50 seeds do to them (promises 1 to 4)', async () => {
    const said = await simulate('--seeds', '1..50', '--json');
    expect(said.trimEnd().split('\n')).toHaveLength(1);
    const figures = JSON.parse(said) as { readonly taps: number; readonly injected: Record<string, number> };
    expect(figures).toMatchObject({ seeds: 50, lost: 0, doubled: 0, wrong: 0 });
    expect(figures.taps).toBeGreaterThan(500);
    expect(Object.keys(figures.injected).length).toBeGreaterThan(25);
  });

  it('plays a seed the same each time, to the last line', async () => {
    const [one, other] = await Promise.all([simulate('--story', '8'), simulate('--story', '8')]);
    expect(one).toMatch(/digest [0-9a-f]{16}\n/);
    expect(other).toBe(one);
  });

  it('leaves out of a failing story what it does not need', async () => {
    const story = tellStory(3);
    const [needed] = story.happenings.filter(({ kind }) => kind === 'visit').slice(-1);
    const player = { play: async ({ happenings }: typeof story) => ({ wrongs: happenings.includes(needed as never) ? ['tap t-7-0 is lost'] : [] }) } as unknown as Player;
    expect((await shrink(player, story, 'tap t# is lost')).happenings).toEqual([needed]);
  });
});

describe('planted mistakes', () => {
  it('can all be planted: the sources hold each text once', () => {
    expect(MUTANTS.map(findMisfit).filter((why) => why !== null)).toEqual([]);
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
  });

  it.each(['the kiosk marks one too many', 'the centre forgets a retract', 'nothing is skipped that is there already'])('are caught: %s', async (name) => {
    const [mutant] = MUTANTS.filter((one) => one.name === name);
    if (mutant === undefined) throw new Error('there is no such mutant');
    expect(await tryMutant(mutant, { from: 1, to: 40 })).toMatchObject({ caught: true });
  });
});
