import { shownTexts } from '../text/index.ts';

export type ClipSize = { readonly name: string; readonly width: number; readonly height: number; readonly floor: boolean };

/** The two shapes of the pack: the picture area of the portrait and of the landscape kiosk (the tablet crops the latter). */
export const PACK_SIZES: readonly ClipSize[] = [
  { name: 'tall', width: 1080, height: 1008, floor: false },
  { name: 'wide', width: 1920, height: 624, floor: false },
];

export type MakeOptions = {
  readonly help: boolean;
  readonly only: string | null;
  readonly sizes: readonly ClipSize[];
  /** The pack's own shapes, with captions and playlist. */
  readonly forPack: boolean;
  readonly out: string | null;
  /** One picture with a frame of every second instead of a film. */
  readonly sheet: boolean;
  /** A ward's own clip from this text file. */
  readonly text: string | null;
  /** The content pack that the clip of `text` is added to. */
  readonly pack: string | null;
  /** Only the infographic stills. */
  readonly stills: boolean;
};

export const HELP = `npm run clips -- [options]

  --only ID      only this clip (${shownTexts.map(({ id }) => id).join(', ')})
  --size WxH     another size, with the tile floor in the picture, such as 1080x1920; needs --out
  --out FOLDER   write there and leave the content pack alone
  --sheet        one picture a clip with a frame of every second; needs --out
  --stills       only the infographic stills
  --text FILE    a clip of your own from a text file (docs/clips.md); it and playlist-entry.json
                 go into a folder of its id beside the file, or where --out says
  --pack DIR     with --text: into this content pack and its playlist.json`;

/** @returns the options, or one line that says what is wrong. */
export function readOptions(args: readonly string[]): MakeOptions | string {
  let options: MakeOptions = { help: false, only: null, sizes: PACK_SIZES, forPack: true, out: null, sheet: false, text: null, pack: null, stills: false };
  for (let i = 0; i < args.length; i += 1) {
    const [name, inline] = (args[i] ?? '').split('=', 2);
    const value = (): string => inline ?? args[(i += 1)] ?? '';
    const next = readOne(options, name ?? '', value);
    if (typeof next === 'string') return next;
    options = next;
  }
  if (options.pack !== null && options.text === null) return '--pack goes with --text.';
  if (options.text !== null && options.only !== null) return '--text makes one clip; --only chooses among those that come with the product.';
  if (options.pack !== null && (options.out !== null || !options.forPack)) return '--pack takes finished clips of the two shapes: leave out --out and --size.';
  if ((options.sheet || !options.forPack) && options.out === null && !options.help) return 'Name a folder with --out: only finished clips of the two shapes go into the pack.';
  return options;
}

function readOne(options: MakeOptions, name: string, value: () => string): MakeOptions | string {
  switch (name) {
    case '--help':
      return { ...options, help: true };
    case '--sheet':
      return { ...options, sheet: true };
    case '--out':
      return { ...options, out: value() };
    case '--stills':
      return { ...options, stills: true };
    case '--text':
      return { ...options, text: value() };
    case '--pack':
      return { ...options, pack: value() };
    case '--only': {
      const only = value();
      return shownTexts.some(({ id }) => id === only) ? { ...options, only } : `There is no clip "${only}". Clips: ${shownTexts.map(({ id }) => id).join(', ')}.`;
    }
    case '--size': {
      const size = readSize(value());
      return typeof size === 'string' ? size : { ...options, forPack: false, sizes: [size] };
    }
    default:
      return `Unknown option ${name}.\n${HELP}`;
  }
}

function readSize(text: string): ClipSize | string {
  const pack = PACK_SIZES.find(({ name }) => name === text);
  if (pack !== undefined) return pack;
  const match = /^(\d{3,4})x(\d{3,4})$/.exec(text);
  const [width, height] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || width % 2 !== 0 || height % 2 !== 0 || width < 320 || height < 180) return `--size is WIDTHxHEIGHT in even pixels, at least 320x180, or tall or wide; got "${text}".`;
  return { name: text, width, height, floor: true };
}
