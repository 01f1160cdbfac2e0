import { describe, expect, it } from 'vitest';
import { createFaults } from '#host/health/faults.ts';
import { PageWatch } from '#host/health/page-watch.ts';
import { ManualTime } from '#tests/fakes/manual-time.ts';
import { QuietLog } from '#tests/fakes/quiet-log.ts';

const MINUTE = 60_000;

function watchPage() {
  const time = new ManualTime();
  const told: string[] = [];
  const watch = new PageWatch({
    clock: time.clock,
    timers: time.timers,
    log: new QuietLog(),
    reload: () => told.push('reload'),
    onSilent: () => told.push('fault'),
    onAlive: () => told.push('alive'),
    onUse: () => told.push('use'),
  });
  watch.start();
  return { time, told, watch };
}

describe('the watch over the page', () => {
  it('loads a silent page anew after 30 s, and calls it a fault when that does not help (promise 9)', async () => {
    const { time, told, watch } = watchPage();
    watch.connect();
    await time.pass(29_000);
    expect(told).toEqual([]);
    await time.pass(11_000);
    expect(told).toEqual(['reload']);
    await time.pass(40_000);
    expect(told).toEqual(['reload', 'reload', 'fault']);
  });

  it('leaves a page alone that beats, and one that is not there', async () => {
    const { time, told, watch } = watchPage();
    await time.pass(10 * MINUTE);
    const leave = watch.connect();
    for (let beat = 0; beat < 12; beat += 1) {
      watch.beat({ framesShown: 250, pictureMoving: true });
      await time.pass(10_000);
    }
    leave();
    await time.pass(10 * MINUTE);
    expect(told.filter((word) => word !== 'alive')).toEqual([]);
  });

  it('counts each frame once, and says that nothing moves when no page is there', () => {
    const { watch } = watchPage();
    const leave = watch.connect();
    watch.beat({ framesShown: 100, pictureMoving: true });
    watch.beat({ framesShown: 50, pictureMoving: true });
    expect(watch.take()).toMatchObject({ framesShown: 150, pictureMoving: true });
    leave();
    expect(watch.take()).toMatchObject({ framesShown: 0, pictureMoving: false });
  });
});

describe('the list of faults', () => {
  it('tells once that a fault stands, keeps it an hour after its end, then forgets it', async () => {
    const time = new ManualTime();
    let changes = 0;
    const faults = createFaults({ clock: time.clock, onChange: () => (changes += 1) });
    faults.raise('UPLOAD_OFFLINE', 'no route');
    faults.raise('UPLOAD_OFFLINE', 'no route');
    expect(changes).toBe(1);
    expect(faults.list()).toEqual([{ code: 'UPLOAD_OFFLINE', at: time.clock.now(), detail: 'no route' }]);
    faults.clear('UPLOAD_OFFLINE');
    expect(faults.stands('UPLOAD_OFFLINE')).toBe(false);
    expect(faults.list()).toHaveLength(1);
    await time.pass(61 * MINUTE);
    expect(faults.list()).toEqual([]);
  });

  it('shortens a detail to what the wire takes', () => {
    const faults = createFaults({ clock: new ManualTime().clock, onChange: () => undefined });
    faults.raise('CONTENT_INVALID', 'x'.repeat(1000));
    expect(faults.list()[0]?.detail).toHaveLength(300);
  });
});
