import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as send, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoor, type Door } from '#host/adapters/door/kiosk-door.ts';
import { testHost } from '#tests/fakes/test-host.ts';

const TOKEN = 'the-token-of-this-boot';
const folder = mkdtempSync(join(tmpdir(), 'door-'));
const kiosk = testHost();
let door: Door;

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html><head><title>k</title></head></html>');
  writeFileSync(join(folder, 'a.vtt'), 'WEBVTT');
  await kiosk.host.start(null);
  const opened = await openDoor({ host: kiosk.host, log: kiosk.log, pageFolder: folder, media: { pack: folder, made: null, content: folder }, port: 0, token: TOKEN, devOrigin: null });
  if (!opened.ok) throw new Error(opened.error.message);
  door = opened.value;
});
afterAll(async () => {
  await door.close();
  await kiosk.host.close();
  rmSync(folder, { recursive: true, force: true });
});

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** node:http, because fetch will not let a test set Host or Origin. */
function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  return new Promise((done, fail) => {
    const asking = send({ host: '127.0.0.1', port: door.port, method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece)).on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    asking.on('error', fail).end(body);
  });
}

/** Whether anything listens there on the door's port. */
function knock(host: string): Promise<'open' | 'closed'> {
  return new Promise((done) => {
    const socket = connect({ host, port: door.port, timeout: 500 });
    const end = (how: 'open' | 'closed'): void => {
      socket.destroy();
      done(how);
    };
    socket.on('connect', () => end('open')).on('error', () => end('closed')).on('timeout', () => end('closed'));
  });
}

/** What comes back for these very bytes. */
function say(bytes: string): Promise<string> {
  return new Promise((done) => {
    let text = '';
    const socket = connect(door.port, '127.0.0.1', () => void socket.write(bytes));
    socket.setEncoding('utf8').on('data', (piece: string) => void (text += piece)).on('close', () => done(text));
  });
}

const own = (): Record<string, string> => ({ 'content-type': 'application/json', 'x-kiosk-token': TOKEN, origin: door.url });
const codeOf = (answer: Answer): unknown => JSON.parse(answer.text).error?.code;

describe('the loopback door', () => {
  it('answers the kiosk\'s own page', async () => {
    const answer = await ask('POST', '/kiosk/boot', own(), 'null');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { shell: 'browser' } });
  });

  it.each([
    ['without a token', { 'x-kiosk-token': '' }],
    ['with another boot\'s token', { 'x-kiosk-token': 'the-token-of-last-boot' }],
    ['from another site', { origin: 'https://evil.example' }],
    ['from another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['from a file or a sandbox', { origin: 'null' }],
    ['that the browser marks as cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['that the browser marks as same-site', { 'sec-fetch-site': 'same-site' }],
    ['by a name that was bound to 127.0.0.1 (DNS rebinding)', { host: 'evil.example' }],
    ['by a name and the right port', { host: 'evil.example:0' }],
  ])('refuses a call %s', async (_how, headers) => {
    const host = 'host' in headers && headers.host.endsWith(':0') ? { host: `evil.example:${door.port}` } : {};
    const before = kiosk.store.state();
    const answer = await ask('POST', '/kiosk/record', { ...own(), ...headers, ...host }, '{"kind":"tap","score":5,"about":"visit"}');
    expect(answer.status).toBe(403);
    expect(codeOf(answer)).toBe('KIOSK_FORBIDDEN');
    expect(kiosk.store.state()).toEqual(before);
  });

  it.each([
    '0.0.0.0:PORT', '[::1]:PORT', '[::ffff:127.0.0.1]:PORT', '127.0.0.1', '127.0.0.1:1', '127.1:PORT', '2130706433:PORT', '0x7f.0.0.1:PORT', 'localhost.:PORT', 'LOCALHOST.evil.example:PORT',
    '127.0.0.1.evil.example:PORT', '127.0.0.1:PORT.evil.example', 'user@127.0.0.1:PORT', '127.0.0.1:PORT, evil.example', '192.168.1.10:PORT', 'kiosk.local:PORT',
  ])('answers nothing that is addressed to %j', async (name) => {
    const host = name.replace('PORT', String(door.port));
    for (const [method, path] of [['GET', '/'], ['GET', '/media/a.vtt'], ['POST', '/kiosk/boot']] as const) {
      const answer = await ask(method, path, { ...own(), host }, method === 'POST' ? 'null' : undefined);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.text).not.toContain(TOKEN);
    }
  });

  it('answers nothing that is addressed to nobody, nor to two', async () => {
    expect(await say('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 403/);
    expect(await say('GET / HTTP/1.1\r\nconnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 400/);
    expect(await say(`GET http://evil.example/ HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 403/);
    const two = await say(`GET / HTTP/1.1\r\nhost: evil.example\r\nhost: 127.0.0.1:${door.port}\r\nconnection: close\r\n\r\n`);
    expect(two).toMatch(/^HTTP\/1.1 40[03]/);
    expect(two).not.toContain(TOKEN);
  });

  it('hears the loopback address alone, no other of the machine and no IPv6', async () => {
    const others = Object.values(networkInterfaces()).flat().flatMap((one) => (one === undefined || one.address === '127.0.0.1' || one.address.startsWith('fe80') ? [] : [one.address]));
    for (const address of [...others, '::1']) expect([address, await knock(address)]).toEqual([address, 'closed']);
    expect(await knock('127.0.0.1')).toBe('open');
  });

  it.each(['cross-site', 'same-site'])('does not hand the page to a page that the browser calls %s', async (site) => {
    const answer = await ask('GET', '/', { 'sec-fetch-site': site });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain(TOKEN);
    expect((await ask('GET', '/', { 'sec-fetch-site': 'none' })).status).toBe(200);
  });

  it('answers no other site\'s question whether it may ask (no CORS)', async () => {
    const answer = await ask('OPTIONS', '/kiosk/record', { origin: 'https://evil.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-kiosk-token', 'access-control-request-private-network': 'true' });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('keeps the stream of notices to its own page too, and speaks no WebSocket', async () => {
    expect((await ask('GET', '/kiosk/notices', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask('GET', '/kiosk/notices', { 'x-kiosk-token': `${TOKEN}x` })).status).toBe(403);
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', 'sec-websocket-version': '13' };
    expect((await ask('GET', '/kiosk/notices', { ...own(), ...upgrade, origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask('GET', '/', upgrade)).status).toBe(200);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'])('does nothing for %s', async (method) => {
    for (const path of ['/', '/kiosk/boot', '/media/a.vtt']) expect((await ask(method, path, own())).status).toBe(404);
  });

  it('does not hand the page, and with it the token, to a foreign name', async () => {
    const answer = await ask('GET', '/', { host: `evil.example:${door.port}` });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain(TOKEN);
  });

  it('puts the token into the page, keeps no copy of it, and lets nobody frame it', async () => {
    const { text, headers } = await ask('GET', '/');
    expect(text).toContain(`<meta name="kiosk-token" content="${TOKEN}">`);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-frame-options']).toBe('DENY');
  });

  it('sets a policy without inline script, inline style and eval, and opens itself to no other origin', async () => {
    for (const path of ['/', '/media/a.vtt', '/none.js']) {
      const { headers } = await ask('GET', path, { origin: 'https://evil.example' });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('refuses a body that is no JSON, is not called so, or is too large', async () => {
    expect((await ask('POST', '/kiosk/boot', own(), '{')).status).toBe(400);
    expect((await ask('POST', '/kiosk/boot', { ...own(), 'content-type': 'text/plain' }, 'null')).status).toBe(400);
    expect((await ask('POST', '/kiosk/bug', own(), JSON.stringify({ message: 'x'.repeat(70_000) }))).status).toBe(413);
  });

  it('knows its channels and nothing that every object has', async () => {
    for (const channel of ['toString', '__proto__', 'constructor', 'none']) {
      expect((await ask('POST', `/kiosk/${channel}`, own(), 'null')).status).toBe(404);
    }
    expect((await ask('GET', '/kiosk/boot', own())).status).toBe(404);
    expect((await ask('PUT', '/index.html', own(), 'x')).status).toBe(404);
  });

  it('says which port is taken', async () => {
    const second = await openDoor({ host: kiosk.host, log: kiosk.log, pageFolder: folder, media: { pack: folder, made: null, content: folder }, port: door.port, token: TOKEN, devOrigin: null });
    expect(second).toMatchObject({ ok: false, error: { message: 'EADDRINUSE' } });
  });
});
