import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Value } from 'typebox/value';
import { Guide } from '#contract/content-pack.ts';
import { inProject } from '#build/project-root.ts';
import { parseWebVtt } from '#assets/check/rules/web-vtt.ts';
import { webVttOf } from '#assets/clips/make/write-captions.ts';
import { secondsOf } from '#assets/clips/text/clip-text.ts';
import { shownTexts } from '#assets/clips/text/index.ts';
import { whyOnline } from '#assets/clips/text/why-online.ts';

const everyText = shownTexts.flatMap((text) => [
  ...Object.values(text.title),
  ...Object.values(text.description),
  ...text.pages.flatMap((page) => [...page.lines, ...Object.values(page.labels ?? {}).map((label) => label.text)]),
  ...text.captions.flatMap(({ vi, en }) => [vi, en]),
]);

describe('the texts of the clips', () => {
  it('are in composed form (E030) and in sentences, not in capitals (E027)', () => {
    expect(everyText.filter((text) => text !== text.normalize('NFC'))).toEqual([]);
    expect(everyText.filter((text) => text.length > 12 && text === text.toUpperCase())).toEqual([]);
  });

  it.each(shownTexts.map((text) => [text.id, text] as const))('caption all of %s within its seconds, in order and never two at once (E088)', (_, text) => {
    for (const language of ['vi', 'en'] as const) {
      const { cues, mistakes } = parseWebVtt(webVttOf(text, language));
      expect(mistakes).toEqual([]);
      expect(cues).toHaveLength(text.captions.length);
      cues.forEach((cue, i) => expect(cue.start).toBeGreaterThanOrEqual(cues[i - 1]?.end ?? 0));
      expect(cues.at(-1)?.end).toBeLessThanOrEqual(secondsOf(text));
    }
  });

  it('show a caption long enough to be read: at most 20 signs a second', () => {
    const fast = shownTexts.flatMap(({ captions }) => captions.filter(({ from, until, vi, en }) => Math.max(vi.length, en.length) / (until - from) > 20));
    expect(fast).toEqual([]);
  });

  it('name the fee that the guide names, with the exempt beside it (promise 8)', () => {
    const guide = Value.Parse(Guide, JSON.parse(readFileSync(inProject('assets/pack/guides/thuong-tru.json'), 'utf8')));
    const [online, desk] = guide.fee.map(({ headline }) => headline.vi);
    const labels = whyOnline.pages.find(({ id }) => id === 'fee')?.labels;
    expect(guide.slug).toBe(whyOnline.guide);
    expect([labels?.['onlineFee']?.text, labels?.['deskFee']?.text]).toEqual([online, desk]);
    expect(labels?.['source']?.text).toMatch(/^Nguồn: Cổng Dịch vụ công quốc gia, \d+\/\d{4}$/);
    expect(labels?.['exempt']?.text).toContain('miễn');
  });
});
