import { describe, expect, it } from 'vitest';
import { parseScope, placeQuery, pointsIn, scopeAddress, summaryQuery } from '#dashboard/day/scope.ts';
import { daysIn, moveSpan, parseSpan, spanAround } from '#dashboard/day/span.ts';
import { spanWords } from '#dashboard/day/span-words.ts';
import { wordsOf } from '#dashboard/i18n/words.ts';

const today = '2026-11-23';
const read = (address: string) => parseScope(new URL(address, 'http://page').searchParams, today);

describe('the address of what is looked at', () => {
  it('is the plain page for today and everything, so that a bookmark stays on today', () => {
    const scope = read('/day');
    expect(scope).toEqual({ span: { kind: 'day', from: today, to: today }, unit: null, servicePoint: null });
    expect(scopeAddress('/day', scope, today)).toBe('/day');
  });

  it.each(['/day?day=2026-10-01&point=my-hao', '/day?span=month&unit=tinh', '/day?day=2026-07-01&span=quarter', '/day?from=2026-11-01&to=2026-11-15'])('reads back what it wrote: %s', (address) => {
    expect(scopeAddress('/day', read(address), today)).toBe(address);
  });

  it.each(['?day=2026-02-30', '?day=gestern', '?day=', '?from=2026-11-20&to=2026-11-01', '?from=2001-01-01&to=2026-11-01'])('takes today for what makes no sense: %s', (search) => {
    expect(parseSpan(new URLSearchParams(search), today)).toEqual({ kind: 'day', from: today, to: today });
  });

  it('asks the centre for one place only: a service point says more than its unit', () => {
    expect(placeQuery(read('/day?unit=tinh&point=my-hao'))).toEqual({ servicePoint: 'my-hao' });
    expect(summaryQuery(read('/day?unit=tinh'))).toEqual({ from: today, to: today, unit: 'tinh' });
  });

  it('holds the service points of a unit and of all units below it', () => {
    const units = [{ id: 'tinh', name: 'Tỉnh', parent: null }, { id: 'xa', name: 'Xã', parent: 'tinh' }, { id: 'khac', name: 'Khác', parent: null }];
    const point = (id: string, unit: string | null) => ({ id, name: id, kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit, hours: null, closedAt: null });
    const points = [point('a', 'tinh'), point('b', 'xa'), point('c', 'khac'), point('d', null)];
    expect(pointsIn({ unit: 'tinh', servicePoint: null }, points, units).map((each) => each.id)).toEqual(['a', 'b']);
    expect(pointsIn({ unit: null, servicePoint: null }, points, units)).toHaveLength(4);
  });
});

describe('a span', () => {
  it('is a calendar week, month or quarter that ends today while it is not over', () => {
    expect(spanAround('week', '2026-11-19', today)).toEqual({ kind: 'week', from: '2026-11-16', to: '2026-11-22' });
    expect(spanAround('week', today, today)).toEqual({ kind: 'week', from: '2026-11-23', to: today });
    expect(spanAround('month', '2026-02-10', today)).toEqual({ kind: 'month', from: '2026-02-01', to: '2026-02-28' });
    expect(spanAround('quarter', today, today)).toEqual({ kind: 'quarter', from: '2026-10-01', to: today });
  });

  it('moves by its own kind, over the end of a year too', () => {
    const december = spanAround('month', '2025-12-31', today);
    expect(moveSpan(december, 1, today)).toMatchObject({ from: '2026-01-01', to: '2026-01-31' });
    expect(moveSpan(spanAround('quarter', '2026-01-05', today), -1, today)).toMatchObject({ from: '2025-10-01', to: '2025-12-31' });
    expect(moveSpan({ kind: 'range', from: '2026-11-01', to: '2026-11-10' }, -1, today)).toMatchObject({ from: '2026-10-22', to: '2026-10-31' });
    expect(daysIn(spanAround('week', '2026-11-01', today))).toBe(7);
  });

  it('is named as people name it', () => {
    const vi = wordsOf('vi');
    expect(spanWords(spanAround('day', today, today), today, vi)).toBe('Hôm nay, thứ Hai 23/11/2026');
    expect(spanWords(spanAround('week', '2026-11-19', today), today, vi)).toBe('Tuần 16/11–22/11/2026');
    expect(spanWords(spanAround('month', today, today), today, vi)).toBe('Tháng 11/2026');
    expect(spanWords(spanAround('quarter', today, today), today, vi)).toBe('Quý IV/2026');
  });
});
