import { reportFigures } from './figure.ts';

/** 200 changes of clips in the waiting screen's player: in work. */
reportFigures([]);
