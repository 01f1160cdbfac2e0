import type { ClipText } from './text/clip-text.ts';

/** What the maker drives the clip page by, from outside. */
export type FilmDriver = {
  readonly load: (text: ClipText, width: number, height: number, floor: boolean) => Promise<void>;
  readonly show: (seconds: number) => void;
  readonly signature: (seconds: number) => string;
};

declare global {
  var film: FilmDriver | undefined;
}
