import { describe, expect, it } from 'vitest';
import type { KioskNotice } from '#contract/kiosk-channels.ts';
import { startTrials } from '#renderer/session/trial-runner.ts';
import { KioskDriver } from '#tests/driver/kiosk-driver.ts';
import { createFakeKiosk } from '#tests/fakes/fake-kiosk-api.ts';
import { ManualTime, settle } from '#tests/fakes/manual-time.ts';
import { SMALL_PACK } from '#tests/fakes/small-pack.ts';

const trial: Extract<KioskNotice, { kind: 'trial' }> = {
  kind: 'trial',
  trial: 'trial-1',
  sources: [{ path: 'blobs/one.mp4', type: 'video/mp4' }, { path: 'blobs/two.webm', type: 'video/webm' }],
  seconds: 6,
};

function setUp(outcomes: readonly (string | null)[] = [null]) {
  const kiosk = createFakeKiosk(SMALL_PACK);
  const driver = new KioskDriver();
  const time = new ManualTime();
  const answers: unknown[] = [];
  const tried: string[] = [];
  const left = [...outcomes];
  startTrials({
    api: { ...kiosk.api, call: (channel, request) => {
      if (channel === 'trialDecoded') answers.push(request);
      return kiosk.api.call(channel, request);
    } },
    clock: { moment: () => ({ up: 0, wall: 0 }), after: time.timers.after },
    state: () => driver.state,
    canPlay: (type) => type === 'video/webm',
    decode: async (src) => {
      tried.push(src);
      return left.shift() ?? null;
    },
  });
  return { kiosk, driver, time, answers, tried };
}

describe('trials of new clips', () => {
  it('take the encoding that the loop would take, and tell that it plays', async () => {
    const { kiosk, answers, tried } = setUp();
    kiosk.notify(trial);
    await settle();
    expect(tried).toEqual(['/media/blobs/two.webm']);
    expect(answers).toEqual([{ trial: 'trial-1', path: 'blobs/two.webm', reason: null }]);
  });

  it('fail only when a clip fails twice: once may have been a busy machine', async () => {
    const once = setUp(['it cannot be decoded', null]);
    once.kiosk.notify(trial);
    await settle();
    expect(once.answers).toMatchObject([{ reason: null }]);
    const twice = setUp(['it cannot be decoded', 'it cannot be decoded']);
    twice.kiosk.notify(trial);
    await settle();
    expect(twice.answers).toMatchObject([{ reason: 'it cannot be decoded' }]);
  });

  it('wait until the citizen has gone', async () => {
    const { kiosk, driver, time, answers } = setUp();
    driver.wake();
    kiosk.notify(trial);
    await time.pass(10_000);
    expect(answers).toEqual([]);
    driver.press({ kind: 'finish' });
    expect(driver.screen.kind).toBe('attract');
    await time.pass(3_000);
    expect(answers).toHaveLength(1);
  });

  it('are done once when the host names one again after a broken connection', async () => {
    const { kiosk, driver, time, tried } = setUp();
    driver.wake();
    kiosk.notify(trial);
    kiosk.notify(trial);
    driver.press({ kind: 'finish' });
    await time.pass(3_000);
    expect(tried).toHaveLength(1);
  });
});
