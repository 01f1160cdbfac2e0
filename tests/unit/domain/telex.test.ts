import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pressKey, type Typed } from '#domain/typing.ts';
import { RIMES } from '#domain/vietnamese-syllable.ts';
import { everySyllable, SHARP_RIMES, type SpeltSyllable } from './vietnamese-syllables.ts';

function typed(keys: string, telex = true): string {
  return [...keys].reduce<Typed>((before, key) => pressKey(before, key, telex), { text: '' }).text;
}

function pressed(...keys: readonly string[]): string {
  return keys.reduce<Typed>((before, key) => pressKey(before, key, true), { text: '' }).text;
}

/** Keys of one letter: its plain letter and the key of its shape. */
const KEYS: Readonly<Record<string, readonly [string, string]>> = { ă: ['a', 'w'], â: ['a', 'a'], đ: ['d', 'd'], ê: ['e', 'e'], ô: ['o', 'o'], ơ: ['o', 'w'], ư: ['u', 'w'] };

type Order = (syllable: SpeltSyllable) => string;

function keysOf(letters: string, after: (shape: string) => string): string {
  return [...letters].map((letter) => (KEYS[letter]?.[0] ?? letter) + after(KEYS[letter]?.[1] ?? '')).join('');
}

/** "oo" that stays so is typed with three. */
const doubled = (rime: string): string => rime.replace(/^oo(?=n|c)/, 'ooo');
const early = (letters: string): string => keysOf(letters, (shape) => shape);
const vowelsOf = (rime: string): string => /^[aăâeêioôơuưy]+/u.exec(rime)?.[0] ?? '';
const lateShapes = (letters: string): string => [...new Set([...letters].flatMap((letter) => KEYS[letter]?.[1] ?? []))].join('');

const ORDERS: Readonly<Record<string, Order>> = {
  'marks at once, tone last': ({ onset, rime, toneKey }) => early(onset) + early(doubled(rime)) + toneKey,
  'marks at once, tone after the vowels': ({ onset, rime, toneKey }) => {
    const vowels = vowelsOf(rime);
    return early(onset) + early(doubled(rime).slice(0, doubled(rime).length - rime.length + vowels.length)) + toneKey + rime.slice(vowels.length);
  },
  'one w for ươ': ({ onset, rime, toneKey }) => early(onset) + early(doubled(rime)).replace('uwow', 'uow') + toneKey,
  'letters first, then marks, tone last': ({ onset, rime, toneKey }) => keysOf(onset, () => '') + keysOf(doubled(rime), () => '') + lateShapes(onset + rime) + toneKey,
  'letters first, then the tone, then marks': ({ onset, rime, toneKey }) => keysOf(onset, () => '') + keysOf(doubled(rime), () => '') + toneKey + lateShapes(onset + rime),
  'tone after the first vowel': ({ onset, rime, toneKey }) => {
    // After the second o of an oo that stays so: before it, a key would part the two.
    const first = rime.startsWith('oo') ? 'ooo' : early(rime.charAt(0));
    const rest = rime.slice(rime.startsWith('oo') ? 2 : 1);
    return early(onset) + first + toneKey + early(rest);
  },
  'in capitals': ({ onset, rime, toneKey }) => (early(onset) + early(doubled(rime)) + toneKey).toUpperCase(),
};

describe('Telex', () => {
  it('knows the rimes that the tests have set by hand', () => {
    expect(SHARP_RIMES.map((rime) => rime.normalize('NFD').replace('\u0301', '').normalize('NFC')).toSorted()).toEqual([...RIMES].toSorted());
  });

  it.each(Object.entries(ORDERS))('writes every syllable of the language, %s (E121, E122)', (name, order) => {
    const wrong: string[] = [];
    let count = 0;
    for (const syllable of everySyllable()) {
      const keys = order(syllable);
      const wanted = name === 'in capitals' ? syllable.written.toUpperCase() : syllable.written;
      const got = typed(keys);
      count += 1;
      if (got !== wanted || got !== got.normalize('NFC')) wrong.push(`${keys} → ${got}, not ${wanted}`);
    }
    expect(wrong.slice(0, 40)).toEqual([]);
    expect(count).toBeGreaterThan(15_000);
  });
});

describe('Telex, key by key', () => {
  it.each([
    ['aa', 'â'], ['aw', 'ă'], ['ee', 'ê'], ['oo', 'ô'], ['ow', 'ơ'], ['uw', 'ư'], ['w', 'ư'], ['dd', 'đ'], ['uow', 'ươ'],
    ['tieengs Vieetj', 'tiếng Việt'], ['tiengse Vietje', 'tiếng Việt'], ['dduwowngf', 'đường'], ['duongwdf', 'đường'], ['dduwocj', 'được'],
    ['hoaf', 'hòa'], ['hoafn', 'hoàn'], ['thuyr', 'thủy'], ['quys', 'quý'], ['quas', 'quá'], ['giaf', 'già'], ['gif', 'gì'], ['gieengs', 'giếng'],
    ['thuowr', 'thuở'], ['thuowrng', 'thưởng'], ['huow', 'huơ'], ['xooong', 'xoong'], ['gooongf', 'goòng'], ['khuyur', 'khuỷu'], ['ngoafi', 'ngoài'],
    ['DDawsk Lawsk', 'Đắk Lắk'], ['Kroong Pawsc', 'Krông Pắc'], ['hasf', 'hà'], ['hasz', 'ha'], ['quaaanf', 'quaanf'], ['HDDND', 'HĐND'], ['QDD', 'QĐ'],
  ])('%s writes %s (E122)', (keys, wanted) => {
    expect(typed(keys)).toBe(wanted);
  });

  it.each([
    ['aaa', 'aa'], ['aww', 'aw'], ['eee', 'ee'], ['ooo', 'oo'], ['oww', 'ow'], ['uww', 'uw'], ['ddd', 'dd'], ['uoww', 'uow'], ['www', 'ww'], ['ww', 'w'],
    ['ass', 'as'], ['aff', 'af'], ['arr', 'ar'], ['axx', 'ax'], ['ajj', 'aj'], ['tieengss', 'tiêngs'], ['tesst', 'test'], ['vissa', 'visa'],
  ])('the same key again takes itself back: %s writes %s (E122)', (keys, wanted) => {
    expect(typed(keys)).toBe(wanted);
  });

  it.each([
    'google', 'class', 'wifi', 'banana', 'internet', 'window', 'Facebook', 'address', 'book', 'street', 'USD', 'BHXH', 'GPLX', 'CCCD', 'BHYT', 'email',
  ])('leaves %s as it is, for it is no syllable of the language', (word) => {
    expect(typed(word)).toBe(word);
  });

  it('writes a doubled letter after a vowel with three, as every Telex does', () => {
    expect(typed('passsport')).toBe('passport');
  });

  it.each(['user', 'data', 'order', 'fees', 'home', 'birth'])('gives %s its letters back when the word ends', (word) => {
    expect(typed(`${word} `)).toBe(`${word} `);
  });

  it.each(['lam giay khai sinh', 'dang ky tam tru', 'doi bang lai xe', 'cap lai so do', 'xac nhan tinh trang hon nhan', 'dai dien doanh nghiep'])('leaves “%s” as it is: who types no marks gets none', (words) => {
    expect(typed(words)).toBe(words);
  });

  it('does nothing to letters when it is off (E121)', () => {
    expect(typed('dduwocwf', false)).toBe('dduwocwf');
  });
});

describe('keys for marks and tones (E121)', () => {
  it('act on the syllable before them, in any order', () => {
    expect(pressed('đ', 'ư', 'ơ', 'c', 'tone-dot')).toBe('được');
    expect(pressed('đ', 'ư', 'tone-dot', 'ơ', 'c')).toBe('được');
    expect(pressed('h', 'o', 'tone-grave', 'a')).toBe('hòa');
    expect(pressed('h', 'o', 'tone-grave', 'a', 'n')).toBe('hoàn');
    expect(pressed('k', 'h', 'a', 'i', ' ', 's', 'i', 'tone-tilde')).toBe('khai sĩ');
  });

  it('change a tone for another and take it off', () => {
    expect(pressed('m', 'a', 'tone-acute', 'tone-hook')).toBe('mả');
    expect(pressed('m', 'a', 'tone-acute', 'tone-level')).toBe('ma');
  });

  it('do nothing where there is no syllable', () => {
    expect(pressed('tone-acute')).toBe('');
    expect(pressed('1', 'tone-acute')).toBe('1');
    expect(pressed('t', 'tone-acute')).toBe('t');
    expect(pressed('a', ' ', 'tone-acute')).toBe('a ');
  });

  it('work beside Telex and without it', () => {
    const keys = ['đ', 'a', 't', 'tone-acute'];
    expect(pressed(...keys)).toBe('đát');
    expect(keys.reduce<Typed>((before, key) => pressKey(before, key, false), { text: '' }).text).toBe('đát');
  });
});

describe('deleting', () => {
  it('takes one letter with all its marks, and the tone finds its place again', () => {
    expect(typed('tieengs')).toBe('tiếng');
    expect(pressed(...'tieengs', 'Backspace', 'Backspace')).toBe('tiế');
    expect(pressed(...'tieengs', 'Backspace', 'Backspace', 'Backspace')).toBe('ti');
    expect(pressed(...'hoafn', 'Backspace')).toBe('hòa');
    expect(pressed(...'hoaf', 'Backspace', ...'an')).toBe('hoàn');
  });

  it('goes on inside a word that is left', () => {
    expect(pressed(...'dduwowng', 'Backspace', 'Backspace', 'c', 'j')).toBe('được');
    expect(pressed(...'goog', 'Backspace', 'd')).toBe('good');
  });

  it('clears all, and deletes nothing where nothing is', () => {
    expect(pressed(...'abc', 'Clear')).toBe('');
    expect(pressed('Backspace')).toBe('');
  });
});

describe('whatever is typed', () => {
  const key = fc.oneof(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzAEODW 1.đăâêôơư'), fc.constantFrom('Backspace', 'tone-acute', 'tone-grave', 'tone-hook', 'tone-tilde', 'tone-dot', 'tone-level'));

  it('stays composed and grows by no more than its keys (E030)', () => {
    fc.assert(fc.property(fc.array(key, { maxLength: 24 }), (keys) => {
      let now: Typed = { text: '' };
      for (const [at, one] of keys.entries()) {
        now = pressKey(now, one, true);
        expect(now.text).toBe(now.text.normalize('NFC'));
        expect(now.text.length).toBeLessThanOrEqual(at + 1);
      }
    }), { numRuns: 2_000 });
  });

  it('is emptied by as many deletions as it has letters', () => {
    fc.assert(fc.property(fc.array(key, { maxLength: 24 }), (keys) => {
      const full = keys.reduce<Typed>((now, one) => pressKey(now, one, true), { text: '' });
      const deletions = [...full.text].length;
      expect(Array.from({ length: deletions }).reduce<Typed>((now) => pressKey(now, 'Backspace', true), full).text).toBe('');
    }), { numRuns: 1_000 });
  });

  it('keeps what was written before the last word', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...'aeioudswfrxjzntgh'), { maxLength: 10 }), (keys) => {
      expect(typed(`Nguyễn Văn ${keys.join('')}`, true).startsWith('Nguyễn Văn ')).toBe(true);
    }), { numRuns: 1_000 });
  });

  it('every tone of every syllable is taken back by its own key: the syllable stands without it, then the key (E122)', () => {
    const wrong: string[] = [];
    for (const { onset, rime, toneKey, written } of everySyllable()) {
      if (toneKey === '') continue;
      const next = pressKey({ text: written }, toneKey, true).text;
      if (next !== onset + rime + toneKey) wrong.push(`${written}${toneKey} → ${next}`);
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  });
});
