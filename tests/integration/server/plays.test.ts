import { afterEach, beforeEach, expect, test } from 'vitest';
import { entry, openCentre, tap, TODAY, type Centre, type Kiosk } from './open-centre.ts';

let centre: Centre;
let kiosk: Kiosk;
beforeEach(async () => {
  centre = await openCentre();
  await centre.addPoint('p1', 'xa');
  await centre.addUser('a@xa.vn', 'viewer');
  kiosk = await centre.enrol('p1');
});
afterEach(() => centre.close());

const SECOND = 1_000;
/** Two touches during clips, with what people did after them, on time and too late. */
const DAY = [
  entry('play', 900 * SECOND, { clip: 'handoff', plays: 3, seconds: 74.4, from: 1 }),
  entry('wake', 600 * SECOND, { clip: 'handoff' }),
  entry('guide', 590 * SECOND, { procedure: '1.001193', step: 'a', action: 'open' }),
  entry('guide', 580 * SECOND, { procedure: '1.001193', step: 'b', action: 'step' }),
  entry('handoff', 560 * SECOND, { procedure: '1.001193', step: 'b', code: 'ABCDEF', action: 'shown' }),
  tap(5, 540 * SECOND),
  tap(1, 539 * SECOND),
  entry('guide', 538 * SECOND, { procedure: '1.001193', step: 'a', action: 'open' }),
  entry('wake', 300 * SECOND, { clip: 'scams-otp' }),
  tap(4, 299 * SECOND),
  { ...tap(4, 298 * SECOND), boot: 'boot-b', up: 5 },
  entry('play', 100 * SECOND, { clip: 'handoff', plays: 1, seconds: 24.8, from: 1 }),
];

async function plays(): Promise<unknown> {
  return (await centre.getAs(await centre.cookieOf('a@xa.vn'), `/api/v1/summaries/plays?from=${TODAY}&to=${TODAY}`)).json().plays;
}

const EXPECTED = [
  { day: TODAY, clip: 'handoff', plays: 4, seconds: 99, kiosks: 1, wakes: 1, guides: 1, taps: 1, handoffs: 1 },
  { day: TODAY, clip: 'scams-otp', plays: 0, seconds: 0, kiosks: 0, wakes: 1, guides: 0, taps: 1, handoffs: 0 },
];

test('proof of play says how often a clip ran, and what people did in the minute after they touched the screen', async () => {
  expect((await centre.send(kiosk, { first: 1, entries: DAY })).statusCode).toBe(200);
  expect(await plays()).toEqual(EXPECTED);
  expect(await centre.check()).toEqual([]);
});

test.each([1, 2, 3, 5, 7])('it does not depend on how the stream is cut: pieces of %i, each sent twice', async (size) => {
  for (let at = 0; at < DAY.length; at += size) {
    const batch = { first: at + 1, entries: DAY.slice(at, at + size) };
    expect((await centre.send(kiosk, batch)).statusCode).toBe(200);
    await centre.send(kiosk, batch);
  }
  expect(await plays()).toEqual(EXPECTED);
  expect(await centre.check()).toEqual([]);
});
