/** The one palette of the product; uses and contrasts are in docs on the look. */
export const paper = '#FBF4E6';
export const whitePaper = '#FFFCF5';
export const ink = '#1C1A2B';
export const thinInk = '#423D4E';
export const lacquer = '#A2141E';
export const lacquerDark = '#7A0C16';
export const jade = '#0E5A50';
export const softLotus = '#F7D6CE';
export const youngLeaf = '#C9E0D3';
export const paleSophora = '#FBE3AE';
export const sand = '#F0E3CB';

/** Colours that only pictures may use: no text stands on them. */
export const sophora = '#F1BF63';
export const lotus = '#E3878A';
export const lotusDeep = '#CB5F66';
export const leaf = '#2F8573';
export const indigo = '#2F4478';
export const wood = '#B9824F';
export const woodDark = '#7B4A2D';
export const plum = '#6B3B4C';
export const silver = '#CFCBC6';
export const greyHair = '#D9D4CC';
export const fadedRose = '#DBA79C';

export type Skin = { readonly base: string; readonly shade: string };

/** Four skins, fair to sun-browned; `shade` is for folds and the inside of ears. */
export const skins = {
  fair: { base: '#F6D7B8', shade: '#E5B78F' },
  warm: { base: '#EBBE94', shade: '#D39A6B' },
  tan: { base: '#D9A273', shade: '#BC7F50' },
  brown: { base: '#C08457', shade: '#9C6339' },
} as const satisfies Record<string, Skin>;

export type SkinName = keyof typeof skins;

/** One wash for all five faces, so no answer weighs more than another (ink on it 9.1:1). */
export const faceWash = '#A9BDEA';
export const tileCorner = '#6E86BD';
