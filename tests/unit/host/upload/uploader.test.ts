import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Health } from '#contract/health.ts';
import { Ledger } from '#host/ledger/ledger.ts';
import { Uploader } from '#host/upload/uploader.ts';
import { answer, FakeCentre, refusal, type Fate } from '#tests/fakes/fake-centre.ts';
import { ManualTime } from '#tests/fakes/manual-time.ts';
import { MemoryLedgerStore } from '#tests/fakes/memory-ledger-store.ts';
import { QuietLog } from '#tests/fakes/quiet-log.ts';

const MINUTE = 60_000;
const STREAM = 'memory-stream-1';
const HEALTH: Health = {
  framesShown: 1, pictureMoving: true, appVersion: '1', contentVersion: '1', shell: 'browser', waiting: 0, freeDiskBytes: null, clockOffset: null, rendererRestarts: 0, faults: [],
};

function setUp(fates: readonly Fate[] = [], random = 0.5) {
  const time = new ManualTime();
  const log = new QuietLog();
  const centre = new FakeCentre(() => time.clock.now());
  centre.fates = [...fates];
  const ledger = new Ledger({ store: new MemoryLedgerStore(), clock: time.clock, timers: time.timers, log, timeZone: () => 'Asia/Ho_Chi_Minh', onFault: () => undefined, onMended: () => undefined });
  ledger.open();
  const broken = { health: false };
  const uploader = new Uploader({
    ledger,
    http: centre,
    clock: time.clock,
    timers: time.timers,
    random: { fraction: () => random, uuid: () => 'u', secret: () => 's' },
    log,
    compress: async (text) => gzipSync(text),
    credentials: () => ({ centreUrl: 'http://centre', token: centre.token }),
    health: async () => (broken.health ? Promise.reject(new Error('a bug')) : HEALTH),
    onChange: () => undefined,
    onBeaten: () => undefined,
  });
  const taps = (count: number): void => {
    for (let one = 0; one < count; one += 1) ledger.append({ kind: 'tap', score: 5, about: 'visit' });
    uploader.wake();
  };
  const waiting = (): number => {
    const state = ledger.state();
    return state.ok ? state.value.head - state.value.mark : -1;
  };
  const paths = (): readonly string[] => centre.requests.map(({ path }) => path.split('/').at(-1) ?? '');
  return { time, centre, ledger, uploader, taps, waiting, paths, broken };
}

describe('the upload', () => {
  it('goes on by itself after a try that broke: nobody may touch this kiosk again today (promise 2)', async () => {
    const { time, uploader, taps, waiting, broken } = setUp();
    taps(3);
    broken.health = true;
    uploader.start();
    await time.pass(7_000);
    expect(waiting()).toBe(3);
    broken.health = false;
    await time.pass(5_000);
    expect(waiting()).toBe(0);
  });

  it('beats before it sends the backlog, and sends it in batches of 500, one at a time', async () => {
    const { time, centre, uploader, taps, waiting, paths } = setUp();
    taps(1200);
    uploader.start();
    await time.pass(10);
    expect(paths()).toEqual(['heartbeat', 'ledger', 'ledger', 'ledger']);
    expect(centre.requests.map(({ entries }) => entries)).toEqual([0, 500, 500, 200]);
    expect(centre.mostInFlight).toBe(1);
    expect(waiting()).toBe(0);
    expect(centre.beats[0]?.ledger).toMatchObject({ head: 1200 });
    expect(Object.entries(centre.beats[0]?.ledger.days ?? {})).toHaveLength(14);
    expect(centre.beats[0]?.ledger.days['2026-11-23']).toBe(1200);
  });

  it('beats every minute', async () => {
    const { time, centre, uploader } = setUp();
    uploader.start();
    await time.pass(5 * MINUTE + 10);
    expect(centre.beats).toHaveLength(6);
  });

  it('sends a tap soon after it was made, together with its neighbours', async () => {
    const { time, uploader, taps, paths, waiting } = setUp();
    uploader.start();
    await time.pass(10);
    taps(1);
    await time.pass(100);
    taps(1);
    await time.pass(400);
    expect(paths()).toEqual(['heartbeat', 'ledger']);
    expect(waiting()).toBe(0);
  });

  it('ends with every entry in the centre once, whatever the network does (promise 2)', async () => {
    const moods: Fate[] = [{ kind: 'lose-request' }, { kind: 'lose-answer' }, { kind: 'double' }, { kind: 'answer', answer: answer(502, '<html>bad gateway</html>') }, { kind: 'lose-answer' }, { kind: 'reach' }];
    const { time, centre, uploader, taps, waiting } = setUp([...moods, ...moods, ...moods]);
    uploader.start();
    for (let round = 0; round < 10; round += 1) {
      taps(37);
      await time.pass(3 * MINUTE);
    }
    await time.pass(30 * MINUTE);
    expect(waiting()).toBe(0);
    expect([...(centre.streams.get(STREAM)?.keys() ?? [])]).toEqual(Array.from({ length: 370 }, (_, index) => index + 1));
  });

  it('sends again what a restored centre has lost', async () => {
    const { time, centre, uploader, taps, waiting } = setUp();
    taps(100);
    uploader.start();
    await time.pass(1_000);
    centre.restore(STREAM, 40);
    taps(1);
    await time.pass(2 * MINUTE);
    expect(centre.mark(STREAM)).toBe(101);
    expect(waiting()).toBe(0);
  });

  it('sends it again without waiting for the next tap: the heartbeat says what a restored centre has', async () => {
    const { time, centre, uploader, taps } = setUp();
    taps(100);
    uploader.start();
    await time.pass(1_000);
    centre.restore(STREAM, 40);
    await time.pass(2 * MINUTE);
    expect(centre.mark(STREAM)).toBe(100);
  });

  it('does not spin when a centre names the same gap again and again', async () => {
    const gap: Fate = { kind: 'answer', answer: answer(409, { error: { code: 'LEDGER_GAP', message: 'm', received: 0 }, received: 0 }) };
    const { time, uploader, taps, paths } = setUp([{ kind: 'reach' }, ...Array.from({ length: 500 }, () => gap)]);
    taps(3);
    uploader.start();
    await time.pass(MINUTE);
    expect(paths().filter((path) => path === 'ledger').length).toBeLessThan(12);
  });

  it('waits longer after each failure, up to five minutes, and spreads out', async () => {
    const { time, centre, uploader, taps } = setUp(Array.from({ length: 500 }, () => ({ kind: 'lose-request' }) as const), 0.9999);
    taps(1);
    uploader.start();
    await time.pass(60 * MINUTE);
    expect(uploader.status().fault?.code).toBe('UPLOAD_OFFLINE');
    const pauses = centre.tries.slice(1).map((at, index) => Math.round((at - (centre.tries[index] ?? 0)) / 1000));
    expect(pauses.slice(0, 11)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });

  it('honours Retry-After in seconds and as a date', async () => {
    for (const header of ['120', new Date(Date.UTC(2026, 10, 23, 1, 2, 0)).toUTCString()]) {
      const { time, uploader, paths } = setUp([{ kind: 'answer', answer: refusal(503, 'SERVER_BUSY', { 'retry-after': header }) }], 0);
      uploader.start();
      await time.pass(119_000);
      expect(paths()).toHaveLength(1);
      await time.pass(2_000);
      expect(paths()).toHaveLength(2);
    }
  });

  it.each([401, 403])('tells a refusal (%i), keeps everything and asks slowly', async (status) => {
    const refused: Fate = { kind: 'answer', answer: refusal(status, status === 401 ? 'DEVICE_UNKNOWN' : 'DEVICE_REVOKED') };
    const { time, uploader, taps, waiting, paths } = setUp(Array.from({ length: 4 }, () => refused), 0);
    taps(5);
    uploader.start();
    await time.pass(14 * MINUTE);
    expect(uploader.status().fault).toMatchObject({ code: 'UPLOAD_REFUSED' });
    expect(paths()).toHaveLength(3);
    expect(waiting()).toBe(5);
    await time.pass(15 * MINUTE);
    expect(uploader.status().fault).toBeNull();
    expect(waiting()).toBe(0);
  });

  it('takes a log-in page between itself and the centre for being offline, not for a refusal', async () => {
    const { time, uploader } = setUp([{ kind: 'answer', answer: answer(403, '<html>please sign in to this network</html>') }], 0.9);
    uploader.start();
    await time.pass(10);
    expect(uploader.status().fault?.code).toBe('UPLOAD_OFFLINE');
  });

  it('does not take a portal\'s friendly page for a receipt', async () => {
    const page: Fate = { kind: 'answer', answer: answer(200, '<html>welcome</html>') };
    const { time, uploader, taps, waiting } = setUp([{ kind: 'reach' }, page], 0.9);
    taps(2);
    uploader.start();
    await time.pass(100);
    expect(waiting()).toBe(2);
    expect(uploader.status().fault?.code).toBe('UPLOAD_OFFLINE');
  });

  it('halves a batch that is too large, and grows again', async () => {
    const { time, centre, uploader, taps, waiting } = setUp();
    centre.largestBatch = 100;
    taps(300);
    uploader.start();
    await time.pass(1_000);
    expect(waiting()).toBe(0);
    expect(centre.requests.slice(1, 5).map(({ entries }) => entries)).toEqual([300, 250, 125, 62]);
  });

  it('keeps an entry that is refused alone, tells it, and neither drops nor skips it', async () => {
    const bad: Fate = { kind: 'answer', answer: refusal(400, 'REQUEST_INVALID') };
    const { time, centre, uploader, taps, waiting } = setUp([{ kind: 'reach' }, ...Array.from({ length: 10 }, () => bad)], 0);
    taps(2);
    uploader.start();
    await time.pass(1_000);
    expect(uploader.status().fault).toMatchObject({ code: 'UPLOAD_REFUSED' });
    await time.pass(2 * MINUTE);
    expect(uploader.status().fault).toMatchObject({ code: 'UPLOAD_REFUSED' });
    expect(waiting()).toBe(2);
    centre.fates = [];
    await time.pass(10 * MINUTE);
    expect(waiting()).toBe(0);
    expect(uploader.status().fault).toBeNull();
  });

  it('learns how far its clock is off', async () => {
    const { time, centre, uploader } = setUp();
    centre.now = () => time.clock.now() - 3_600_000;
    uploader.start();
    await time.pass(10);
    expect(uploader.status()).toMatchObject({ clockOffset: 3_600_000, lastContactAt: time.clock.now() - 10 });
  });

  it('sends at once when staff ask, whatever the back-off says', async () => {
    const { time, uploader, taps, waiting } = setUp([{ kind: 'lose-request' }, { kind: 'lose-request' }, { kind: 'lose-request' }], 0.999);
    taps(2);
    uploader.start();
    await time.pass(4_000);
    expect(waiting()).toBe(2);
    await uploader.sendNow();
    expect(waiting()).toBe(0);
  });

  it('leaves no timer and no request behind when it is stopped', async () => {
    const { time, uploader, centre } = setUp();
    uploader.start();
    await time.pass(10);
    await uploader.stop();
    const before = centre.requests.length;
    await time.pass(10 * MINUTE);
    expect(centre.requests).toHaveLength(before);
    expect(time.waitingTasks()).toBe(0);
  });
});
