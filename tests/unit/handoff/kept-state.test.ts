import { describe, expect, it } from 'vitest';
import { forgetEverything, keeperOf, NOTHING_KEPT, parseKeptState } from '#handoff/phone/kept-state.ts';

function memory(): { readonly store: Map<string, string>; readonly open: () => { getItem: (key: string) => string | null; setItem: (key: string, value: string) => void } } {
  const store = new Map<string, string>();
  return {
    store,
    open: () => ({ getItem: (key) => store.get(key) ?? null, setItem: (key, value) => void store.set(key, value) }),
  };
}

describe('what the phone keeps', () => {
  it('comes back as it was, for its own guide only', () => {
    const { open } = memory();
    const state = { answers: { a: '1' }, ticks: ['p-form'], edition: 'e1', said: ['score'] } as const;
    keeperOf('khai-sinh', open).save(state);
    expect(keeperOf('khai-sinh', open).load()).toEqual(state);
    expect(keeperOf('khai-tu', open).load()).toEqual(NOTHING_KEPT);
  });

  it('is nothing, and no error, where the browser refuses to keep anything', () => {
    const blocked = keeperOf('khai-sinh', () => {
      throw new Error('SecurityError');
    });
    blocked.save({ ...NOTHING_KEPT, ticks: ['p-form'] });
    expect(blocked.load()).toEqual(NOTHING_KEPT);
  });

  it.each(['', '{', 'null', '7', '{"answers":7,"ticks":7}', '{"answers":{"a":7,"toString":"1"},"ticks":[1,null]}'])('forgives what another program wrote: %s', (text) => {
    expect(parseKeptState(text)).toEqual(NOTHING_KEPT);
  });

  it('reads what an earlier page wrote, which knew of no edition', () => {
    expect(parseKeptState('{"answers":{"a":"1"},"ticks":["p-form"]}')).toEqual({ answers: { a: '1' }, ticks: ['p-form'], edition: '', said: [] });
    expect(parseKeptState('{"answers":{},"ticks":[],"edition":7,"said":["name","score"]}')).toEqual({ ...NOTHING_KEPT, said: ['score'] });
  });

  it('forgets every guide and every answer that waits, and nothing of others', () => {
    const storage: Record<string, unknown> = { 'mot-cham:khai-sinh': '{}', 'mot-cham:khai-tu': '{}', 'mot-cham.answers': '[]', theirs: '1' };
    forgetEverything(() => storage);
    expect(storage).toEqual({ theirs: '1' });
    expect(() => forgetEverything(() => { throw new DOMException('denied', 'SecurityError'); })).not.toThrow();
  });
});
