import type { Label } from '../text/clip-text.ts';

/** Ready pictures of a page, with the second at which each of their labels stands: a picture has room for so many. */
export const LABEL_TIMES = {
  crowd: [],
  counter: [1.7, 2.3],
  'post-counter': [1.7, 2.3],
  'police-counter': [1.7, 2.3],
  kiosk: [],
  phone: [1.3, 1.9, 2.5, 3.1],
  slips: [1.2, 2.1, 3],
  board: [1.1, 1.7, 2.3, 2.9, 3.5],
  typing: [1.1],
  lock: [1.2],
  post: [],
  'one-to-four': [1.3, 1.8, 2.3, 2.8],
  calendar: [1.2, 1.2, 1.6],
  levels: [1.2, 1.8, 2.4],
  'right-photo': [1.3, 2.2],
  'right-address': [1.3, 2.2],
  'right-level': [1.3, 2.2],
  'right-office': [1.3, 2.2],
  'right-form': [1.3, 2.2],
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type PictureName = keyof typeof LABEL_TIMES;

/** Signs in one label, so that it fits its place in both shapes. */
export const LONGEST_LABEL: Readonly<Record<PictureName, number>> = {
  crowd: 0,
  counter: 26,
  'post-counter': 26,
  'police-counter': 26,
  kiosk: 0,
  phone: 22,
  slips: 26,
  board: 27,
  typing: 20,
  lock: 26,
  post: 0,
  'one-to-four': 24,
  calendar: 44,
  levels: 28,
  'right-photo': 24,
  'right-address': 24,
  'right-level': 24,
  'right-office': 24,
  'right-form': 24,
};

export const PERSON_NAMES = ['grandmother', 'grandfather', 'mother', 'mother-with-baby', 'student', 'girl', 'wheelchair', 'neighbour', 'builder', 'nurse', 'postwoman'] as const;
export type PersonName = (typeof PERSON_NAMES)[number];

export const THING_NAMES = ['app', 'baby', 'bank-card', 'calendar', 'card', 'clock', 'code', 'folder', 'house', 'letter', 'link', 'lock', 'money', 'office', 'password', 'phone', 'question', 'sheet', 'sim', 'stamp'] as const;
export type ThingName = (typeof THING_NAMES)[number];

export const GROUND_NAMES = ['saffron', 'pale', 'leaf', 'lotus'] as const;
export type GroundName = (typeof GROUND_NAMES)[number];

/** What a page shows: a ready picture with its people and things. What is left out is chosen by the picture. */
export type PictureChoice = {
  readonly name: PictureName;
  readonly people?: readonly PersonName[];
  /** On slips, one for each label. */
  readonly things?: readonly ThingName[];
  readonly ground?: GroundName;
};

/** The names under which a picture finds its labels. */
export const LABEL_KEYS = ['one', 'two', 'three', 'four', 'five'] as const;

/** The labels of a picture in their order, each from the second at which it stands. @throws when the picture has no room for so many. */
export function labelsOf(picture: PictureName, ...texts: readonly string[]): Readonly<Record<string, Label>> {
  const times: readonly number[] = LABEL_TIMES[picture];
  if (texts.length > times.length) throw new Error(`the picture ${picture} has room for ${times.length} labels, not ${texts.length}`);
  return Object.fromEntries(texts.map((text, i) => [LABEL_KEYS[i], { text, from: times[i] ?? 0 }]));
}
