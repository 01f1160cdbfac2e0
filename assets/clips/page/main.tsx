import '@fontsource/alegreya-sans/vietnamese-800.css';
import '@fontsource/alegreya-sans/latin-ext-800.css';
import '@fontsource/alegreya-sans/latin-800.css';
import '@fontsource-variable/noto-sans/wdth.css';
import './page.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { signatureAt, type Clip } from '../clip.ts';
import '../film-driver.ts';
import { layoutFor } from '../layout.ts';
import { clipOf } from '../scenes/index.ts';
import { Film } from '../stage/film.tsx';

const element = document.querySelector('#film');
if (element === null) throw new Error('the page has no place for the film');
const root = createRoot(element);
let current: Clip | null = null;
let layout = layoutFor(1080, 1008, false);

globalThis.film = {
  load: async (text, width, height, floor) => {
    current = clipOf(text);
    layout = layoutFor(width, height, floor);
    await Promise.all(['800 40px "Alegreya Sans"', '600 40px "Noto Sans Variable"'].map((font) => document.fonts.load(font, 'Ấộữẵđ Aa0')));
  },
  show: (seconds) => {
    const clip = current;
    if (clip === null) throw new Error('no clip is loaded');
    flushSync(() => root.render(<Film clip={clip} layout={layout} seconds={seconds} />));
  },
  signature: (seconds) => {
    if (current === null) throw new Error('no clip is loaded');
    return signatureAt(current, seconds);
  },
};
