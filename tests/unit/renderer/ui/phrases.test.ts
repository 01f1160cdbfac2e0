import { describe, expect, it } from 'vitest';
import { gluePhrases } from '#renderer/ui/phrases.ts';

describe('lines break by phrase', () => {
  it('keeps the words of a phrase on one line', () => {
    expect(gluePhrases('Cư trú và giấy tờ tùy thân')).toBe('Cư\u00a0trú và giấy\u00a0tờ tùy\u00a0thân');
  });

  it('glues nothing inside a longer word and changes no letter', () => {
    const text = 'Cây tế nhị, kịch bản giấyx';
    expect(gluePhrases(text)).toBe(text);
    expect(gluePhrases('Đăng ký khai sinh').replaceAll('\u00a0', ' ')).toBe('Đăng ký khai sinh');
  });
});
