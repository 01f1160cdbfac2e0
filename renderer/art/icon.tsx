import type { ReactElement } from 'react';
import * as palette from './palette.ts';
import { controlLines, eventLines, thingLines } from './icon-lines.ts';
import type { IconDrawing } from './icon-lines.ts';
import { Picture } from './ink.tsx';
import type { PictureProps } from './ink.tsx';
import { box, ellipse } from './shape.ts';

export type EventIconName = keyof typeof eventLines;
export type IconName = keyof typeof controlLines | keyof typeof thingLines | EventIconName;

const drawings: Readonly<Record<IconName, IconDrawing>> = { ...controlLines, ...thingLines, ...eventLines };

const isIconName = (name: string): name is IconName => Object.hasOwn(drawings, name);
const isEventIconName = (name: string): name is EventIconName => Object.hasOwn(eventLines, name);

export const iconNames: readonly IconName[] = Object.keys(drawings).filter(isIconName);
export const eventIconNames: readonly EventIconName[] = Object.keys(eventLines).filter(isEventIconName);

function Lines({ name }: { readonly name: IconName }): ReactElement {
  const { line, dots } = drawings[name];
  return (
    <>
      <path d={line} fill="none" stroke="currentColor" strokeWidth={3.5} strokeLinecap="round" strokeLinejoin="round" />
      {dots === undefined ? null : <path d={dots} fill="currentColor" />}
    </>
  );
}

/** A line icon in the colour of the text around it. */
export function Icon({ name, ...rest }: PictureProps & { readonly name: IconName }): ReactElement {
  return (
    <Picture viewBox="0 0 48 48" {...rest}>
      <Lines name={name} />
    </Picture>
  );
}

type Plate = { readonly d: string; readonly fill: string };

const plates: Readonly<Record<EventIconName, Plate>> = {
  baby: { d: ellipse(24, 27.5, 15.5), fill: palette.lotus },
  rings: { d: `${ellipse(16.5, 30, 11.5)}${ellipse(31.5, 30, 11.5)}M31.5 18.5L26 12l3-4.500h5l3 4.500z`, fill: palette.sophora },
  candle: { d: 'M17 23h14v20H17zM24 4c4.500 4 6 6.500 6 9a6 6 0 0 1-12 0c0-2.500 1.500-5 6-9z', fill: palette.sophora },
  house: { d: 'M4 24.500 24 6l20 18.500H38V42H10V24.500z', fill: palette.lotus },
  idCard: { d: box(3.5, 9, 41, 30, 4), fill: palette.sophora },
  build: { d: 'M10 42V23l14-12 14 12v19zM31 16.500V8h6v13.500z', fill: palette.sophora },
  motorbike: { d: `${ellipse(10.5, 35, 6.5)}${ellipse(37.5, 35, 6.5)}M4 28.500c1.500-3.500 4-5 7.500-5h13.500c2.500 0 3 2 1.500 3.800L17 35zM8.500 17.500h15.500v4H8.500z`, fill: palette.leaf },
  health: { d: `${ellipse(36.5, 22.5, 5.5)}M9 5.500V15a9.500 9.500 0 0 0 19 0V5.500z`, fill: palette.lotus },
  heart: { d: eventLines.heart.line, fill: palette.lotus },
  book: { d: 'M24 13C19 9 12 8.500 4.500 9.500V38c7.500-1 14.500-.5 19.500 3.500 5-4 12-4.500 19.500-3.500V9.500C36 8.500 29 9 24 13z', fill: palette.paleSophora },
  briefcase: { d: box(4, 14, 40, 28, 4), fill: palette.wood },
  scales: { d: 'M4 28.500c1 6.500 12 6.500 13 0zM31 28.500c1 6.500 12 6.500 13 0zM10.500 12.500 4 28.500h13zM37.500 12.500 31 28.500h13z', fill: palette.sophora },
};

/** A life event's icon with its one flat colour, printed two units off. Its line is ink on any ground. */
export function EventIcon({ name, ...rest }: PictureProps & { readonly name: EventIconName }): ReactElement {
  const { d, fill } = plates[name];
  return (
    <Picture viewBox="0 0 48 48" {...rest}>
      <path d={d} fill={fill} transform="translate(2 2)" />
      <g color={palette.ink}>
        <Lines name={name} />
      </g>
    </Picture>
  );
}
