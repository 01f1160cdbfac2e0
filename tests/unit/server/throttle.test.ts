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

test('several tries may be taken together, and more than there ever are count as all', () => {
  const throttle = makeThrottle({ tries: 10, refillMs: 100 });
  expect([throttle.take('a', 0, 8), throttle.take('a', 0, 5), throttle.take('a', 300, 5)]).toEqual([0, 300, 0]);
  expect([throttle.take('b', 0, 50), throttle.take('b', 0, 1), throttle.take('b', 1_000, 50)]).toEqual([0, 100, 0]);
});

test('a network cannot choose its key by where an address leaves out its zeros', () => {
  const ofOne = ['2001:db8::1', '2001:db8::abcd:1', '2001:db8::1:2:3:4', '2001:DB8:0:0:9:9:9:9'].map(addressKey);
  expect(new Set(ofOne)).toEqual(new Set(['2001:db8:0:0']));
  expect(addressKey('2001:db8:0:1::1')).toBe('2001:db8:0:1');
  expect([addressKey('::1'), addressKey('fe80::1')]).toEqual(['0:0:0:0', 'fe80:0:0:0']);
});

test('remembers no more keys than it may, however many come', () => {
  const throttle = makeThrottle({ tries: 1, refillMs: 1e9 });
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < 100_000; index += 1) throttle.take(`key ${index}`, 0);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(30e6);
  expect(throttle.take('key 99999', 0)).toBeGreaterThan(0);
  expect(throttle.take('key 0', 0)).toBe(0);
});
