import '@fontsource/alegreya-sans/vietnamese-800.css';
import '@fontsource/alegreya-sans/latin-ext-800.css';
import '@fontsource/alegreya-sans/latin-800.css';
import '@fontsource-variable/noto-sans/wdth.css';
import './page.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { signatureAt } from '../clip.ts';
import { layoutFor } from '../layout.ts';
import { clips } from '../scenes/index.ts';
import { Film } from '../stage/film.tsx';

/** What the maker drives from outside. */
export type FilmDriver = {
  readonly load: (id: string, width: number, height: number, floor: boolean) => Promise<void>;
  readonly show: (seconds: number) => void;
  readonly signature: (seconds: number) => string;
};

declare global {
  var film: FilmDriver | undefined;
}

const element = document.querySelector('#film');
if (element === null) throw new Error('the page has no place for the film');
const root = createRoot(element);
let current = clips[0];
let layout = layoutFor(1080, 1008, false);

globalThis.film = {
  load: async (id, width, height, floor) => {
    current = clips.find((clip) => clip.text.id === id);
    layout = layoutFor(width, height, floor);
    await Promise.all(['800 40px "Alegreya Sans"', '600 40px "Noto Sans Variable"'].map((font) => document.fonts.load(font, 'Ấộữẵđ Aa0')));
  },
  show: (seconds) => {
    const clip = current;
    if (clip === undefined) throw new Error('no such clip');
    flushSync(() => root.render(<Film clip={clip} layout={layout} seconds={seconds} />));
  },
  signature: (seconds) => {
    if (current === undefined) throw new Error('no such clip');
    return signatureAt(current, seconds);
  },
};
