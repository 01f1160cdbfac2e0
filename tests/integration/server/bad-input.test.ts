import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedStore } from '#tests/contract/repositories-given.ts';
import { STORES } from '#tests/contract/stores.ts';
import { clockAt, MINUTE, openCentre, tap, TEN_O_CLOCK, TODAY, type Centre, type Kiosk } from './open-centre.ts';

const MIB = 1024 * 1024;

// What comes over a real socket: a request that ends early, late or never.
describe.each(STORES)('bad input at the ledger\'s door, over $name', ({ open }) => {
  let store: OpenedStore;
  let centre: Centre;
  let kiosk: Kiosk;
  let port: number;
  beforeEach(async () => {
    store = await open();
    centre = await openCentre({}, mkdtempSync(join(tmpdir(), 'mot-cham-bad-')), { repositories: store.repositories });
    await centre.addPoint('p1');
    await centre.addUser('a@vi.vn', 'admin');
    kiosk = await centre.enrol('p1');
    port = Number(new URL(await centre.app.listen({ host: '127.0.0.1', port: 0 })).port);
  });
  afterEach(async () => {
    // Whatever came: the process lives, takes what is right, and nothing was lost or doubled.
    const mark = Number((await send({ entries: [] })).body['received']);
    const next = await send({ first: mark + 1, entries: [tap(5, 0)] });
    const findings = await centre.check();
    if (next.body['received'] !== mark + 1 || findings.length > 0) throw new Error(JSON.stringify([next, findings]));
    await centre.app.close();
    await store.destroy();
    rmSync(centre.dataDir, { recursive: true });
  });

  const envelope = (more: Record<string, unknown>): Record<string, unknown> => ({ stream: kiosk.stream, first: 1, clock: clockAt(TEN_O_CLOCK), entries: [], ...more });
  const head = (more: string, path = '/api/v1/ledger'): string => `POST ${path} HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer ${kiosk.token}\r\nContent-Type: application/json\r\n${more}\r\n\r\n`;

  async function post(body: string | Buffer, headers: Record<string, string> = {}): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/ledger`, { method: 'POST', headers: { authorization: `Bearer ${kiosk.token}`, 'content-type': 'application/json', ...headers }, body: new Uint8Array(Buffer.from(body)) });
    return { status: answer.status, body: JSON.parse(await answer.text()) };
  }
  const send = (more: Record<string, unknown>): ReturnType<typeof post> => post(JSON.stringify(envelope(more)));
  async function today(): Promise<Record<string, unknown>> {
    return (await centre.getAs(await centre.cookieOf('a@vi.vn'), `/api/v1/summaries/daily?from=${TODAY}&to=${TODAY}&servicePoint=p1`)).json().days[0];
  }

  /** Writes pieces one after the other and gives what was answered until the connection ended, or `wait` ms passed. */
  async function exchange(pieces: readonly (string | Buffer)[], wait = 3_000): Promise<{ readonly answer: string; readonly socket: Socket; readonly error: string | null }> {
    const socket = connect({ port, host: '127.0.0.1' });
    let answer = '';
    let error: string | null = null;
    socket.on('error', (cause) => (error = cause.message));
    const ended = new Promise<void>((resolve) => {
      socket.on('data', (chunk: Buffer) => {
        answer += chunk.toString('latin1');
        resolve();
      });
      socket.once('close', () => resolve());
    });
    for (const piece of pieces) await new Promise<void>((resolve) => void socket.write(piece, () => resolve()));
    await Promise.race([ended, setTimeout(wait)]);
    return { answer, socket, error };
  }

  test('a body far over the limit is answered, and the sender hears it, with and without a length', async () => {
    const large = Buffer.alloc(20 * MIB, 0x20);
    const answer = { status: 413, body: { error: { code: 'REQUEST_TOO_LARGE' } } };
    expect(await post(large)).toMatchObject(answer);
    expect(await post(large, { 'content-encoding': 'gzip' })).toMatchObject(answer);
    const chunked = await exchange([head('Transfer-Encoding: chunked'), ...Array.from({ length: 40 }, () => `${MIB.toString(16)}\r\n${'x'.repeat(MIB)}\r\n`)].slice(0, 25));
    chunked.socket.destroy();
    expect([chunked.answer.split('\r\n')[0], chunked.error]).toEqual(['HTTP/1.1 413 Payload Too Large', null]);
  });

  test('a sender of more than anybody reads is cut off', async () => {
    const { socket, answer } = await exchange([head(`Content-Length: ${500 * MIB}`), Buffer.alloc(3 * MIB)]);
    expect(answer).toContain('413');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    for (let sent = 0; sent < 60 && !socket.destroyed; sent += 1) await new Promise<void>((resolve) => void socket.write(Buffer.alloc(MIB), () => resolve()));
    await closed;
    expect(socket.destroyed).toBe(true);
  });

  test('what grows beyond the limit when it is unpacked is refused without being unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(128 * MIB, 0x20));
    const before = process.memoryUsage().rss;
    expect(await post(bomb, { 'content-encoding': 'gzip' })).toMatchObject({ status: 413 });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MIB);
  });

  test('what is too large elsewhere is told so in words about that address', async () => {
    const { answer, socket } = await exchange([head(`Origin: http://h\r\nContent-Length: ${2 * MIB}`, '/api/v1/sign-in'), 'x'.repeat(1_000)]);
    socket.destroy();
    expect(answer).toContain('413');
    expect(answer).toContain('The body is larger than this address takes.');
  });

  test('gzip that is cut short, broken, or followed by something is refused', async () => {
    const whole = gzipSync(JSON.stringify(envelope({ entries: [tap(5, 0)] })));
    const flipped = Buffer.from(whole);
    flipped[whole.length - 6] = (flipped[whole.length - 6] ?? 0) ^ 0xff;
    for (const body of [whole.subarray(0, 40), whole.subarray(0, -4), flipped, Buffer.concat([whole, Buffer.from('more')]), Buffer.alloc(0), Buffer.from('plain')]) {
      expect(await post(body, { 'content-encoding': 'gzip' })).toMatchObject({ status: 400, body: { error: { code: 'REQUEST_INVALID' } } });
    }
    expect(await today()).toMatchObject({ taps: 0 });
  });

  test('a kiosk that hangs up amid its body changes nothing', async () => {
    const body = JSON.stringify(envelope({ entries: [tap(5, 0)] }));
    const { socket } = await exchange([head(`Content-Length: ${body.length}`), body.slice(0, -5)], 200);
    socket.destroy();
    const packed = gzipSync(body);
    const other = await exchange([head(`Content-Encoding: gzip\r\nContent-Length: ${packed.length}`), packed.subarray(0, 20)], 200);
    other.socket.destroy();
    expect(await today()).toMatchObject({ taps: 0 });
  });

  test('a body longer than it says ends the connection; what it said is taken once or not at all', async () => {
    const body = JSON.stringify(envelope({ entries: [tap(5, 0)] }));
    const { answer, socket } = await exchange([head(`Content-Length: ${body.length}`), `${body}${body}`]);
    await Promise.race([new Promise((resolve) => socket.once('close', resolve)), setTimeout(2_000)]);
    expect(answer).toMatch(/^HTTP\/1\.1 (200|400) /);
    expect(socket.destroyed).toBe(true);
    const { taps } = await today();
    expect((await send({ entries: [] })).body).toEqual({ received: taps });
  });

  test('kiosks that send slowly hold up nobody', async () => {
    const slow = await Promise.all(Array.from({ length: 40 }, () => exchange([head('Content-Length: 1000'), '{"stream"'], 50)));
    const started = performance.now();
    for (let first = 1; first <= 5; first += 1) expect((await send({ first, entries: [tap(4, MINUTE)] })).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(5_000);
    for (const { socket } of slow) socket.destroy();
  });

  test('what is nested deeply is taken apart without harm, in an entry and around it', async () => {
    const deep = '['.repeat(500_000) + ']'.repeat(500_000);
    const body = JSON.stringify(envelope({ entries: [tap(5, MINUTE), 'HERE', tap(4, 0, { future: 'HERE' })] })).replaceAll('"HERE"', deep);
    expect(await post(gzipSync(body), { 'content-encoding': 'gzip' })).toMatchObject({ status: 200, body: { received: 3 } });
    expect(await today()).toMatchObject({ taps: 2 });
    for (const around of [deep, `{"stream":${deep}}`, deep.slice(0, 600_000)]) expect((await post(around)).status).toBe(400);
  });

  test('numbers beyond all measure are refused or put aside', async () => {
    for (const first of ['9007199254740993', '1e400', '-1', '9007199254740991']) {
      const answer = await post(JSON.stringify(envelope({ first: 7, entries: [tap(5, 0)] })).replace('"first":7', `"first":${first}`));
      expect([400, 409]).toContain(answer.status);
    }
    const strange = [tap(5, 0, { at: 1e300 }), tap(5, 0, { at: -1 }), tap(5, 0, { up: 0.5 }), { ...tap(5, 0), kind: 'retract', of: 2 ** 60 }, { ...tap(5, 0), kind: 'play', clip: 'c', plays: 1e9, seconds: 1, from: 1 }];
    // Of another boot: a time of this boot, however absurd, is placed by what has passed since (promise 4).
    const taken = [tap(5, 0, { at: 8_640_000_000_000_000, boot: 'earlier' }), { ...tap(5, 0), kind: 'retract', of: Number.MAX_SAFE_INTEGER }, { ...tap(5, 0), kind: 'reasons', of: Number.MAX_SAFE_INTEGER, reasons: ['wait'] }, tap(3, 0)];
    expect(await send({ entries: [...strange, ...taken] })).toMatchObject({ status: 200, body: { received: 9 } });
    expect((await centre.repositories.devices.list('all'))[0]).toMatchObject({ quarantined: 5, unplaceable: 1 });
    expect(await today()).toMatchObject({ taps: 1 });
  });

  test('names that no database keeps are one name, and never stop a stream', async () => {
    const fields = ['a\0b', 'a\uFFFDb', 'a\ud800b', 'a😀b', '\0'];
    const entries = [...fields.map((field) => tap(4, MINUTE, { field, procedure: field })), { ...tap(5, 0), kind: 'reasons', of: 1, reasons: ['x\0', 'x\uFFFD'] }];
    expect(await send({ entries })).toMatchObject({ status: 200, body: { received: 6 } });
    expect(await today()).toMatchObject({ taps: 5 });
  });
});
