import { describe, expect, it } from 'vitest';
import { clipOf, drawnClips } from '#assets/clips/scenes/index.ts';
import { ARRIVAL_SECONDS, FRAME_RATE, HEADLINE, signatureAt, standingAt } from '#assets/clips/clip.ts';
import { readingSeconds, secondsOf } from '#assets/clips/text/clip-text.ts';
import { shownTexts } from '#assets/clips/text/index.ts';

const clips = shownTexts.map(clipOf);
const moments = (seconds: number): readonly number[] => Array.from({ length: Math.round(seconds * FRAME_RATE) }, (_, i) => i / FRAME_RATE);

describe.each(clips.map((clip) => [clip.text.id, clip] as const))('the clip %s', (_, clip) => {
  const { text } = clip;

  it('lasts 15 to 30 seconds', () => {
    expect(secondsOf(text)).toBeGreaterThanOrEqual(15);
    expect(secondsOf(text)).toBeLessThanOrEqual(30);
  });

  it('draws every page that its text names, and no other', () => {
    expect(Object.keys(clip.pages).toSorted()).toEqual(text.pages.map(({ id }) => id).toSorted());
    const drawn = drawnClips.find((one) => one.text.id === text.id);
    expect(Object.keys(drawn?.pages ?? clip.pages).toSorted()).toEqual(text.pages.map(({ id }) => id).toSorted());
    for (const page of text.pages) expect(page.picture === undefined).toBe(drawn !== undefined);
    expect(text.pages.map(({ arrival }) => arrival === 'first')).toEqual(text.pages.map((_page, i) => i === 0));
  });

  it('lets every headline and label stand half a second for each word after it is written', () => {
    const short = text.pages.flatMap((page) => {
      const written = (page.arrival === 'first' ? 0 : HEADLINE.from) + HEADLINE.seconds;
      const headline = { text: page.lines.join(' '), from: written };
      return [headline, ...Object.values(page.labels ?? {})].filter(({ text: words, from }) => page.seconds - from < readingSeconds(words) - 0.001);
    });
    expect(short).toEqual([]);
  });

  it('breaks the same words into other lines for the wide shape', () => {
    for (const page of text.pages) expect((page.wideLines ?? page.lines).join(' ')).toBe(page.lines.join(' '));
  });

  it('looks the same at the same moment, and shows one page or two that meet', () => {
    for (const t of moments(secondsOf(text))) {
      expect(signatureAt(clip, t)).toBe(signatureAt(clip, t));
      expect(standingAt(text, t).length).toBeLessThanOrEqual(2);
    }
  });

  it('comes to rest: some moments are still, and the last page has arrived long before the end', () => {
    const looks = moments(secondsOf(text)).map((t) => signatureAt(clip, t));
    expect(new Set(looks).size).toBeLessThan(looks.length * 0.85);
    expect(text.pages.at(-1)?.seconds).toBeGreaterThan(ARRIVAL_SECONDS * 3);
  });
});

describe('the texts of the clips', () => {
  it('belong to every clip that is drawn for itself alone', () => {
    expect(drawnClips.filter((clip) => !shownTexts.includes(clip.text))).toEqual([]);
  });

  it('refuse a page that nobody drew', () => {
    const [first] = shownTexts;
    expect(() => clipOf({ id: 'x', title: first?.title ?? { vi: 'x', en: 'x' }, description: { vi: 'x', en: 'x' }, pages: [{ id: 'a', seconds: 4, arrival: 'first', lines: ['a'] }], captions: [] })).toThrow('names no picture');
  });
});
