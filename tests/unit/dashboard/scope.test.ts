import { describe, expect, it } from 'vitest';
import { csvLinks, summaryQuery } from '#dashboard/day/csv-links.ts';
import { parseScope, scopeAddress } from '#dashboard/day/scope-address.ts';

const today = '2026-11-23';

describe('the address of a day', () => {
  it('is the plain page for today and all service points', () => {
    expect(scopeAddress({ day: today, servicePoint: null }, today)).toBe('/day');
    expect(parseScope('', today)).toEqual({ day: today, servicePoint: null });
  });

  it('reads back what it wrote', () => {
    const scope = { day: '2026-10-01', servicePoint: 'my-hao' };
    expect(parseScope(scopeAddress(scope, today).slice('/day'.length), today)).toEqual(scope);
  });

  it.each(['?day=2026-02-30', '?day=gestern', '?day='])('takes today for a day that does not exist: %s', (search) => {
    expect(parseScope(search, today).day).toBe(today);
  });
});

describe('the files', () => {
  it('cover the day or the seven days that end with it, over the same service point', () => {
    expect(summaryQuery({ day: '2026-03-01', servicePoint: null }, 7)).toEqual({ from: '2026-02-23', to: '2026-03-01' });
    const hrefs = csvLinks({ day: today, servicePoint: 'my-hao' }).map((link) => link.href);
    expect(hrefs).toEqual([
      '/api/v1/summaries/daily?from=2026-11-23&to=2026-11-23&servicePoint=my-hao&format=csv',
      '/api/v1/summaries/daily?from=2026-11-17&to=2026-11-23&servicePoint=my-hao&format=csv',
      '/api/v1/summaries/hourly?from=2026-11-23&to=2026-11-23&servicePoint=my-hao&format=csv',
    ]);
  });
});
