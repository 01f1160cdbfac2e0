import { describe, expect, it } from 'vitest';
import { keeperOf, NOTHING_KEPT, parseKeptState } from '#handoff/phone/kept-state.ts';

function memory(): { readonly store: Map<string, string>; readonly open: () => { getItem: (key: string) => string | null; setItem: (key: string, value: string) => void; removeItem: (key: string) => void } } {
  const store = new Map<string, string>();
  return {
    store,
    open: () => ({ getItem: (key) => store.get(key) ?? null, setItem: (key, value) => void store.set(key, value), removeItem: (key) => void store.delete(key) }),
  };
}

describe('what the phone keeps', () => {
  it('comes back as it was, for its own guide only', () => {
    const { open } = memory();
    const state = { answers: { a: '1' }, ticks: ['p-form'] };
    keeperOf('khai-sinh', open).save(state);
    expect(keeperOf('khai-sinh', open).load()).toEqual(state);
    expect(keeperOf('khai-tu', open).load()).toEqual(NOTHING_KEPT);
  });

  it('leaves nothing behind when cleared', () => {
    const { store, open } = memory();
    const keeper = keeperOf('khai-sinh', open);
    keeper.save({ answers: { a: '1' }, ticks: [] });
    keeper.clear();
    expect(store.size).toBe(0);
  });

  it('is nothing, and no error, where the browser refuses to keep anything', () => {
    const blocked = keeperOf('khai-sinh', () => {
      throw new Error('SecurityError');
    });
    blocked.save({ answers: {}, ticks: ['p-form'] });
    blocked.clear();
    expect(blocked.load()).toEqual(NOTHING_KEPT);
  });

  it.each(['', '{', 'null', '7', '{"answers":7,"ticks":7}', '{"answers":{"a":7,"toString":"1"},"ticks":[1,null]}'])('forgives what another program wrote: %s', (text) => {
    expect(parseKeptState(text)).toEqual(NOTHING_KEPT);
  });
});
