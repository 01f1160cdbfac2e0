import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { LifeEvent } from '#contract/content-pack.ts';
import { EventIcon, Icon, type EventIconName } from '#renderer/art/icon.tsx';
import { LotusMark } from '#renderer/art/lotus.tsx';
import { TileStrip } from '#renderer/art/tile-strip.tsx';
import { PAGE_ICONS } from './art.ts';

/** Drawings of renderer/art as svg text. */
export type DrawnArt = {
  readonly sprite: string;
  readonly mark: string;
  /** By the pack's icon name of a life event. */
  readonly events: Readonly<Record<string, string>>;
};

/** The pack names life events by meaning; the art names its drawings by what they show. */
const EVENT_DRAWINGS: Readonly<Record<LifeEvent['icon'], EventIconName>> = {
  birth: 'baby',
  study: 'book',
  work: 'briefcase',
  residence: 'idCard',
  marriage: 'rings',
  house: 'build',
  health: 'health',
  vehicle: 'motorbike',
  retirement: 'heart',
  death: 'candle',
  complaint: 'scales',
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
