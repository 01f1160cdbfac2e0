import { expect, it } from 'vitest';
import { systemClock } from '#host/adapters/system-clock.ts';

it('counts the time since the boot through a sleep, in which the finer clock stands still', () => {
  let [up, steady] = [60_000, 500];
  const clock = systemClock({ bootId: 'b', up: () => up, steady: () => steady });
  expect(clock.up()).toBe(60_000);
  [up, steady] = [61_500, 2_034];
  expect(clock.up()).toBe(61_534);
  up += 14 * 3_600_000;
  expect(clock.up()).toBe(61_500 + 14 * 3_600_000);
  [up, steady] = [up + 1_000, steady + 1_000];
  expect(clock.up()).toBe(up);
});

it('counts from the start of the program where the boot has no name, and never back', () => {
  let [up, steady] = [900_000, 0];
  const clock = systemClock({ bootId: null, up: () => up, steady: () => steady });
  expect(clock.up()).toBe(0);
  [up, steady] = [900_000, 1_200];
  expect(clock.up()).toBe(1_200);
});
