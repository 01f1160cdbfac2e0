import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PhoneAnswerRow } from '#server/repositories/phone-answers.ts';
import type { OpenedStore } from './repositories-given.ts';

const ROW: PhoneAnswerRow = { day: '2026-11-23', procedure: '1.001193', step: 'sign-in', lang: 'vi', outcome: null, score: null };

/** What answers from phones must be found as again, whichever database is behind them. */
export function phoneContract(open: () => Promise<OpenedStore>): void {
  let store: OpenedStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.destroy());

  test('outcomes and scores are counted by procedure over the days asked for', async () => {
    const { phoneAnswers } = store.repositories;
    await phoneAnswers.add({ ...ROW, outcome: 'managed' }, 'h1');
    await phoneAnswers.add({ ...ROW, outcome: 'managed', step: '', lang: 'en' }, 'h2');
    await phoneAnswers.add({ ...ROW, day: '2026-11-24', outcome: 'not-yet', score: 2 }, 'h3');
    await phoneAnswers.add({ ...ROW, procedure: '1.000656', score: 5 }, 'h4');
    expect(await phoneAnswers.list('2026-11-23', '2026-11-24')).toEqual([
      { procedure: '1.000656', outcomes: [0, 0, 0], scores: [0, 0, 0, 0, 1] },
      { procedure: '1.001193', outcomes: [2, 0, 1], scores: [0, 1, 0, 0, 0] },
    ]);
    expect(await phoneAnswers.list('2026-11-24', '2026-11-30')).toEqual([{ procedure: '1.001193', outcomes: [0, 0, 1], scores: [0, 1, 0, 0, 0] }]);
    expect(await phoneAnswers.list('2026-12-01', '2026-12-02')).toEqual([]);
  });

  test('an answer that comes again, also at once in two processes and on another day, counts once', async () => {
    const other = await store.openAgain();
    const both = await Promise.all([store.repositories, other].map(({ phoneAnswers }) => phoneAnswers.add({ ...ROW, outcome: 'needs-help' }, 'same')));
    expect(both.toSorted()).toEqual([false, true]);
    expect(await other.phoneAnswers.add({ ...ROW, day: '2026-11-24', outcome: 'needs-help' }, 'same')).toBe(false);
    expect(await store.repositories.phoneAnswers.list('2026-11-01', '2026-11-30')).toEqual([{ procedure: '1.001193', outcomes: [0, 1, 0], scores: [0, 0, 0, 0, 0] }]);
    await other.care.close();
  });

  test('old hashes are forgotten, and the counts stay', async () => {
    const { phoneAnswers } = store.repositories;
    await phoneAnswers.add({ ...ROW, outcome: 'managed' }, 'old');
    await phoneAnswers.add({ ...ROW, day: '2026-12-07', outcome: 'managed' }, 'young');
    await phoneAnswers.forget('2026-12-07');
    expect(await phoneAnswers.add({ ...ROW, day: '2026-12-07', outcome: 'managed' }, 'young')).toBe(false);
    expect(await phoneAnswers.add({ ...ROW, day: '2026-12-07', outcome: 'managed' }, 'old')).toBe(true);
    expect(await phoneAnswers.list('2026-11-01', '2026-12-31')).toEqual([{ procedure: '1.001193', outcomes: [3, 0, 0], scores: [0, 0, 0, 0, 0] }]);
  });
}
