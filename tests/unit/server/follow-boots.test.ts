import { expect, test } from 'vitest';
import type { BeatState } from '#server/repositories/devices.ts';
import { followBoot, isTwin, NO_BEATS } from '#server/services/fleet/follow-boots.ts';
import { toldDays } from '#server/services/fleet/told-days.ts';
import { pictureTypeOf } from '#server/services/fleet/picture-type.ts';

const MINUTE = 60_000;

/** Heartbeats as "boot up", one a minute. */
function after(...beats: readonly (readonly [string, number])[]): { readonly state: BeatState; readonly stale: readonly boolean[]; readonly twin: boolean } {
  let state = NO_BEATS;
  const stale = beats.map(([boot, up], index) => {
    const followed = followBoot(state, { boot, up, now: index * MINUTE });
    state = followed.state;
    return followed.isStale;
  });
  return { state, stale, twin: isTwin(state, beats.length * MINUTE) };
}

test('a machine that starts again is one machine, however often', () => {
  expect(after(['a', 1], ['a', 2], ['b', 1], ['c', 1], ['c', 2])).toMatchObject({ stale: [false, false, false, false, false], twin: false });
});

test('a heartbeat that was overtaken is stale, and one after a restart is no second machine', () => {
  expect(after(['a', 5], ['a', 3])).toMatchObject({ stale: [false, true], twin: false });
  expect(after(['a', 5], ['b', 1], ['a', 4], ['a', 6])).toMatchObject({ stale: [false, false, true, true], twin: false });
});

test('two machines on one disk image are two boots that both go on; three as well', () => {
  expect(after(['a', 1], ['b', 1], ['a', 2], ['b', 2], ['a', 3]).twin).toBe(true);
  expect(after(['a', 1], ['b', 1], ['c', 1], ['a', 2], ['b', 2]).twin).toBe(true);
});

test('a twin that fell silent is forgotten after an hour', () => {
  const { state } = after(['a', 1], ['b', 1], ['a', 2], ['a', 3]);
  expect([isTwin(state, 10 * MINUTE), isTwin(state, 70 * MINUTE)]).toEqual([true, false]);
});

test('of the days a kiosk tells every minute only what is new is stored, and all of it after a move', () => {
  const told = toldDays();
  const beat = { stream: 's', pointNo: 1, made: [{ day: '2026-11-22', taps: 5 }, { day: '2026-11-23', taps: 1 }] };
  expect(told.news(beat)).toEqual(beat.made);
  told.remember(beat);
  expect(told.news(beat)).toEqual([]);
  expect(told.news({ ...beat, made: [{ day: '2026-11-22', taps: 4 }, { day: '2026-11-23', taps: 2 }] })).toEqual([{ day: '2026-11-23', taps: 2 }]);
  expect(told.news({ ...beat, pointNo: 2 })).toEqual(beat.made);
});

test('a picture is told by its first bytes, and nothing else is taken', () => {
  expect(pictureTypeOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]).toString('base64'))).toBe('image/png');
  expect(pictureTypeOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString('base64'))).toBe('image/jpeg');
  expect([pictureTypeOf('PHN2Zz4='), pictureTypeOf('not base64!'), pictureTypeOf('')]).toEqual([null, null, null]);
  expect(pictureTypeOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(3 * 1024 * 1024)]).toString('base64'))).toBeNull();
});
