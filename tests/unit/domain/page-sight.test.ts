import { describe, expect, it } from 'vitest';
import { parseLook } from '#contract/page-look.ts';
import { decideSight, LOOK_EVERY, type PageSight, type SightAction, type SightState } from '#domain/page-sight.ts';

/** What is done at each look, one a second, by a page loaded `age` ms ago. */
function actions(sights: readonly PageSight[], age = 60_000): readonly SightAction[] {
  let state: SightState = { loadedAt: -age, blankSince: null };
  return sights.map((sight, index) => {
    const next = decideSight(state, sight, index * LOOK_EVERY);
    state = next.state;
    return next.action;
  });
}

describe('a look at the page (promise 9)', () => {
  it('leaves a page alone that shows something, or nothing for a moment between two screens', () => {
    expect(actions(['shown', 'empty', 'shown', 'elsewhere', 'shown', 'loading', 'shown'])).toEqual(Array.from({ length: 7 }, () => 'none'));
  });

  it('loads a dead page at once, an empty one or a strange one at the second look, and ends one that hangs', () => {
    expect(actions(['crashed'])).toEqual(['load']);
    expect(actions(['empty', 'empty'])).toEqual(['none', 'load']);
    expect(actions(['elsewhere', 'elsewhere'])).toEqual(['none', 'load']);
    expect(actions(['silent'])).toEqual(['end']);
  });

  it('lets a page that was just loaded be silent and empty for a while, and gives up on one that never comes', () => {
    expect(actions(['silent', 'loading', 'empty', 'shown'], 0)).toEqual(['none', 'none', 'none', 'none']);
    expect(actions(Array.from({ length: 7 }, () => 'empty'), 0)).toContain('load');
    const never = actions(Array.from({ length: 40 }, () => 'loading'), 0);
    expect(never.slice(0, 14)).not.toContain('end');
    expect(never).toContain('end');
  });

  it('does not end the same page twice for one silence: what was loaded anew has its time', () => {
    expect(actions(['silent', 'silent', 'silent', 'shown'])).toEqual(['end', 'none', 'none', 'none']);
  });

  it('reads what the page answers; anything else is silence, and another address is elsewhere', () => {
    const base = 'http://127.0.0.1:8081';
    expect(parseLook(`${base}/ shown`, base)).toBe('shown');
    expect(parseLook(`${base}/safe.html empty`, base)).toBe('empty');
    expect(parseLook('chrome-error://chromewebdata/ shown', base)).toBe('elsewhere');
    expect([null, 7, '', `${base}/ `, `${base}/ else`].map((answer) => parseLook(answer, base))).toEqual(['silent', 'silent', 'elsewhere', 'silent', 'silent']);
  });
});
