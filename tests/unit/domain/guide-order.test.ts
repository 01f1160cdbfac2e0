import { describe, expect, it } from 'vitest';
import { JOINED_FIELD, channelOrder, guideRank } from '#domain/guide-order.ts';

const guide = { kind: 'guide', field: 'Hộ tịch', channels: ['online', 'counter'] } as const;
const card = { ...guide, kind: 'card' } as const;
const posted = { ...guide, channels: ['online', 'counter', 'post'] } as const;
const joined = { ...card, field: JOINED_FIELD } as const;

type Ranked = Parameters<typeof guideRank>[0];
const sorted = (all: readonly Ranked[], atPostOffice: boolean): readonly Ranked[] => [...all].sort((a, b) => guideRank(a, atPostOffice) - guideRank(b, atPostOffice));

describe('the order of guides', () => {
  it('puts a package before the single procedures it spares, even as a short card', () => {
    expect(sorted([card, guide, joined], false)).toEqual([joined, guide, card]);
  });

  it('puts what the post office takes first at a post office, and only there', () => {
    expect(sorted([joined, guide, posted], true)).toEqual([posted, joined, guide]);
    expect(sorted([joined, { ...guide, mostUsed: 1 }, posted], false)[0]).toBe(joined);
  });

  it('puts the most used first among equals', () => {
    const used = { ...guide, mostUsed: 3 };
    const more = { ...guide, mostUsed: 2 };
    expect(sorted([guide, used, more], false)).toEqual([more, used, guide]);
  });
});

describe('the order of ways of filing', () => {
  it('begins with the post at a post office and keeps the pack’s order elsewhere', () => {
    expect(channelOrder(['online', 'counter', 'post'], true)).toEqual(['post', 'online', 'counter']);
    expect(channelOrder(['online', 'counter', 'post'], false)).toEqual(['online', 'counter', 'post']);
    expect(channelOrder(['online', 'counter'], true)).toEqual(['online', 'counter']);
  });
});
