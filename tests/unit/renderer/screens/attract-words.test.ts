import { describe, expect, it } from 'vitest';
import { splitTitle } from '#renderer/screens/attract/split-title.ts';

describe('the title of a slide', () => {
  it.each([
    ['Chưa rõ thủ tục? Chạm để xem từng bước', 'Chưa rõ thủ tục?', 'Chạm để xem từng bước'],
    ['Làm thủ tục tại nhà, ngay trên điện thoại', 'Làm thủ tục tại nhà', 'ngay trên điện thoại'],
    ['Nhiều thủ tục nộp được qua bưu điện', 'Nhiều thủ tục nộp được qua bưu điện', ''],
  ])('is cut after its question or first clause: %s', (title, first, second) => {
    expect(splitTitle(title)).toEqual([first, second]);
  });
});
