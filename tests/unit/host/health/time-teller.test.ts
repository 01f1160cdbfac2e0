import { describe, expect, it } from 'vitest';
import { createTimeTeller } from '#host/health/time-teller.ts';
import { ManualTime } from '#tests/fakes/manual-time.ts';

const HOUR = 3_600_000;

function tellerOn(time: ManualTime, centreNow: () => number): { readonly teller: ReturnType<typeof createTimeTeller>; readonly told: number[] } {
  const told: number[] = [];
  const teller = createTimeTeller({ clock: time.clock, timers: time.timers, centreNow, tell: (notice) => void (notice.kind === 'clock' && told.push(notice.ahead)) });
  return { teller, told };
}

describe('the time that the page is told (promise 4)', () => {
  it('is how far the centre is ahead, once, and again when somebody sets the clock', async () => {
    const time = new ManualTime();
    const up = time.clock.up();
    const centre = time.clock.now() + HOUR;
    const { teller, told } = tellerOn(time, () => centre + time.clock.up() - up);
    teller.look();
    await time.pass(5 * 60_000);
    expect(told).toEqual([HOUR]);
    time.setWall(time.clock.now() + 2 * HOUR);
    await time.pass(60_000);
    expect(told).toEqual([HOUR, -HOUR]);
    expect(teller.present()).toEqual({ kind: 'clock', ahead: -HOUR });
    teller.stop();
    time.setWall(time.clock.now() + HOUR);
    await time.pass(5 * 60_000);
    expect(told).toHaveLength(2);
  });

  it('is not worth a word while it is the line\'s delay', async () => {
    const time = new ManualTime();
    const { teller, told } = tellerOn(time, () => time.clock.now() - 900);
    teller.look();
    await time.pass(5 * 60_000);
    expect(told).toEqual([]);
    expect(teller.present().ahead).toBe(0);
    teller.stop();
  });
});
