import { expect, test } from 'vitest';
import { foldText, isComposed } from '#domain/text-folding.ts';

test('E116: text without marks finds text with marks, composed or not', () => {
  expect(foldText('Đăng ký khai sinh')).toBe('dang ky khai sinh');
  expect(foldText('Đăng ký khai sinh'.normalize('NFD'))).toBe('dang ky khai sinh');
});

test('E116: ă, ơ and đ fold, which a collator does not do', () => {
  expect(foldText('ẰẴỆỮỴ ƠƯĐ')).toBe('aaeuy oud');
});

test('E030: a decomposed text is told from a composed one', () => {
  expect(isComposed('Việt')).toBe(true);
  expect(isComposed('Việt'.normalize('NFD'))).toBe(false);
});
