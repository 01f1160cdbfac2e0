import { describe, expect, it } from 'vitest';
import { endSentence, gluePhrases } from '#renderer/ui/phrases.ts';

describe('lines break by phrase', () => {
  it('keeps the words of a phrase on one line', () => {
    expect(gluePhrases('Cư trú và giấy tờ tùy thân')).toBe('Cư\u00a0trú và giấy\u00a0tờ tùy\u00a0thân');
  });

  it('glues nothing inside a longer word and changes no letter', () => {
    const text = 'Cây tế nhị, kịch bản giấyx';
    expect(gluePhrases(text)).toBe(text);
    expect(gluePhrases('Đăng ký khai sinh').replaceAll('\u00a0', ' ')).toBe('Đăng ký khai sinh');
  });

  it('keeps Chinese words whole, and what stands between them apart', () => {
    const glued = gluePhrases('土地过户：买卖、赠与、继承');
    expect(glued.replaceAll('\u2060', '')).toBe('土地过户：买卖、赠与、继承');
    expect(glued.split('：')[1]).toBe('买\u2060卖、赠\u2060与、继\u2060承');
    expect(gluePhrases('我还没有 VNeID')).toContain(' VNeID');
  });

  it('ends a sentence with the mark of its script', () => {
    expect([endSentence('địa chỉ motcham.vn'), endSentence('网址为 motcham.vn 的页面')]).toEqual(['địa chỉ motcham.vn.', '网址为 motcham.vn 的页面。']);
  });
});
