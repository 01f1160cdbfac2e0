import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KioskApi } from '#contract/kiosk-api.ts';
import { KIOSK_CHANNELS, type KioskNotice, type KioskRequest } from '#contract/kiosk-channels.ts';
import { IPC_NOTICE, PRELOAD_NAME, type PreloadApi } from '#contract/kiosk-door.ts';
import { answerIpc } from '#electron/answer-ipc.ts';
import { APP_PAGE } from '#electron/page-address.ts';
import { callAnswerer } from '#host/answer-call.ts';
import { openDoor } from '#host/adapters/door/kiosk-door.ts';
import { createHttpBridge } from '#renderer/bridge/http-bridge.ts';
import { createIpcBridge, findPreload } from '#renderer/bridge/ipc-bridge.ts';
import { FakeIpc } from '#tests/fakes/electron.ts';
import { testHost, type TestHost } from '#tests/fakes/test-host.ts';

type Bridge = { readonly api: KioskApi; readonly close: () => Promise<void> };
const TOKEN = 'a-token-for-the-contract-suite';

/** The real preload over the fake's IPC; a page sees nothing but what it exposes. */
async function overIpc({ host, log }: TestHost): Promise<Bridge> {
  const ipc = new FakeIpc(APP_PAGE.main);
  const page: Record<string, unknown> = {};
  vi.doMock('electron', () => ({
    ipcRenderer: ipc.renderer,
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => Reflect.set(page, name, value) },
  }));
  vi.resetModules();
  await import('#electron/preload.ts');
  vi.doUnmock('electron');
  answerIpc({ ipc, address: APP_PAGE, contentsId: () => 7, started: host.started, answer: callAnswerer(host.handlers, log) });
  const stop = host.onNotice((notice) => ipc.deliver(IPC_NOTICE, structuredClone(notice)));
  const preload = findPreload(page);
  if (preload === null) throw new Error(`preload exposed no ${PRELOAD_NAME}`);
  expect(Object.keys(preload.verbs)).toEqual(Object.keys(KIOSK_CHANNELS));
  return { api: createIpcBridge(preload satisfies PreloadApi), close: async () => stop() };
}

async function overHttp({ host, log }: TestHost): Promise<Bridge> {
  const door = await openDoor({ host, log, pageFolder: '/nowhere', media: { pack: '/nowhere', made: null, content: '/nowhere' }, port: 0, token: TOKEN, devOrigin: null });
  if (!door.ok) throw new Error(door.error.message);
  const api = createHttpBridge({ fetch, base: door.value.url, token: TOKEN, onStranger: () => undefined, onVisible: (listener) => listener(true) });
  return { api, close: door.value.close };
}

describe.each([
  { name: 'ipc', open: overIpc },
  { name: 'http', open: overHttp },
])('the bridge over $name', ({ open }) => {
  let kiosk: TestHost;
  let bridge: Bridge;
  beforeEach(async () => {
    kiosk = testHost();
    await kiosk.host.start(null);
    bridge = await open(kiosk);
  });
  afterEach(async () => {
    await bridge.close();
    await kiosk.host.close();
  });
  const call: KioskApi['call'] = (channel, request) => bridge.api.call(channel, request);
  const openStaff = async (): Promise<string> => {
    const set = await call('staffSetPin', { pin: '284617' });
    if (!set.ok) throw new Error(set.error.message);
    return set.value.key;
  };

  it('says what this kiosk is', async () => {
    expect(await call('boot', null)).toMatchObject({ ok: true, value: { phase: 'set-up', appVersion: '1.2.3', pinSet: false, servicePoint: null, mediaBase: '/media/' } });
  });

  it('hands the whole content pack over', async () => {
    const pack = await call('content', null);
    expect(pack.ok && pack.value.guides.length).toBeGreaterThanOrEqual(3);
  });

  it('answers a tap with its number, and only after the ledger has it', async () => {
    expect(await call('record', { kind: 'tap', score: 5, about: 'visit', from: 'attract' })).toEqual({ ok: true, value: { stream: 'memory-stream-1', seq: 1 } });
    expect(await call('record', { kind: 'reasons', of: 1, reasons: ['quick'] })).toMatchObject({ ok: true, value: { seq: 2 } });
  });

  it('tells that a tap was not stored, with the code', async () => {
    kiosk.store.failNext('LEDGER_DISK_FULL');
    expect(await call('record', { kind: 'tap', score: 1, about: 'visit' })).toMatchObject({ ok: false, error: { code: 'LEDGER_DISK_FULL' } });
  });

  it('refuses what does not parse, without asking the host', async () => {
    expect(await call('record', { kind: 'tap', score: 6, about: 'visit' })).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } });
    expect(await call('staffUnlock', { pin: 'abc' })).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } });
  });

  it('carries the details of a failure', async () => {
    await openStaff();
    for (let one = 0; one < 4; one += 1) await call('staffUnlock', { pin: '739152' });
    expect(await call('staffUnlock', { pin: '739152' })).toMatchObject({ ok: false, error: { code: 'STAFF_PIN_LOCKED', details: { retryAfterMs: 60_000 } } });
  });

  it('opens the staff page to the key and to nothing else', async () => {
    const key = await openStaff();
    expect(await call('staffStatus', { key })).toMatchObject({ ok: true, value: { head: 0, mark: 0, enrolled: false } });
    expect(await call('staffDays', { key })).toMatchObject({ ok: true, value: { days: Array.from({ length: 7 }, () => expect.anything()) } });
    const stranger = 'x'.repeat(32);
    for (const channel of ['staffStatus', 'staffDays', 'sendNow', 'leaveKiosk'] as const) {
      expect(await call(channel, { key: stranger })).toMatchObject({ ok: false, error: { code: 'STAFF_LOCKED' } });
    }
    expect(kiosk.left()).toBe(0);
    expect(await call('leaveKiosk', { key })).toEqual({ ok: true, value: null });
    expect(kiosk.left()).toBe(1);
    await call('staffLock', { key });
    expect(await call('staffStatus', { key })).toMatchObject({ ok: false, error: { code: 'STAFF_LOCKED' } });
  });

  it('pairs with a centre during set-up, and only for staff afterwards', async () => {
    const wrong = await call('enrol', { centreUrl: 'http://centre', pairingCode: 'AAAA-AAAA' });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'ENROL_CODE_UNKNOWN' } });
    expect(await call('enrol', { centreUrl: 'http://centre/', pairingCode: 'k7p4-2mxq' })).toMatchObject({ ok: true, value: { phase: 'ready', servicePoint: { id: 'p1' } } });
    expect(await call('enrol', { centreUrl: 'http://evil', pairingCode: 'K7P4-2MXQ' })).toMatchObject({ ok: false, error: { code: 'STAFF_LOCKED' } });
    await call('record', { kind: 'tap', score: 4, about: 'visit' });
    const key = await openStaff();
    expect(await call('sendNow', { key })).toMatchObject({ ok: true, value: { waiting: 0, mark: 1, uploadFault: null } });
    expect(kiosk.centre.mark('memory-stream-1')).toBe(1);
  });

  it('ends set-up without a centre when staff choose so, and keeps the settings', async () => {
    const settings = { language: 'en', profile: 'tablet-10', tapRestSeconds: 9 } as const;
    expect(await call('saveSettings', { settings, finish: true })).toMatchObject({ ok: true, value: { phase: 'ready', settings } });
    expect(await call('saveSettings', { settings, finish: false })).toMatchObject({ ok: false, error: { code: 'STAFF_LOCKED' } });
    expect(kiosk.dataFiles.texts.get('kiosk.json')).toContain('tablet-10');
  });

  it('prints a sheet once staff have set a printer, and not before (E104)', async () => {
    const sheet = { widthMm: 80, heightMm: 541 };
    expect(await call('print', sheet)).toMatchObject({ ok: false, error: { code: 'SHELL_CANNOT_PRINT' } });
    await call('saveSettings', { settings: { language: 'vi', profile: null, tapRestSeconds: 5, printer: 'receipt' }, finish: true });
    expect(await call('print', sheet)).toMatchObject({ ok: true });
    expect(kiosk.sheets).toEqual([sheet]);
  });

  it('has passages said in other words once the centre says that it can, and hears the status that says so', async () => {
    const request: KioskRequest<'rephrase'> = { question: 'mất bao lâu', passages: ['Trả trong 1 ngày làm việc.'], lang: 'vi' };
    expect(await call('rephrase', request)).toMatchObject({ ok: false, error: { code: 'REPHRASE_OFF' } });
    kiosk.centre.otherWords = 'Ông/bà nhận trong 1 ngày làm việc.';
    await call('enrol', { centreUrl: 'http://centre/', pairingCode: 'k7p4-2mxq' });
    await kiosk.time.pass(10);
    expect(await call('rephrase', request)).toEqual({ ok: true, value: { text: 'Ông/bà nhận trong 1 ngày làm việc.' } });
    expect(kiosk.host.greeting()[0]).toMatchObject({ kind: 'status', rephrase: true });
    expect(await call('rephrase', { ...request, question: 'a'.repeat(61) })).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } });
  });

  it('hears what the host says unasked, until it stops listening', async () => {
    const heard: KioskNotice[] = [];
    const stop = bridge.api.onNotice((notice) => heard.push(notice));
    await vi.waitFor(async () => {
      await call('clipFailed', { clip: `clip-${heard.length}-${Math.random()}`, reason: 'MEDIA_ERR_DECODE' });
      expect(heard.at(-1)).toMatchObject({ kind: 'status', online: false, faults: [{ code: 'CONTENT_CLIP_FAILED' }] });
    });
    stop();
    const count = heard.length;
    await call('clipFailed', { clip: 'after', reason: 'x' });
    expect(heard).toHaveLength(count);
  });

  it('turns a bug in the host into a code, and logs it', async () => {
    kiosk.dataFiles.isFull = true;
    expect(await call('saveSettings', { settings: { language: 'vi', profile: null, tapRestSeconds: 5 }, finish: true })).toMatchObject({ ok: false, error: { code: 'SERVER_FAILED' } });
    expect(kiosk.log.names()).toContain('call.failed');
    expect(await call('boot', null)).toMatchObject({ ok: true, value: { phase: 'set-up' } });
  });
});
