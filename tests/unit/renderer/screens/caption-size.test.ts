import { expect, test } from 'vitest';
import { sizeAfter } from '#renderer/screens/attract/caption-size.ts';

test('one button takes captions from usual to large to off and back, as near as pause (E089)', () => {
  expect(sizeAfter('usual')).toBe('large');
  expect(sizeAfter('large')).toBe('off');
  expect(sizeAfter('off')).toBe('usual');
});
