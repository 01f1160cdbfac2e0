import { describe, expect, it } from 'vitest';
import { shippedPack } from '#tests/driver/shipped-pack.ts';

const pack = await shippedPack();

describe('the clips of the pack', () => {
  it.each(pack.playlist.items.map((item) => [item.id, item] as const))('%s says in words, in both languages, what it shows (E090)', (_, item) => {
    if (item.kind !== 'clip') return;
    for (const words of [item.description?.vi ?? '', item.description?.en ?? '']) expect(words.length).toBeGreaterThan(60);
  });
});
