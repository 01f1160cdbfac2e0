import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KioskList } from '#contract/summaries.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { Stack } from '#tests/driver/stack.ts';
import { until } from '#tests/driver/until.ts';

// The two programs meet only on the wire: what each keeps to its fake must also hold between them.
let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start();
}, 60_000);
afterAll(() => stack.close());

it('lets staff see a kiosk within seconds of its start, before anybody touched it', async () => {
  const seen = async (): Promise<KioskList['kiosks']> => {
    const { kiosks } = (await stack.read('/api/v1/kiosks')) as KioskList;
    return kiosks.filter(({ lastSeenAt }) => lastSeenAt !== null);
  };
  await until(async () => (await seen()).length === 1, 'the heartbeat is in');
  const [kiosk] = await seen();
  expect(kiosk).toMatchObject({ servicePoint: 'thu-nghiem', waiting: 0, contentVersion: expect.stringMatching(/^\d{4}\./), faults: [] });
});

it('proves promise 2 before the first tap: 0 made, 0 received, 0 missing', async () => {
  const today = dayOf(Date.now());
  const { days } = (await stack.read(`/api/v1/summaries/daily?from=${today}&to=${today}&servicePoint=thu-nghiem`)) as { days: readonly { completeness: unknown }[] };
  expect(days.map(({ completeness }) => completeness)).toEqual([{ made: 0, received: 0, missing: 0 }]);
});
