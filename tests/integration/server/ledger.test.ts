import { rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedStore } from '#tests/contract/repositories-given.ts';
import { POSTGRES_TITLE, STORES } from '#tests/contract/stores.ts';
import { clockAt, entry, MINUTE, openCentre, tap, TEN_O_CLOCK, TODAY, UP, type Centre, type Kiosk } from './open-centre.ts';

describe.each(STORES)('a ledger over $name', ({ open }) => {
  let store: OpenedStore;
  let centre: Centre;
  let kiosk: Kiosk;

  beforeEach(async () => {
    store = await open();
    centre = await openCentre({}, undefined, { repositories: store.repositories });
    await centre.addPoint('p1');
    await centre.addUser('a@vi.vn', 'admin');
    kiosk = await centre.enrol('p1');
  });
  afterEach(async () => {
    const findings = await centre.check();
    await centre.app.close();
    await store.destroy();
    rmSync(centre.dataDir, { recursive: true });
    // Whatever a test did, the rollups still say what the raw entries say.
    if (findings.length > 0) throw new Error(JSON.stringify(findings));
  });

  async function today(query = ''): Promise<Record<string, unknown>> {
    return day(TODAY, query);
  }
  async function day(on: string, query = ''): Promise<Record<string, unknown>> {
    const answer = await centre.getAs(await centre.cookieOf('a@vi.vn'), `/api/v1/summaries/daily?from=${on}&to=${on}&servicePoint=p1${query}`);
    return answer.json().days[0];
  }
  function post(payload: string | Buffer, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return centre.app.inject({ method: 'POST', url: '/api/v1/ledger', headers: { authorization: `Bearer ${kiosk.token}`, 'content-type': 'application/json', ...headers }, payload });
  }

  test('counts a batch once, however often it comes (promise 2)', async () => {
    const batch = { first: 1, entries: [tap(5, 9 * MINUTE), tap(2, 5 * MINUTE)] };
    expect((await centre.send(kiosk, batch)).json()).toEqual({ received: 2 });
    expect((await centre.send(kiosk, batch)).json()).toEqual({ received: 2 });
    expect(await today()).toMatchObject({ taps: 2, scores: [0, 1, 0, 0, 1] });
  });

  test('takes only what is new of a batch that overlaps the mark', async () => {
    await centre.send(kiosk, { first: 1, entries: [tap(5, 9 * MINUTE), tap(5, 7 * MINUTE)] });
    const answer = await centre.send(kiosk, { first: 2, entries: [tap(1, 7 * MINUTE), tap(3, 5 * MINUTE)] });
    expect(answer.json()).toEqual({ received: 3 });
    expect(await today()).toMatchObject({ taps: 3, scores: [0, 0, 1, 0, 2] });
  });

  test('takes nothing of another history of a stream when it is asked to compare, and says from where it is another (promises 1 and 2)', async () => {
    const common = [tap(5, 9 * MINUTE), tap(4, 8 * MINUTE)];
    for (const [index, one] of [...common, tap(3, 7 * MINUTE), tap(3, 6 * MINUTE)].entries()) await centre.send(kiosk, { first: index + 1, entries: [one] });
    // A disk set back to the second entry has given the next numbers to other taps, more of them than the centre has.
    const others = [tap(1, 5 * MINUTE), tap(1, 4 * MINUTE), tap(1, 3 * MINUTE)];
    const answer = await centre.send(kiosk, { first: 2, compare: true, entries: [...common.slice(1), ...others] });
    expect(answer.json()).toEqual({ received: 4, same: 2 });
    expect((await centre.send(kiosk, { first: 3, compare: true, entries: others.slice(0, 1) })).json()).toEqual({ received: 4, same: 2 });
    expect(await today()).toMatchObject({ taps: 4, scores: [0, 0, 2, 1, 1] });
  });

  test('takes what is new of a batch that it compared, where an entry that cannot be read speaks against nothing', async () => {
    const kept = [tap(5, 9 * MINUTE), { kind: 'pruned' }, tap(4, 8 * MINUTE)];
    expect((await centre.send(kiosk, { first: 1, compare: true, entries: kept })).json()).toEqual({ received: 3, same: 3 });
    const again = [{ kind: 'unreadable', text: '{' }, tap(3, 7 * MINUTE), kept[2], tap(2, 6 * MINUTE)];
    expect((await centre.send(kiosk, { first: 1, compare: true, entries: again })).json()).toEqual({ received: 4, same: 4 });
    expect((await centre.send(kiosk, { first: 3, compare: true, entries: [kept[2], { kind: 'pruned' }] })).json()).toEqual({ received: 4, same: 4 });
    expect(await today()).toMatchObject({ taps: 3, scores: [0, 1, 0, 1, 1] });
  });

  test('answers a gap with the mark, inside the error and beside it', async () => {
    await centre.send(kiosk, { first: 1, entries: [tap(5, MINUTE)] });
    const answer = await centre.send(kiosk, { first: 3, entries: [tap(4, 0)] });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ error: { code: 'LEDGER_GAP', received: 1 }, received: 1 });
    expect(await today()).toMatchObject({ taps: 1 });
  });

  test('answers an empty batch with the mark and begins no stream for it', async () => {
    expect((await centre.send({ ...kiosk, stream: 'a-new-stream' }, { first: 1, entries: [] })).json()).toEqual({ received: 0 });
    expect((await centre.send({ ...kiosk, stream: 'a-new-stream' }, { first: 2, entries: [] })).statusCode).toBe(409);
    await centre.send(kiosk, { first: 1, entries: [tap(5, MINUTE)] });
    expect((await centre.send(kiosk, { first: 2, entries: [] })).json()).toEqual({ received: 1 });
  });

  test('takes a device\'s new stream and refuses another device\'s', async () => {
    const other = await centre.enrol('p1');
    expect((await centre.send({ ...kiosk, stream: 'a-new-disk' }, { first: 1, entries: [tap(4, 0)] })).statusCode).toBe(200);
    const answer = await centre.send({ ...other, stream: 'a-new-disk' }, { first: 2, entries: [tap(4, 0)] });
    expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'LEDGER_FOREIGN_STREAM']);
    const asked = await centre.send({ ...other, stream: kiosk.stream }, { first: 1, entries: [] });
    expect(asked.statusCode).toBe(403);
  });

  test('refuses no token, an unknown token and a revoked device', async () => {
    const body = { stream: kiosk.stream, first: 1, clock: clockAt(TEN_O_CLOCK), entries: [] };
    expect((await centre.app.inject({ method: 'POST', url: '/api/v1/ledger', payload: body })).statusCode).toBe(401);
    expect((await centre.send({ ...kiosk, token: 'x'.repeat(43) }, { first: 1, entries: [] })).json().error.code).toBe('DEVICE_UNKNOWN');
    await centre.repositories.devices.revoke(kiosk.deviceId, TEN_O_CLOCK);
    const revoked = await centre.send(kiosk, { first: 1, entries: [tap(5, 0)] });
    expect([revoked.statusCode, revoked.json().error.code]).toEqual([403, 'DEVICE_REVOKED']);
  });

  test('a device that is revoked is refused from its next batch on, though its token was known a moment ago', async () => {
    expect((await centre.send(kiosk, { first: 1, entries: [tap(5, MINUTE)] })).statusCode).toBe(200);
    // Another process revoked it: this one remembers the token for some seconds.
    const other = await store.openAgain();
    await other.devices.revoke(kiosk.deviceId, TEN_O_CLOCK);
    await other.care.close();
    for (const entries of [[tap(5, 0)], []]) {
      const answer = await centre.send(kiosk, { first: 2, entries });
      expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'DEVICE_REVOKED']);
    }
    expect(await today()).toMatchObject({ taps: 1 });
  });

  test('puts an entry that does not parse into quarantine and receives its number', async () => {
    const strange = [{ kind: 'tap', score: '5' }, null, { ...tap(5, 0), score: 6 }, { kind: 'dance', at: 1, up: 1, boot: 'b' }];
    const answer = await centre.send(kiosk, { first: 1, entries: [tap(5, MINUTE), ...strange, tap(1, 0)] });
    expect(answer.json()).toEqual({ received: 6 });
    expect(await today()).toMatchObject({ taps: 2, scores: [1, 0, 0, 0, 1] });
    const list = await centre.getAs(await centre.cookieOf('a@vi.vn'), '/api/v1/kiosks');
    expect(list.json().kiosks[0]).toMatchObject({ quarantined: 4, received: 6 });
  });

  test('keeps properties it does not know', async () => {
    const answer = await centre.send(kiosk, { first: 1, entries: [tap(5, 0, { futureThing: 1 })] });
    expect(answer.json()).toEqual({ received: 1 });
    expect(await today()).toMatchObject({ taps: 1 });
  });

  test('says where an envelope is wrong and coerces nothing', async () => {
    const good = { stream: kiosk.stream, first: 1, clock: clockAt(TEN_O_CLOCK), entries: [] };
    for (const [wrong, where] of [
      [{ ...good, first: '1' }, '/first'],
      [{ ...good, first: 0 }, '/first'],
      [{ ...good, first: 1.5 }, '/first'],
      [{ ...good, entries: {} }, '/entries'],
      [{ ...good, clock: { now: 1 } }, '/clock'],
      [{ ...good, stream: 'a b' }, '/stream'],
      [[], 'the value'],
    ] as const) {
      const answer = await post(JSON.stringify(wrong));
      expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'REQUEST_INVALID']);
      expect(answer.json().error.message).toContain(where);
    }
  });

  test('refuses what is no JSON, no UTF-8, no gzip or an unknown encoding', async () => {
    const broken = gzipSync(JSON.stringify({ stream: kiosk.stream }));
    for (const [payload, headers] of [
      ['{', {}],
      [Buffer.from([0x22, 0xff, 0x22]), {}],
      ['not gzip', { 'content-encoding': 'gzip' }],
      [broken.subarray(0, broken.length - 9), { 'content-encoding': 'gzip' }],
      ['{}', { 'content-encoding': 'br' }],
    ] as const) {
      const answer = await post(payload, headers);
      expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'REQUEST_INVALID']);
    }
  });

  test('takes gzip, and refuses over 2 MiB inflated or 5,000 entries', async () => {
    const envelope = { stream: kiosk.stream, first: 1, clock: clockAt(TEN_O_CLOCK) };
    const packed = (value: unknown): Buffer => gzipSync(JSON.stringify(value));
    const gzip = { 'content-encoding': 'gzip' };
    expect((await post(packed({ ...envelope, entries: Array(5_001).fill(0) }), gzip)).statusCode).toBe(413);
    expect((await post(packed({ ...envelope, entries: ['x'.repeat(2 * 1024 * 1024)] }), gzip)).json().error.code).toBe('REQUEST_TOO_LARGE');
    expect((await post(`"${'x'.repeat(2 * 1024 * 1024)}"`)).json().error.code).toBe('REQUEST_TOO_LARGE');
    expect((await post(packed({ ...envelope, entries: Array(5_000).fill(entry('wake', 0, { clip: 'c' })) }), gzip)).json()).toEqual({ received: 5_000 });
  });

  test('a busy centre says so and when to come back', async () => {
    const busy = await openCentre({ bytesInFlight: 10 });
    await busy.addPoint('p1');
    const answer = await busy.send(await busy.enrol('p1'), { first: 1, entries: [] });
    expect([answer.statusCode, answer.json().error.code]).toEqual([503, 'SERVER_BUSY']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    await busy.close();
  });

  test('room for a body is given back when it was answered', async () => {
    const narrow = await openCentre({ bytesInFlight: 1_000 });
    await narrow.addPoint('p1');
    const small = await narrow.enrol('p1');
    for (let first = 1; first <= 6; first += 1) expect((await narrow.send(small, { first, entries: [tap(5, 0)] })).statusCode).toBe(200);
    await narrow.close();
  });

  test('a wrong clock is harmless: entries of this boot land on the right day, marked (promise 4)', async () => {
    const behind = TEN_O_CLOCK - 400 * 86_400_000;
    const answer = await centre.send(kiosk, {
      first: 1,
      clock: { now: behind, up: UP, boot: 'boot-a' },
      entries: [tap(5, MINUTE, { at: behind - MINUTE }), tap(4, 11 * 3_600_000, { at: behind - 11 * 3_600_000 })],
    });
    expect(answer.statusCode).toBe(200);
    expect(await today()).toMatchObject({ taps: 1, corrected: 1, unplaceable: 0 });
    expect(await day('2026-11-22')).toMatchObject({ taps: 1, corrected: 1 });
  });

  test('never moves what it cannot place, and says how many', async () => {
    const behind = TEN_O_CLOCK - 86_400_000;
    await centre.send(kiosk, {
      first: 1,
      clock: { now: behind, up: UP, boot: 'boot-b' },
      entries: [tap(5, 0, { at: behind - MINUTE, boot: 'boot-a' }), tap(5, 0, { at: behind, boot: 'boot-b' })],
    });
    expect(await day('2026-11-22')).toMatchObject({ taps: 1, corrected: 0, unplaceable: 1 });
    expect(await today()).toMatchObject({ taps: 1, corrected: 1 });
    // The clock is right again, but the entry's own time lies in the future.
    await centre.send(kiosk, { first: 3, entries: [tap(3, -3 * MINUTE)] });
    expect(await today()).toMatchObject({ taps: 2, unplaceable: 1 });
  });

  test('the day is the calendar day of the service point', async () => {
    await centre.send(kiosk, { first: 1, entries: [tap(5, 10 * 3_600_000 + 1), tap(5, 10 * 3_600_000)] });
    expect(await day('2026-11-22')).toMatchObject({ taps: 1 });
    expect(await today()).toMatchObject({ taps: 1 });
  });

  test('a retracted tap and its reasons leave the counts, once', async () => {
    await centre.send(kiosk, { first: 1, entries: [tap(1, 20 * MINUTE), entry('reasons', 19 * MINUTE, { of: 1, reasons: ['wait', 'unclear'] }), tap(5, 9 * MINUTE)] });
    expect(await today()).toMatchObject({ taps: 2, reasons: { wait: 1, unclear: 1 } });
    await centre.send(kiosk, { first: 4, entries: [entry('retract', 8 * MINUTE, { of: 1 }), entry('retract', 8 * MINUTE, { of: 1 })] });
    await centre.send(kiosk, { first: 6, entries: [entry('retract', 7 * MINUTE, { of: 1 }), entry('reasons', 7 * MINUTE, { of: 1, reasons: ['late'] })] });
    expect(await today()).toMatchObject({ taps: 1, scores: [0, 0, 0, 0, 1], reasons: {}, completeness: { received: 2 } });
  });

  test('the last reasons said stand', async () => {
    await centre.send(kiosk, { first: 1, entries: [tap(2, 9 * MINUTE), entry('reasons', 8 * MINUTE, { of: 1, reasons: ['wait'] })] });
    await centre.send(kiosk, { first: 3, entries: [entry('reasons', 7 * MINUTE, { of: 1, reasons: ['unclear'] })] });
    expect(await today()).toMatchObject({ reasons: { unclear: 1 } });
  });

  test('a retract of what is no tap is kept and says nothing', async () => {
    const answer = await centre.send(kiosk, { first: 1, entries: [entry('wake', MINUTE, { clip: 'c' }), entry('retract', 0, { of: 1 }), entry('retract', 0, { of: 2 })] });
    expect(answer.json()).toEqual({ received: 3 });
    expect(await today()).toMatchObject({ taps: 0 });
  });

  test('a retract before its tap works, in one batch and across batches', async () => {
    await centre.send(kiosk, { first: 1, entries: [entry('retract', 5 * MINUTE, { of: 2 }), tap(1, 4 * MINUTE), entry('retract', 3 * MINUTE, { of: 5 }), entry('reasons', 3 * MINUTE, { of: 6, reasons: ['wait'] })] });
    await centre.send(kiosk, { first: 5, entries: [tap(2, 2 * MINUTE), tap(3, 0)] });
    expect(await today()).toMatchObject({ taps: 1, scores: [0, 0, 1, 0, 0], reasons: { wait: 1 } });
  });

  test('flags a burst across batches and keeps raw and filtered side by side (E172, E173)', async () => {
    const calm = Array.from({ length: 12 }, (_, index) => tap(5, (60 - index * 4) * MINUTE));
    await centre.send(kiosk, { first: 1, entries: calm });
    await centre.send(kiosk, { first: 13, entries: [tap(1, 50_000), tap(1, 40_000), tap(1, 30_000)] });
    expect(await today()).toMatchObject({ taps: 15, flagged: 0 });
    await centre.send(kiosk, { first: 16, entries: [tap(1, 20_000), tap(1, 10_000)] });
    const summary = await today();
    expect(summary).toMatchObject({ taps: 17, flagged: 5, satisfied: { rate: 1 } });
    expect(summary['satisfiedRaw']).toMatchObject({ rate: 12 / 17 });
    await centre.send(kiosk, { first: 18, entries: [entry('retract', 0, { of: 16 })] });
    expect(await today()).toMatchObject({ taps: 16, flagged: 4 });
  });

  test('the same ledger gives the same day however it is cut into batches', async () => {
    const entries = [
      ...Array.from({ length: 30 }, (_, index) => tap(1 + ((index * 7) % 5), 50 * MINUTE - index * 7_000, { field: index % 2 === 0 ? 'Hộ tịch' : 'Cư trú' })),
      entry('reasons', MINUTE, { of: 3, reasons: ['wait'] }),
      entry('retract', MINUTE, { of: 4 }),
      ...Array.from({ length: 10 }, (_, index) => tap(1 + (index % 3), MINUTE - index * 4_000)),
      entry('retract', 0, { of: 35 }),
    ];
    const summaries: unknown[] = [];
    for (const size of [entries.length, 1, 7]) {
      const point = `cut-${size}`;
      await centre.addPoint(point);
      const other = await centre.enrol(point);
      for (let start = 0; start < entries.length; start += size) await centre.send(other, { first: start + 1, entries: entries.slice(start, start + size) });
      const answer = await centre.getAs(await centre.cookieOf('a@vi.vn'), `/api/v1/summaries/daily?from=${TODAY}&to=${TODAY}&servicePoint=${point}`);
      summaries.push({ ...answer.json().days[0], servicePoint: '' });
    }
    expect(summaries[1]).toEqual(summaries[0]);
    expect(summaries[2]).toEqual(summaries[0]);
  });

  test('two servers on one database take one stream once', async () => {
    const second = await openCentre({}, centre.dataDir, { repositories: await store.openAgain() });
    const whole = Array.from({ length: 40 }, (_, index) => tap(5, (60 - index) * MINUTE));
    const upload = async (through: Centre): Promise<void> => {
      for (let mark = 0; mark < whole.length; ) mark = (await through.send(kiosk, { first: mark + 1, entries: whole.slice(mark, mark + 3) })).json().received;
    };
    await Promise.all([upload(centre), upload(second)]);
    expect(await today()).toMatchObject({ taps: 40, completeness: { received: 40 } });
    await second.app.close();
    await second.repositories.care.close();
  });

  test('many batches at once are each taken once', async () => {
    const kiosks = await Promise.all(Array.from({ length: 12 }, () => centre.enrol('p1')));
    const answers = await Promise.all(kiosks.flatMap((each) => [1, 1, 2].map((first) => centre.send(each, { first, entries: [tap(5, 9 * MINUTE), tap(4, 5 * MINUTE)].slice(first - 1) }))));
    expect(answers.map((answer) => answer.statusCode).every((status) => status === 200 || status === 409)).toBe(true);
    expect(await today()).toMatchObject({ taps: 24 });
  });
});

test(POSTGRES_TITLE, () => {
  expect(STORES.length).toBeGreaterThan(0);
});
