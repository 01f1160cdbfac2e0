import { describe, expect, it } from 'vitest';
import type { PlaylistItem, Schedule } from '#contract/content-pack.ts';
import { restingItems } from '#renderer/screens/attract/resting-items.ts';

const slide = (id: string, schedule?: Schedule): PlaylistItem => ({ kind: 'slide', id, slide: 'family', title: { vi: id, en: id }, seconds: 10, ...(schedule === undefined ? {} : { schedule }) });
/** 07:59 in Viet Nam. */
const MORNING = Date.UTC(2026, 10, 23, 0, 59);

describe('items that rest', () => {
  const list = [slide('always'), slide('from eight', { hours: [{ from: '08:00', until: '11:00' }], priority: 3 })];

  it('are those that are not due by the service point\'s clock, and those below the highest priority', () => {
    expect(restingItems(list, MORNING, 'Asia/Ho_Chi_Minh')).toEqual(['from eight']);
    expect(restingItems(list, MORNING + 60_000, 'Asia/Ho_Chi_Minh')).toEqual(['always']);
    expect(restingItems(list, MORNING + 60_000, 'UTC')).toEqual(['from eight']);
  });

  it('are found by the usual time zone when the browser does not know the service point\'s', () => {
    expect(restingItems(list, MORNING + 60_000, 'Asia/Atlantis')).toEqual(['always']);
  });
});
