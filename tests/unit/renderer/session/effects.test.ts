import { describe, expect, it } from 'vitest';
import { createFakeKiosk, FAKE_STATUS, READY_BOOT } from '#tests/fakes/fake-kiosk-api.ts';
import { ManualTime } from '#tests/fakes/manual-time.ts';
import { SMALL_PACK } from '#tests/fakes/small-pack.ts';
import type { KioskApi } from '#contract/kiosk-api.ts';
import { createPictureBeat } from '#renderer/session/picture-beat.ts';
import { createSession, type RunningSession } from '#renderer/session/store.ts';
import { startWatchdog } from '#renderer/session/watchdog.ts';

function pageClock(time: ManualTime) {
  return { moment: () => ({ up: time.clock.up(), wall: time.clock.now() }), after: time.timers.after };
}

async function openSession(api: KioskApi, time = new ManualTime()): Promise<RunningSession> {
  const session = createSession({ api, clock: pageClock(time), chance: () => 0.5, reloadPage: () => undefined });
  session.start();
  await settle();
  return session;
}

/** Lets every answer that is ready arrive. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('the session over a host', () => {
  it('starts at the loop with the pack and stores a touched face', async () => {
    const fake = createFakeKiosk(SMALL_PACK);
    const session = await openSession(fake.api);
    expect(session.store.getState().screen.kind).toBe('attract');
    session.send({ kind: 'face', score: 5 });
    await settle();
    expect(fake.ledger).toHaveLength(1);
    expect(session.store.getState().screen).toMatchObject({ kind: 'thanks', seq: 1 });
  });

  it('tells the citizen when the host stays silent for 15 s, and thanks for nothing (promise 1)', async () => {
    const fake = createFakeKiosk(SMALL_PACK);
    const time = new ManualTime();
    const silent: KioskApi = {
      ...fake.api,
      call: (channel, request) => (channel === 'record' ? new Promise(() => undefined) : fake.api.call(channel, request)),
    };
    const session = await openSession(silent, time);
    session.send({ kind: 'face', score: 5 });
    await time.pass(14_000);
    expect(session.store.getState().screen.kind).toBe('attract');
    await time.pass(1_500);
    await settle();
    expect(session.store.getState().screen).toMatchObject({ kind: 'not-stored', code: 'KIOSK_HOST_AWAY' });
  });

  it('shows the calm screen when the bridge itself breaks, and reports it', async () => {
    const fake = createFakeKiosk(SMALL_PACK);
    const broken: KioskApi = {
      ...fake.api,
      call: (channel, request) => (channel === 'record' ? Promise.reject(new Error('the bridge fell down')) : fake.api.call(channel, request)),
    };
    const session = await openSession(broken);
    session.send({ kind: 'face', score: 5 });
    await settle();
    expect(session.store.getState().screen.kind).toBe('calm');
    expect(fake.bugs.join()).toContain('the bridge fell down');
  });

  it('asks for the staff figures with the key, and sends now', async () => {
    const fake = createFakeKiosk(SMALL_PACK);
    const time = new ManualTime();
    const session = await openSession(fake.api, time);
    session.send({ kind: 'wake', clip: null });
    await time.pass(500);
    session.send({ kind: 'open-staff' });
    await time.pass(500);
    for (const digit of '246810') session.send({ kind: 'pin-digit', digit });
    session.send({ kind: 'pin-enter' });
    await settle();
    const { screen } = session.store.getState();
    expect(screen).toMatchObject({ kind: 'staff', view: { kind: 'open', status: { waiting: FAKE_STATUS.waiting } } });
    session.send({ kind: 'staff-send-now' });
    await settle();
    expect(session.store.getState().screen).toMatchObject({ view: { status: { waiting: 0 }, busy: false } });
  });

  it('hears what the host says unasked', async () => {
    const fake = createFakeKiosk(SMALL_PACK);
    const session = await openSession(fake.api);
    fake.notify({ kind: 'status', waiting: 7, online: true, faults: [] });
    expect(session.store.getState().kiosk).toMatchObject({ waiting: 7, online: true });
  });

  it('lets no timer run while the loop plays alone', async () => {
    const time = new ManualTime();
    await openSession(createFakeKiosk(SMALL_PACK).api, time);
    await time.pass(1_000);
    await settle();
    expect(time.waitingTasks()).toBe(0);
  });
});

describe('the watchdog', () => {
  it('says that the picture moves while frames are drawn, and that it stands still when they are not (promise 9)', async () => {
    const time = new ManualTime();
    const pictures = createPictureBeat();
    const beats: unknown[] = [];
    const fake = createFakeKiosk(SMALL_PACK, READY_BOOT);
    const api: KioskApi = {
      ...fake.api,
      call: (channel, request) => {
        if (channel === 'beat') beats.push(request);
        return fake.api.call(channel, request);
      },
    };
    const session = await openSession(api, time);
    let frozen = false;
    const stop = startWatchdog({
      api,
      clock: pageClock(time),
      pictures,
      state: session.store.getState,
      nextFrame: (drawn) => (frozen ? undefined : drawn()),
    });
    pictures.frames(240);
    await time.pass(10_000);
    await settle();
    pictures.stillUntil(time.clock.up() + 10_000);
    await time.pass(10_000);
    await settle();
    await time.pass(10_000);
    await settle();
    frozen = true;
    pictures.frames(240);
    await time.pass(20_000);
    await settle();
    stop();
    expect(beats.slice(0, 3)).toEqual([
      { framesShown: 241, pictureMoving: true },
      { framesShown: 1, pictureMoving: true },
      { framesShown: 1, pictureMoving: false },
    ]);
    expect(beats.at(-1)).toMatchObject({ framesShown: 0, pictureMoving: false });
  });
});
