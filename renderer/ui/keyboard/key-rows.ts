import type { ToneKey } from '#domain/typing.ts';

/** A key of the on-screen keyboard: something to write, or a key with a job. */
export type Key =
  | { readonly kind: 'character'; readonly value: string }
  /** More than one character at once: "https://". */
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'tone'; readonly value: ToneKey }
  | { readonly kind: JobKind };

type JobKind = 'space' | 'delete' | 'clear' | 'telex' | 'letters' | 'marks' | 'digits';

export type KeyRow = readonly { readonly key: Key; readonly width: number }[];

/** What a field takes: Vietnamese words, an address, or a code of letters and digits that nobody confuses. */
export type KeyboardLayout = 'vietnamese' | 'address' | 'code';

/**
 * A tall screen has room for a row of tones with their names; a wide one has twelve keys side by side. On a tablet
 * (136 mm high) with larger text three rows must do: marks wait behind a key of their own.
 */
export type KeyboardForm = 'tall' | 'wide' | 'low';

const TONES: readonly ToneKey[] = ['tone-acute', 'tone-grave', 'tone-hook', 'tone-tilde', 'tone-dot'];

function keys(characters: string): KeyRow {
  return [...characters].map((value) => one({ kind: 'character', value }));
}

function one(key: Key, width = 1): KeyRow[number] {
  return { key, width };
}

function job(kind: JobKind, width: number): KeyRow[number] {
  return one({ kind }, width);
}

const tones: KeyRow = TONES.map((value) => one({ kind: 'tone', value }));
const level = one({ kind: 'tone', value: 'tone-level' });

/** Rows from top to bottom. Widths of a row are shares of it; in the wide form they add up to twelve (E002, E121, E123). */
export const KEY_ROWS: Readonly<Record<KeyboardLayout, Readonly<Record<'tall' | 'wide', readonly KeyRow[]>>>> = {
  vietnamese: {
    tall: [
      // With their names beside the signs: huyền, nặng and ngang are long.
      [...tones, level].map(({ key }, at) => one(key, at === 1 || at > 3 ? 1.3 : 1)),
      keys('ăâđêôơư'),
      keys('qwertyuiop'),
      keys('asdfghjkl'),
      [...keys('zxcvbnm'), job('delete', 2)],
      [job('digits', 2), job('telex', 3), job('space', 5)],
    ],
    wide: [
      [...tones, ...keys('ăâđêôơư')],
      [...keys('qwertyuiop'), job('delete', 2)],
      [...keys('asdfghjkl'), level, job('digits', 2)],
      [job('telex', 2), ...keys('zxcvbnm'), job('space', 3)],
    ],
  },
  address: {
    tall: [
      keys('1234567890'),
      keys('qwertyuiop'),
      keys('asdfghjkl'),
      [...keys('zxcvbnm'), job('delete', 2)],
      [one({ kind: 'text', value: 'https://' }, 3), ...keys('.-/:'), one({ kind: 'text', value: '.vn' }, 2)],
    ],
    wide: [
      [...keys('1234567890'), job('delete', 2)],
      [...keys('qwertyuiop'), one({ kind: 'text', value: '.vn' }, 2)],
      [...keys('asdfghjkl'), ...keys('.-/')],
      [one({ kind: 'text', value: 'https://' }, 4), ...keys('zxcvbnm'), ...keys(':')],
    ],
  },
  code: {
    tall: [keys('23456789'), keys('QWERTYUP'), keys('ASDFGHJK'), keys('ZXCVBNM'), [job('clear', 1), job('delete', 1)]],
    wide: [[...keys('23456789'), job('delete', 2), job('clear', 2)], keys('QWERTYUP'), keys('ASDFGHJK'), keys('ZXCVBNM')],
  },
};

/** The low form of the Vietnamese keyboard, letters and marks. */
export const LOW_ROWS: Readonly<Record<'letters' | 'marks', readonly KeyRow[]>> = {
  letters: [
    [...keys('qwertyuiop'), job('delete', 2)],
    [...keys('asdfghjkl'), job('marks', 3)],
    [job('telex', 2), ...keys('zxcvbnm'), job('space', 3)],
  ],
  marks: [
    [...tones, level, job('delete', 2)],
    keys('ăâđêôơư'),
    [job('letters', 2), job('digits', 2), job('space', 4)],
  ],
};

/** The rows of a keyboard as it stands on a screen. */
export function keyRows(layout: KeyboardLayout, form: KeyboardForm, showsMarks: boolean): readonly KeyRow[] {
  if (form === 'low' && layout === 'vietnamese') return LOW_ROWS[showsMarks ? 'marks' : 'letters'];
  return KEY_ROWS[layout][form === 'tall' ? 'tall' : 'wide'];
}
