/** Where things lie in a picture of a given size. Lengths in pixels of the clip. */
export type Layout = {
  readonly width: number;
  readonly height: number;
  /** Headline above the people, or to their left. */
  readonly shape: 'tall' | 'wide';
  readonly plate: { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly font: number; /** Lines are broken for a narrow, high plate. */ readonly narrow: boolean };
  /** The stage is 1080 units wide with its floor at y = 0; figures stand in its middle. */
  readonly stage: { readonly x: number; readonly floor: number; readonly scale: number };
  /** The tile strip and what lies below it; null where the kiosk's own floor joins the lower edge. */
  readonly floor: { readonly y: number; readonly height: number } | null;
};

const STAGE_WIDTH = 1080;
/** Nothing that matters is drawn higher than this above the floor (stage units). */
const STAGE_HEIGHT = 640;
/** The tallest figure with the air above it (stage units). */
const TALLEST = 600;
const WIDE_FROM = 1.3;
/** A tablet shows the wide shape without this much of its upper edge. */
const WIDE_TOP = 0.135;

/**
 * @param floor draws the tile strip in the picture, for screens that have no floor of their own
 * @throws on a size in which no text could be read
 */
export function layoutFor(width: number, height: number, floor: boolean): Layout {
  if (width < 320 || height < 180) throw new Error('a clip is at least 320 × 180');
  const shape = width / height >= WIDE_FROM ? 'wide' : 'tall';
  const strip = floor ? Math.round((shape === 'tall' ? width / 1080 : height / 1080) * 84) : 0;
  const below = floor ? Math.round(strip * (shape === 'tall' ? 1.5 : 0.75)) : 0;
  const ground = height - strip - below;
  return {
    width,
    height,
    shape,
    ...(shape === 'tall' ? tallPlaces(width, ground) : widePlaces(width, ground)),
    floor: floor ? { y: ground, height: strip } : null,
  };
}

function tallPlaces(width: number, ground: number): Pick<Layout, 'plate' | 'stage'> {
  const unit = width / STAGE_WIDTH;
  // On a long screen the words grow with the room above the people.
  const spare = Math.max(0, ground / unit - 1008);
  const narrow = spare > 420;
  const font = (122 + Math.min(44, spare / 12)) * unit;
  const plateHeight = font * (narrow ? 4.1 : 2.86);
  const scale = Math.min(unit * (1 + Math.min(0.05, spare / 4200)), (ground - 62 * unit - plateHeight) / TALLEST);
  const y = 62 * unit + Math.max(0, ground - plateHeight - 62 * unit - STAGE_HEIGHT * scale) * 0.46;
  return {
    plate: { x: 44 * unit, y, width: width - 88 * unit, height: plateHeight, font, narrow },
    stage: { x: (width - STAGE_WIDTH * scale) / 2, floor: ground, scale },
  };
}

function widePlaces(width: number, ground: number): Pick<Layout, 'plate' | 'stage'> {
  const margin = width * 0.04;
  const scale = Math.min((ground * 0.9) / STAGE_HEIGHT, (width * 0.51) / STAGE_WIDTH);
  const stageX = width - margin * 0.6 - STAGE_WIDTH * scale;
  const plateWidth = stageX - margin - width * 0.012;
  const font = Math.min(plateWidth / 5.6, ground * 0.19);
  const plateHeight = Math.min(ground * 0.7, font * 3.95);
  return {
    plate: { x: margin, y: Math.max(ground * WIDE_TOP, (ground - plateHeight) * 0.38), width: plateWidth, height: plateHeight, font, narrow: true },
    stage: { x: stageX, floor: ground, scale },
  };
}
