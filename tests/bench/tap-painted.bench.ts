import { reportFigures } from './figure.ts';

/** From the finger to the pixels: in work. */
reportFigures([]);
