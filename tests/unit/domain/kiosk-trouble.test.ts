import { expect, test } from 'vitest';
import { compareVersions, newestVersion } from '#domain/app-version.ts';
import { findTroubles, type KioskFacts } from '#domain/kiosk-trouble.ts';

const NOW = Date.UTC(2026, 10, 23, 3);
const MINUTE = 60_000;
const WELL: KioskFacts = {
  now: NOW, lastSeenAt: NOW - MINUTE, minutesOpen: 150, isTwin: false, faults: 0, pictureMoving: true, pageOpen: true, waiting: 0,
  lastReceivedAt: NOW - MINUTE, clockOffset: 300, freeDiskBytes: 5e10, contentDueSince: null, isAppOld: false, quarantined: 0,
};
const troubles = (facts: Partial<KioskFacts>): readonly string[] => findTroubles({ ...WELL, ...facts });

test('a kiosk that does its work has no trouble', () => {
  expect(troubles({})).toEqual([]);
});

test('silence counts in opening hours only, and from their beginning', () => {
  expect(troubles({ lastSeenAt: NOW - 6 * MINUTE })).toEqual(['silent']);
  expect(troubles({ lastSeenAt: NOW - 16 * 60 * MINUTE, minutesOpen: null })).toEqual([]);
  expect(troubles({ lastSeenAt: NOW - 16 * 60 * MINUTE, minutesOpen: 3 })).toEqual([]);
  expect(troubles({ lastSeenAt: null, minutesOpen: Number.POSITIVE_INFINITY })).toEqual(['silent']);
});

test('a page that is closed is not a picture that stands still', () => {
  expect(troubles({ pictureMoving: false })).toEqual(['still']);
  expect(troubles({ pictureMoving: false, pageOpen: null })).toEqual(['still']);
  expect(troubles({ pictureMoving: false, pageOpen: false })).toEqual(['no-page']);
  expect(troubles({ pictureMoving: false, pageOpen: false, minutesOpen: null })).toEqual([]);
  expect(troubles({ pictureMoving: false, lastSeenAt: NOW - 6 * MINUTE })).toEqual(['silent']);
});

test('a few entries on their way are no backlog; old ones and very many are', () => {
  expect(troubles({ waiting: 40 })).toEqual([]);
  expect(troubles({ waiting: 1, lastReceivedAt: NOW - 16 * MINUTE })).toEqual(['behind']);
  expect(troubles({ waiting: 1_000 })).toEqual(['behind']);
});

test('what was published has two hours to arrive', () => {
  expect(troubles({ contentDueSince: NOW - 119 * MINUTE })).toEqual([]);
  expect(troubles({ contentDueSince: NOW - 121 * MINUTE })).toEqual(['old-content']);
});

test('everything at once stands in the order of its weight', () => {
  expect(troubles({ isTwin: true, faults: 2, clockOffset: -121_000, freeDiskBytes: 1e9, isAppOld: true, quarantined: 1 })).toEqual(['twin', 'fault', 'clock', 'disk', 'old-app', 'quarantine']);
});

test('versions are compared by their numbers', () => {
  expect([compareVersions('1.10.0', '1.9.9') > 0, compareVersions('1.0', '1.0.0') === 0, compareVersions('0.4.0-rc.1', '0.4.0') === 0]).toEqual([true, true, true]);
  expect([newestVersion(['0.9.0', '0.10.1', 'unknown']), newestVersion([])]).toEqual(['0.10.1', null]);
});
