import { describe, expect, it } from 'vitest';
import { buildNearTerms } from '#domain/finding/near-terms.ts';
import { otherReadings, phraseOf, prepareWords, withoutIgnored } from '#domain/finding/query-words.ts';
import { readRawTyping } from '#domain/finding/raw-typing.ts';
import { spellingOf, splitWords } from '#domain/finding/spelling.ts';

describe('the spelling of a word', () => {
  it.each([['hoà', 'hòa'], ['xoá', 'xóa'], ['lý', 'lí'], ['kỹ', 'kĩ'], ['quý', 'quí'], ['thuỷ', 'thủy']])('takes "%s" for "%s"', (one, other) => {
    expect(spellingOf(one)).toEqual(spellingOf(other));
  });

  it.each([['tử', 'tư'], ['đá', 'đa'], ['đường', 'dường'], ['tay', 'tai'], ['ê', 'e']])('keeps "%s" from "%s" when marks count', (one, other) => {
    expect(spellingOf(one).marked).not.toBe(spellingOf(other).marked);
  });

  it('keeps a code in one piece', () => {
    expect(splitWords('Mã 1.001193, CT07.')).toEqual(['mã', '1.001193', 'ct07']);
  });
});

describe('raw Telex and VNI', () => {
  it.each([
    ['ddawng', 'đăng'], ['kys', 'ký'], ['dawng', 'dăng'], ['tuwr', 'tử'], ['thuwowngf', 'thường'], ['nguwowif', 'người'], ['ddoor', 'đổ'], ['lys', 'lý'],
    ['keets', 'kết'], ['caaps', 'cấp'], ['dduwowngf', 'đường'], ['mowr', 'mở'], ['suwr', 'sử'], ['d9a8ng', 'đăng'], ['ky1', 'ký'], ['nguo7i2', 'người'], ['ke6t1', 'kết'],
  ])('reads %s as %s', (raw, word) => {
    // Where the tone stands is a matter of style: the keys of both are the same.
    expect(spellingOf(readRawTyping(raw) ?? '')).toEqual(spellingOf(word));
  });

  it.each(['birth', 'vneid', 'ct01', 'gplx', 'khai'])('lets %s stand', (word) => {
    expect(readRawTyping(word)).toBeNull();
  });
});

describe('near words', () => {
  const terms = ['khai', 'sinh', 'tru', 'chu', 'ket', 'hon'];
  const near = buildNearTerms(terms);
  const words = (ids: readonly number[]): readonly (string | undefined)[] => ids.map((id) => terms[id]);

  it.each([['khia', 'khai'], ['sih', 'sinh'], ['sinhh', 'sinh'], ['sonh', 'sinh'], ['hno', 'hon']])('takes %s for a slip of %s', (typed, meant) => {
    expect(words(near.oneSlip(typed))).toContain(meant);
  });

  it('knows what sounds alike', () => {
    expect(words(near.soundAlike('chu'))).toEqual(['tru']);
  });
});

describe('words of a query', () => {
  const words = prepareWords({ ignore: ['ở đâu', 'tôi'], light: [], means: [{ say: ['GPLX', 'bằng lái'], mean: ['giấy phép lái xe'] }] });
  const text = (phrase: ReturnType<typeof phraseOf>): string => phrase.map(({ folded }) => folded).join(' ');

  it('leaves out what asks rather than names, but never everything', () => {
    expect(text(withoutIgnored(phraseOf('tôi đổi bằng lái ở đâu'), words.ignore))).toBe('doi bang lai');
    expect(text(withoutIgnored(phraseOf('ở đâu'), words.ignore))).toBe('o dau');
  });

  it('knows what words stand for, with their marks or without any, never with others', () => {
    expect(otherReadings(phraseOf('đổi gplx'), words.means, 3).map(text)).toEqual(['doi giay phep lai xe']);
    expect(otherReadings(phraseOf('doi bang lai'), words.means, 3).map(text)).toEqual(['doi giay phep lai xe']);
    expect(otherReadings(phraseOf('bảng lãi'), words.means, 3)).toEqual([]);
  });
});
