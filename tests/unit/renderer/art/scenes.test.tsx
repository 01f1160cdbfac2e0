import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import {
  AttractScene,
  EmptyPlaylist,
  EventFigure,
  HandoffFigure,
  HomeCrowd,
  OutOfService,
  PlainFigure,
  StuckMark,
  UndoDots,
  Welcome,
  attractSlides,
  eventFigure,
  eventNames,
  stepScene,
  stepSceneNames,
} from '#renderer/art/scenes/index.ts';

/** A picture that draws something, with no broken number and no words of its own. */
function expectPicture(svg: string): void {
  expect(svg).toMatch(/^<svg/);
  expect([...svg.matchAll(/<path d="M/g)].length).toBeGreaterThan(2);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
}

const words = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((found) => String(found[1]));

describe('step pictures', () => {
  it.each(stepSceneNames)('draws "%s" with no words of its own', (name) => {
    const Scene = stepScene(name);
    const svg = renderToStaticMarkup(<Scene />);
    expectPicture(svg);
    expect(svg).toContain('viewBox="0 0 1080 520"');
    expect(svg).toContain('aria-hidden="true"');
    expect(words(svg)).toEqual([]);
  });

  it('shows right and wrong by tick, cross and the words it is given', () => {
    const Scene = stepScene('photograph-papers');
    expect(words(renderToStaticMarkup(<Scene labels={{ right: 'Đủ bốn góc', wrong: 'Mất góc' }} />))).toEqual(['Đủ bốn góc', 'Mất góc']);
  });

  it('draws the same picture every time', () => {
    const Scene = stepScene('sign-together');
    expect(renderToStaticMarkup(<Scene />)).toBe(renderToStaticMarkup(<Scene />));
  });
});

describe('life events', () => {
  it.each(eventNames)('has a header figure for "%s"', (name) => {
    expectPicture(renderToStaticMarkup(<EventFigure name={name} />));
  });

  it('has no figure for a name that no one drew', () => {
    expect(eventFigure('toString')).toBeUndefined();
    expect(eventFigure('birth')).toBeDefined();
  });
});

describe('the waiting screen', () => {
  it.each(attractSlides)('composes slide "%s" for a tall and for a wide box', (slide) => {
    const tall = renderToStaticMarkup(<AttractScene slide={slide} shape="tall" />);
    const wide = renderToStaticMarkup(<AttractScene slide={slide} shape="wide" />);
    expectPicture(tall);
    expectPicture(wide);
    expect(tall).toContain('viewBox="0 0 1080 1006"');
    expect(wide).toContain('viewBox="0 0 1920 620"');
    expect(words(tall)).toEqual([]);
  });
});

describe('other pictures', () => {
  it('draws the crowd, the hand-off and the marks', () => {
    for (const picture of [<HomeCrowd key="a" />, <HandoffFigure key="b" />, <PlainFigure key="c" />, <EmptyPlaylist key="d" />, <OutOfService key="e" />, <Welcome key="f" />]) {
      expectPicture(renderToStaticMarkup(picture));
    }
    expect(renderToStaticMarkup(<StuckMark />)).toContain('<path');
  });

  it('fills as many undo dots as seconds are left', () => {
    const full = (left: number): number => [...renderToStaticMarkup(<UndoDots left={left} />).matchAll(/fill="#1C1A2B"/g)].length;
    expect([5, 3, 0].map(full)).toEqual([5, 3, 0]);
  });
});
