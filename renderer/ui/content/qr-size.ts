/** Smallest module that a phone's scanner reads from 600 mm (E132), mm. */
const SMALLEST_MODULE_MM = 2;
/** Smallest symbol without its quiet zone (E133), mm. */
const SMALLEST_SYMBOL_MM = 60;
/** Pure white around the symbol on each side (E134), modules. */
export const QUIET_ZONE = 4;

export type QrRoom = {
  /** Modules along one side, without the quiet zone. */
  readonly modules: number;
  /** Shorter side of the room for symbol and quiet zone, CSS px. */
  readonly roomPx: number;
  /** CSS px a millimetre. */
  readonly mmPx: number;
  /** Device px a CSS px. */
  readonly devicePixelRatio: number;
};

/**
 * Side of one module in CSS px: a whole number of device pixels, so that all modules are equal; as large
 * as the room allows, and never below 2 mm or a symbol of 60 mm, even when the room is too small for that.
 */
export function modulePx({ modules, roomPx, mmPx, devicePixelRatio }: QrRoom): number {
  const fitting = Math.floor((roomPx * devicePixelRatio) / (modules + 2 * QUIET_ZONE));
  const least = Math.max(SMALLEST_MODULE_MM, SMALLEST_SYMBOL_MM / modules) * mmPx * devicePixelRatio;
  return Math.max(fitting, Math.ceil(least - 1e-6)) / devicePixelRatio;
}

/** One SVG path of all dark modules, runs of a row joined; one unit is one module, the quiet zone included. */
export function qrPath(rows: readonly (readonly boolean[])[]): string {
  const parts: string[] = [];
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; ) {
      let end = x;
      while (row[end] === true) end += 1;
      if (end > x) parts.push(`M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${end - x}v1h${x - end}z`);
      x = Math.max(end, x + 1);
    }
  });
  return parts.join('');
}
