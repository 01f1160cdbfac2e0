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

async function answer(): Promise<{ readonly plays: unknown; readonly ledTo: unknown }> {
  return (await centre.getAs(await centre.cookieOf('a@xa.vn'), `/api/v1/summaries/plays?from=${TODAY}&to=${TODAY}`)).json();
}

const EXPECTED = [
  { day: TODAY, clip: 'handoff', plays: 4, seconds: 99, kiosks: 1, wakes: 1, guides: 1, taps: 1, handoffs: 1 },
  { day: TODAY, clip: 'scams-otp', plays: 0, seconds: 0, kiosks: 0, wakes: 1, guides: 0, taps: 1, handoffs: 0 },
];
/** The second guide was opened more than a minute after the touch. */
const LED_TO = [{ clip: 'handoff', procedure: '1.001193', opened: 1, handoffs: 1 }];

test('proof of play says how often a clip ran, and what people did in the minute after they touched the screen', async () => {
  expect((await centre.send(kiosk, { first: 1, entries: DAY })).statusCode).toBe(200);
  expect(await answer()).toEqual({ plays: EXPECTED, ledTo: LED_TO });
  expect(await centre.check()).toEqual([]);
});

test.each([1, 2, 3, 5, 7])('it does not depend on how the stream is cut: pieces of %i, each sent twice', async (size) => {
  for (let at = 0; at < DAY.length; at += size) {
    const batch = { first: at + 1, entries: DAY.slice(at, at + size) };
    expect((await centre.send(kiosk, batch)).statusCode).toBe(200);
    await centre.send(kiosk, batch);
  }
  expect(await answer()).toEqual({ plays: EXPECTED, ledTo: LED_TO });
  expect(await centre.check()).toEqual([]);
});

test('which clip led to which guide is known without knowing who: by the order of entries in the stream', async () => {
  const entries = [
    entry('wake', 600 * SECOND, { clip: 'birth-package' }),
    entry('guide', 595 * SECOND, { procedure: '3.000722', step: 'a', action: 'open' }),
    entry('wake', 500 * SECOND, { clip: 'birth-package' }),
    entry('guide', 495 * SECOND, { procedure: '3.000722', step: 'a', action: 'open' }),
    entry('guide', 480 * SECOND, { procedure: '1.001193', step: 'a', action: 'open' }),
    entry('wake', 400 * SECOND, { clip: 'post-office' }),
    entry('guide', 300 * SECOND, { procedure: '2.000635', step: 'a', action: 'open' }),
  ];
  await centre.send(kiosk, { first: 1, entries });
  expect((await answer()).ledTo).toEqual([
    { clip: 'birth-package', procedure: '1.001193', opened: 1, handoffs: 0 },
    { clip: 'birth-package', procedure: '3.000722', opened: 2, handoffs: 0 },
  ]);
  expect(await centre.check()).toEqual([]);
});
