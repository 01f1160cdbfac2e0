import { expect, test } from 'vitest';
import { addressKey, makeThrottle } from '#server/services/throttle.ts';

test('allows so many tries at once, then one each time a bucket refills', () => {
  const throttle = makeThrottle({ tries: 2, refillMs: 1_000 });
  expect([throttle.take('a', 0), throttle.take('a', 0), throttle.take('a', 0)]).toEqual([0, 0, 1_000]);
  expect([throttle.take('a', 400), throttle.take('a', 1_000), throttle.take('a', 1_000)]).toEqual([600, 0, 1_000]);
  expect(throttle.take('b', 0)).toBe(0);
});

test('a try that was no failure is given back', () => {
  const throttle = makeThrottle({ tries: 1, refillMs: 1_000 });
  for (let index = 0; index < 5; index += 1) {
    expect(throttle.take('a', 0)).toBe(0);
    throttle.giveBack('a');
  }
});

test('a clock that goes back gives no tries and takes none', () => {
  const throttle = makeThrottle({ tries: 2, refillMs: 1_000 });
  throttle.take('a', 10_000);
  expect([throttle.take('a', 0), throttle.take('a', 0)]).toEqual([0, 1_000]);
});

test('one network counts as one: IPv6 by its first 64 bits', () => {
  expect(addressKey('2001:db8:1:2:3:4:5:6')).toBe(addressKey('2001:db8:1:2::9'));
  expect(addressKey('10.0.0.1')).not.toBe(addressKey('10.0.0.2'));
  expect(addressKey('::ffff:10.0.0.1')).not.toBe(addressKey('::ffff:10.0.0.2'));
});
