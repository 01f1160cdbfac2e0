import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Face } from '#renderer/art/face.tsx';
import { EventIcon, Icon } from '#renderer/art/icon.tsx';
import { LotusMark } from '#renderer/art/lotus.tsx';
import { EVENT_DRAWINGS, STEP_DRAWINGS } from '#renderer/art/pack-drawings.ts';
import { stepScene } from '#renderer/art/scenes/index.ts';
import { TileStrip } from '#renderer/art/tile-strip.tsx';
import { SCORES } from '#domain/score.ts';
import { PAGE_ICONS } from './art.ts';

/** Drawings of renderer/art as svg text. */
export type DrawnArt = {
  readonly sprite: string;
  readonly mark: string;
  /** By the pack's icon name of a life event. */
  readonly events: Readonly<Record<string, string>>;
  /** By the pack's name of a step's scene, 1080 × 520 units. */
  readonly scenes: Readonly<Record<string, string>>;
  /** By score. */
  readonly faces: Readonly<Record<string, string>>;
};

const draw = (picture: ReactElement): string => renderToStaticMarkup(picture);

export function drawArt(): DrawnArt {
  const symbols = PAGE_ICONS.map((name) =>
    draw(<Icon name={name} />)
      .replace(/^<svg[^>]*>/, `<symbol id="i-${name}" viewBox="0 0 48 48">`)
      .replace(/<\/svg>$/, '</symbol>'),
  );
  return {
    sprite: `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`,
    mark: draw(<LotusMark />),
    scenes: Object.fromEntries(Object.entries(STEP_DRAWINGS).map(([name, drawing]) => [name, draw(createElement(stepScene(drawing)))])),
    faces: Object.fromEntries(SCORES.map((score) => [String(score), draw(<Face score={score} />)])),
    events: Object.fromEntries(Object.entries(EVENT_DRAWINGS).map(([name, drawing]) => [name, draw(<EventIcon name={drawing} />)])),
  };
}

/** One tile of the floor as a picture file for the style sheet: a strict CSP takes no data address. */
export function drawTile(): string {
  return `${draw(<TileStrip mood="quiet" />)
    .replace('width="100%"', 'width="54"')
    .replace(/ style="[^"]*"/, '')
    .replaceAll('_R_0_', 'tile')}\n`;
}
