import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Face, FaceTile, scores } from '#renderer/art/face.tsx';
import { EventIcon, Icon, eventIconNames, iconNames } from '#renderer/art/icon.tsx';
import { Leaf, LotusMark, ThanksLotus } from '#renderer/art/lotus.tsx';
import { faceWash } from '#renderer/art/palette.ts';
import { TileStrip } from '#renderer/art/tile-strip.tsx';

const attribute = (svg: string, name: string): string | undefined => new RegExp(`<svg[^>]* ${name}="([^"]*)"`).exec(svg)?.[1];
/** Every colour that is not the ink of the line, the paper or the tongue: the wash. */
const washes = (svg: string): Set<string> =>
  new Set([...svg.matchAll(/fill="(#[0-9A-F]{6})"/gi)].map((found) => String(found[1])).filter((fill) => !['#1C1A2B', '#FFFCF5', '#E3878A'].includes(fill)));

describe('the five faces', () => {
  const drawn = scores.map((score) => renderToStaticMarkup(<Face score={score} />));

  it('share one size, one disc and one wash, so no answer weighs more (E153)', () => {
    expect(new Set(drawn.map((svg) => attribute(svg, 'viewBox')))).toEqual(new Set(['0 0 200 200']));
    for (const svg of drawn) expect(washes(svg)).toEqual(new Set([faceWash]));
    const discs = drawn.map((svg) => svg.slice(0, svg.indexOf('stroke-width="8"')));
    expect(new Set(discs).size).toBe(1);
  });

  it('differ from each other by brows and mouth alone (E154)', () => {
    expect(new Set(drawn).size).toBe(5);
    expect(drawn.join('')).not.toContain('#A2141E');
  });

  it('stand on the same tile', () => {
    const tiles = scores.map((score) => renderToStaticMarkup(<FaceTile score={score} />));
    expect(new Set(tiles.map((svg) => attribute(svg, 'viewBox')))).toEqual(new Set(['0 0 240 240']));
    expect(new Set(tiles.map((svg) => svg.slice(0, svg.indexOf('<g')))).size).toBe(1);
  });
});

describe('icons', () => {
  it.each(iconNames)('draws "%s" with a line in the colour of its text', (name) => {
    const svg = renderToStaticMarkup(<Icon name={name} />);
    expect(svg).toMatch(/ d="M[^"]+"/);
    expect(svg).toContain('currentColor');
    expect(svg).toContain('aria-hidden="true"');
    expect(svg).not.toContain('NaN');
  });

  it.each(eventIconNames)('prints one flat colour under the event icon "%s"', (name) => {
    expect(renderToStaticMarkup(<EventIcon name={name} />)).toContain('translate(2 2)');
  });

  it('is an image with a name when it is given a title', () => {
    const svg = renderToStaticMarkup(<Icon name="check" title="Đã xong" />);
    expect(svg).toContain('role="img"');
    expect(svg).toContain('<title>Đã xong</title>');
    expect(svg).not.toContain('aria-hidden');
  });
});

describe('lotus and floor', () => {
  it('gives the thanks lotus five petals that a screen can open one by one', () => {
    const svg = renderToStaticMarkup(<ThanksLotus />);
    expect([...svg.matchAll(/class="lotus-petal lotus-petal-/g)]).toHaveLength(5);
  });

  it('draws the mark, the leaf and both floors', () => {
    for (const picture of [<LotusMark key="m" />, <Leaf key="l" />, <TileStrip key="f" mood="full" />, <TileStrip key="q" mood="quiet" />]) {
      expect(renderToStaticMarkup(picture)).toContain('<path');
    }
  });

  it('gives two floors on one page different pattern names', () => {
    const html = renderToStaticMarkup(<><TileStrip mood="full" /><TileStrip mood="quiet" /></>);
    expect(new Set([...html.matchAll(/<pattern id="([^"]+)"/g)].map((found) => found[1])).size).toBe(2);
  });
});
