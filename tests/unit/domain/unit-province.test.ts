import { describe, expect, it } from 'vitest';
import { findProvince } from '#domain/unit-province.ts';

const UNITS = [
  { id: 'bo', name: 'Bộ Nội vụ', parent: null },
  { id: 'tinh', name: 'UBND tỉnh Bắc Ninh', parent: 'bo' },
  { id: 'xa', name: 'UBND xã Phù Lương', parent: 'tinh' },
];

describe('the province of a unit', () => {
  it('is the unit above it that bears a province\'s name', () => {
    expect(findProvince(UNITS, 'xa')).toBe('UBND tỉnh Bắc Ninh');
    expect(findProvince(UNITS, 'tinh')).toBe('UBND tỉnh Bắc Ninh');
  });

  it('is not known where no unit bears one', () => {
    expect(findProvince(UNITS, 'bo')).toBeNull();
    expect(findProvince(UNITS, null)).toBeNull();
    expect(findProvince([{ id: 'a', name: 'A', parent: 'b' }, { id: 'b', name: 'B', parent: 'a' }], 'a')).toBeNull();
  });
});
