const FONT_SIZE = 100;
const WORD_SPACE = 0.07;
const known = new Map<string, number>();
let pen: OffscreenCanvasRenderingContext2D | null = null;

/** Width of a headline's line in em, measured with the heading font, which has to be loaded before. */
export function widthOf(line: string): number {
  const before = known.get(line);
  if (before !== undefined) return before;
  pen ??= new OffscreenCanvas(1, 1).getContext('2d');
  if (pen === null) throw new Error('this browser cannot measure text');
  pen.font = `800 ${FONT_SIZE}px "Alegreya Sans"`;
  const width = pen.measureText(line).width / FONT_SIZE + WORD_SPACE * (line.split(' ').length - 1);
  known.set(line, width);
  return width;
}
