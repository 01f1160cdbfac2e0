import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Value } from 'typebox/value';
import { Guide } from '#contract/content-pack.ts';
import { inProject } from '#build/project-root.ts';
import { parseWebVtt } from '#assets/check/rules/web-vtt.ts';
import { LABEL_TIMES, LONGEST_LABEL } from '#assets/clips/pictures/names.ts';
import { webVttOf } from '#assets/clips/make/write-captions.ts';
import { secondsOf } from '#assets/clips/text/clip-text.ts';
import { birthPackage } from '#assets/clips/text/birth-package.ts';
import { digitalDay } from '#assets/clips/text/digital-day.ts';
import { goodDesk } from '#assets/clips/text/good-desk.ts';
import { stillTexts } from '#assets/clips/text/stills.ts';
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

  it('take the linked birth package’s time from its guide, and end with that fact (promise 8)', () => {
    const guide = Value.Parse(Guide, JSON.parse(readFileSync(inProject('assets/pack/guides/lien-thong-khai-sinh.json'), 'utf8')));
    const [usual, longest] = guide.time;
    const labels = birthPackage.pages.find(({ id }) => id === 'time')?.labels ?? {};
    expect(birthPackage.guide).toBe(guide.slug);
    expect(labels['one']?.text).toBe(usual?.headline.vi);
    expect(labels['two']?.text).toContain(longest?.headline.vi);
    expect(labels['three']?.text).toMatch(/^Nguồn: Cổng Dịch vụ công quốc gia, \d+\/\d{4}$/);
    expect(guide.time.map(({ provenance }) => provenance.mark)).not.toContain('C');
    expect(birthPackage.schedule?.until).toBe(guide.time.map(({ provenance }) => provenance.expiresOn).toSorted()[0]);
  });

  it('take the still of VNeID away with the fee that it names (promise 8)', () => {
    const guide = Value.Parse(Guide, JSON.parse(readFileSync(inProject('assets/pack/guides/vneid-muc-2.json'), 'utf8')));
    expect(guide.fee[0]?.headline.vi).toBe('Miễn phí');
    expect(stillTexts.find(({ id }) => id === 'still-vneid')?.schedule?.until).toBe(guide.fee[0]?.provenance.expiresOn);
  });

  it('keep the campaign of 10 October to its days, and say of an example on every page that it is one', () => {
    expect(digitalDay.schedule?.from).toMatch(/^\d{4}-10-01$/);
    expect(digitalDay.schedule?.until).toBe(digitalDay.schedule?.from?.replace('10-01', '10-10'));
    expect(goodDesk.pages.every(({ tag }) => tag === 'Minh họa')).toBe(true);
    expect(goodDesk.title.vi).toMatch(/^Minh họa/);
  });

  it('keep every label of a ready picture to the length that has room there', () => {
    const pages = [...shownTexts.flatMap((text) => text.pages), ...stillTexts.map(({ page }) => page)];
    const long = pages.flatMap(({ picture, labels }) => (picture === undefined ? [] : Object.values(labels ?? {}).filter(({ text }) => text.length > LONGEST_LABEL[picture.name])));
    expect(long).toEqual([]);
    expect(Object.keys(LONGEST_LABEL)).toEqual(Object.keys(LABEL_TIMES));
  });
});
