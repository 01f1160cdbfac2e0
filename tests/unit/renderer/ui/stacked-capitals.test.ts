import { describe, expect, it } from 'vitest';
import { needsLooseLines } from '#renderer/ui/stacked-capitals.ts';

describe('lines of a heading', () => {
  it('are loosened for a capital with two marks that may stand under a dot (E029)', () => {
    expect(needsLooseLines('Đăng ký tạm trú ở Ấp Bình')).toBe(true);
  });

  it('stay tight for the first letter and for capitals with one mark', () => {
    expect(needsLooseLines('Ổn định chỗ ở')).toBe(false);
    expect(needsLooseLines('Mở Cổng, xem kỹ Địa chỉ')).toBe(false);
  });
});
