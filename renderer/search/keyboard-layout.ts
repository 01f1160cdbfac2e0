/** A key of the on-screen keyboard: a character, or a key with a job. */
export type Key =
  | { readonly kind: 'character'; readonly value: string }
  | { readonly kind: 'space' }
  | { readonly kind: 'delete' }
  /** Shows the other set of keys. */
  | { readonly kind: 'other-set' };

export type KeySet = 'letters' | 'digits';

function characters(row: string): readonly Key[] {
  return [...row].map((value) => ({ kind: 'character', value }));
}

/** Three rows of ten widths: the largest keys that leave room for results on a 10-inch tablet (E123). */
export const KEY_ROWS: Readonly<Record<KeySet, readonly (readonly Key[])[]>> = {
  letters: [
    characters('qwertyuiop'),
    [...characters('asdfghjkl'), { kind: 'delete' }],
    [{ kind: 'other-set' }, ...characters('zxcvbnm'), { kind: 'space' }],
  ],
  digits: [
    characters('1234567890'),
    [...characters('.-/:'), { kind: 'delete' }],
    [{ kind: 'other-set' }, { kind: 'space' }],
  ],
};
