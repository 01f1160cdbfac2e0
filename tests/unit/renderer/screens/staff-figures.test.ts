import { describe, expect, it } from 'vitest';
import { fakeDay } from '#tests/fakes/fake-kiosk-api.ts';
import { clockOffSeconds, dayFigures, hourBars, missingTaps, reasonRows } from '#renderer/screens/staff/staff-figures.ts';

const day = fakeDay('2026-11-23');

describe('the figures that staff see', () => {
  it('hide the share below ten taps and mark it as thin below thirty (E176, promise 6)', () => {
    const taps = (scores: number[]) => dayFigures({ ...day, scores });
    expect(taps([0, 0, 0, 4, 5])).toMatchObject({ taps: 9, satisfaction: null, sample: 'too-few' });
    expect(taps([0, 0, 0, 5, 5])).toMatchObject({ sample: 'few', satisfaction: { rate: 1, high: 1 } });
    expect(taps([0, 0, 10, 10, 10])).toMatchObject({ sample: 'enough' });
  });

  it('carry the count and the 95 % Wilson interval beside the share (E174, E175)', () => {
    const { hits, taps, satisfaction } = dayFigures(day);
    expect([hits, taps]).toEqual([122, 142]);
    expect(satisfaction?.rate).toBeCloseTo(0.859, 3);
    expect(satisfaction?.low).toBeCloseTo(0.792, 3);
    expect(satisfaction?.high).toBeCloseTo(0.907, 3);
  });

  it('show office hours always and other hours only when somebody came', () => {
    expect(hourBars(Array.from({ length: 24 }, () => 0)).map((bar) => bar.hour)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    const early = Array.from({ length: 24 }, (_, hour) => (hour === 5 || hour === 19 ? 1 : 0));
    expect(hourBars(early).map((bar) => bar.hour)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  });

  it('prove completeness: made, received and waiting leave nothing missing', () => {
    expect(missingTaps(day)).toBe(0);
    expect(missingTaps({ ...day, made: 142, sent: 130, waiting: 10 })).toBe(2);
  });

  it('order reasons by how often they were named', () => {
    expect(reasonRows({ ...day, reasons: { a: 1, b: 5, c: 0 } })).toEqual([{ id: 'b', count: 5 }, { id: 'a', count: 1 }]);
  });

  it('call a clock right within five seconds', () => {
    expect(clockOffSeconds({ clockOffset: 4_400 })).toBe(0);
    expect(clockOffSeconds({ clockOffset: -7_000 })).toBe(-7);
    expect(clockOffSeconds({ clockOffset: null })).toBeNull();
  });
});
