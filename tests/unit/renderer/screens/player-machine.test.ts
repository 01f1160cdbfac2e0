import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlayer, shownItem, stepPlayer, usableItems } from '#renderer/screens/attract/player-machine.ts';
import type { PlayerEffect, PlayerEvent, PlayerItem, PlayerState } from '#renderer/screens/attract/player-machine.ts';

const clip = (id: string): PlayerItem => ({ id, kind: 'clip', seconds: 20 });
const slide = (id: string): PlayerItem => ({ id, kind: 'slide', seconds: 10 });
const builtIn = [slide('built-in-1'), slide('built-in-2')];

function run(items: readonly PlayerItem[], events: readonly PlayerEvent[], failed: readonly string[] = []) {
  let state: PlayerState = createPlayer(items, builtIn, failed);
  const effects: PlayerEffect[] = [];
  for (const event of events) {
    const step = stepPlayer(state, event);
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects, shown: shownItem(state)?.id };
}

describe('the loop', () => {
  it('shows the first slide at once and loads the clip after it', () => {
    const { shown, effects } = run([slide('s'), clip('c')], [{ kind: 'start' }]);
    expect(shown).toBe('s');
    expect(effects).toContainEqual({ kind: 'load', slot: 'a', id: 'c' });
  });

  it('swaps on the first frame of the next clip, not on the end of the last one: no black between', () => {
    const before = run([clip('c1'), clip('c2')], [{ kind: 'start' }, { kind: 'playing', slot: 'a' }, { kind: 'ready', slot: 'b' }, { kind: 'due' }]);
    expect(before.shown).toBe('c1');
    expect(before.state.front).toBe('a');
    const after = stepPlayer(before.state, { kind: 'playing', slot: 'b' });
    expect(shownItem(after.state)?.id).toBe('c2');
    expect(after.effects).toContainEqual({ kind: 'retire', slot: 'a' });
    expect(after.effects).toContainEqual({ kind: 'played', id: 'c1' });
  });

  it('uses the retired element again for the clip after next', () => {
    const { effects } = run([clip('c1'), clip('c2'), clip('c3')], [{ kind: 'start' }, { kind: 'playing', slot: 'a' }, { kind: 'due' }, { kind: 'playing', slot: 'b' }]);
    expect(effects.filter((effect) => effect.kind === 'load')).toEqual([
      { kind: 'load', slot: 'a', id: 'c1' },
      { kind: 'load', slot: 'b', id: 'c2' },
      { kind: 'load', slot: 'a', id: 'c3' },
    ]);
  });

  it('loops a single clip through both elements', () => {
    const { state, shown } = run([clip('c')], [{ kind: 'start' }, { kind: 'playing', slot: 'a' }, { kind: 'due' }, { kind: 'playing', slot: 'b' }]);
    expect(shown).toBe('c');
    expect(state.front).toBe('b');
  });

  it('skips a broken clip, reports it once and does not try it again', () => {
    const { effects, state } = run(
      [slide('s'), clip('broken'), slide('t')],
      [{ kind: 'start' }, { kind: 'failed', slot: 'a', reason: 'missing' }, { kind: 'due' }, { kind: 'due' }, { kind: 'due' }],
    );
    expect(effects.filter((effect) => effect.kind === 'report')).toEqual([{ kind: 'report', id: 'broken', reason: 'missing' }]);
    expect(effects.filter((effect) => effect.kind === 'load')).toHaveLength(1);
    expect(state.failed).toEqual(['broken']);
  });

  it('remembers clips that failed before', () => {
    expect(run([clip('broken'), slide('s')], [{ kind: 'start' }], ['broken']).shown).toBe('s');
  });

  it('goes on at once when the clip on the screen breaks', () => {
    const { shown } = run([clip('c'), slide('s')], [{ kind: 'start' }, { kind: 'playing', slot: 'a' }, { kind: 'failed', slot: 'a', reason: 'decode' }]);
    expect(shown).toBe('s');
  });

  it('shows the built-in slides when the playlist is empty', () => {
    expect(run([], [{ kind: 'start' }, { kind: 'due' }]).shown).toBe('built-in-2');
  });

  it('shows the built-in slides when nothing of the playlist can be shown', () => {
    const { shown } = run([clip('a'), clip('b')], [
      { kind: 'start' },
      { kind: 'failed', slot: 'a', reason: 'missing' },
      { kind: 'failed', slot: 'a', reason: 'missing' },
    ]);
    expect(shown).toBe('built-in-1');
  });

  it('skips a clip whose picture stands still, and asks for a new page after three in a row', () => {
    const items = [clip('a'), clip('b'), clip('c'), slide('s')];
    const { effects } = run(items, [
      { kind: 'start' },
      { kind: 'playing', slot: 'a' },
      { kind: 'stalled' },
      { kind: 'playing', slot: 'b' },
      { kind: 'stalled' },
      { kind: 'playing', slot: 'a' },
      { kind: 'stalled' },
    ]);
    expect(effects.filter((effect) => effect.kind === 'report').map((effect) => effect.id)).toEqual(['a', 'b', 'c']);
    expect(effects.filter((effect) => effect.kind === 'reload')).toHaveLength(1);
  });

  it('forgets the stalls when a clip runs to its end', () => {
    const { state } = run([clip('a'), clip('b'), slide('s')], [{ kind: 'start' }, { kind: 'playing', slot: 'a' }, { kind: 'stalled' }, { kind: 'playing', slot: 'b' }, { kind: 'due' }]);
    expect(state.stalls).toBe(0);
  });

  it('holds the clip when paused and plays it on (E091)', () => {
    const { effects } = run([clip('c')], [{ kind: 'start' }, { kind: 'playing', slot: 'a' }, { kind: 'pause' }, { kind: 'resume' }]);
    expect(effects).toContainEqual({ kind: 'hold', slot: 'a' });
    expect(effects.at(-1)).toEqual({ kind: 'play', slot: 'a' });
  });

  it('goes to the built-in slides at once when the only clip left breaks while it is loaded again (promise 9)', () => {
    const { state, effects } = run([clip('c'), slide('s'), clip('a')], [
      { kind: 'start' },
      { kind: 'failed', slot: 'a', reason: 'broken' },
      { kind: 'still-failed', id: 's', reason: 'broken' },
      { kind: 'playing', slot: 'a' },
      { kind: 'failed', slot: 'b', reason: 'broken' },
    ]);
    expect(state.builtIn).toContain(shownItem(state));
    expect(state.front).toBeNull();
    expect(effects).toContainEqual({ kind: 'retire', slot: 'a' });
  });

  it('rests what is not due: it ends by itself, and what was loaded to follow it gives way', () => {
    const { state, effects, shown } = run([clip('a'), clip('b'), clip('c')], [{ kind: 'start' }, { kind: 'playing', slot: 'a' }, { kind: 'rest', ids: ['a', 'b'] }]);
    expect(shown).toBe('a');
    expect(effects.slice(-2)).toEqual([{ kind: 'retire', slot: 'b' }, { kind: 'load', slot: 'b', id: 'c' }]);
    const after = stepPlayer(stepPlayer(state, { kind: 'due' }).state, { kind: 'playing', slot: 'b' });
    expect(shownItem(after.state)?.id).toBe('c');
    expect(after.effects).toContainEqual({ kind: 'played', id: 'a' });
  });

  it('lets what has become due come before what was prepared', () => {
    const { effects } = run([clip('a'), clip('b'), clip('c')], [{ kind: 'start' }, { kind: 'rest', ids: ['b'] }, { kind: 'playing', slot: 'a' }, { kind: 'rest', ids: [] }]);
    expect(effects.filter((effect) => effect.kind === 'load').map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });

  it('shows the built-in slides while nothing is due, tells what was shown until then, and comes back when something is', () => {
    const resting = run([clip('a')], [{ kind: 'start' }, { kind: 'playing', slot: 'a' }, { kind: 'rest', ids: ['a'] }]);
    expect(resting.shown).toBe('built-in-1');
    expect(resting.effects.filter((effect) => effect.kind === 'played')).toEqual([{ kind: 'played', id: 'a' }]);
    const back = stepPlayer(resting.state, { kind: 'rest', ids: [] });
    expect(back.effects).toContainEqual({ kind: 'played', id: 'built-in-1' });
    expect(shownItem(stepPlayer(back.state, { kind: 'playing', slot: 'a' }).state)?.id).toBe('a');
  });

  it('always has something to show, whatever happens in whatever order (promise 9)', () => {
    const item = fc.oneof(fc.constantFrom('a', 'b', 'c').map(clip), fc.constantFrom('s', 't').map(slide));
    const slot = fc.constantFrom('a' as const, 'b' as const);
    const event: fc.Arbitrary<PlayerEvent> = fc.oneof(
      fc.constantFrom<PlayerEvent>({ kind: 'due' }, { kind: 'stalled' }, { kind: 'pause' }, { kind: 'resume' }, { kind: 'start' }),
      slot.map((one): PlayerEvent => ({ kind: 'ready', slot: one })),
      slot.map((one): PlayerEvent => ({ kind: 'playing', slot: one })),
      slot.map((one): PlayerEvent => ({ kind: 'failed', slot: one, reason: 'broken' })),
      fc.constantFrom('a', 's').map((id): PlayerEvent => ({ kind: 'still-failed', id, reason: 'broken' })),
      fc.subarray(['a', 'b', 'c', 's', 't']).map((ids): PlayerEvent => ({ kind: 'rest', ids })),
    );
    const list = fc.uniqueArray(item, { maxLength: 5, selector: ({ id }) => id });
    fc.assert(
      fc.property(list, fc.array(event, { maxLength: 60 }), (items, events) => {
        const { state } = run(items, [{ kind: 'start' }, ...events]);
        // Either something is on the screen, or the first clip is on its way and will be or fail.
        expect(shownItem(state) !== null || state.next !== null).toBe(true);
        expect(state.at).toBeLessThan(usableItems(state).length);
        expect(state.next?.slot === null || state.next?.slot !== state.front).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
