import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { holdWindow, lockDownApp, lockDownPage, lockDownSession } from '#electron/lock-down.ts';
import { APP_PAGE } from '#electron/page-address.ts';
import { windowOptions } from '#electron/window-options.ts';
import { FakeApp, FakeContents, FakeEvent, FakeSession, FakeWindow } from '#tests/fakes/electron.ts';

const KIOSK = { address: APP_PAGE, isKiosk: true, isPackaged: true } as const;
const ELSEWHERE = [
  'https://dichvucong.gov.vn/', 'http://127.0.0.1:8080/', 'file:///etc/passwd', 'app://other/index.html', 'app://kiosk.evil/', 'app://kiosk@evil/', 'javascript:alert(1)', 'about:blank',
  'data:text/html,x', 'blob:https://evil.example/1', 'intent://scan/#Intent;end', 'tel:113', 'mailto:a@b.vn', 'ms-settings:', 'zalo://x', 'chrome://settings', 'devtools://devtools/', 'view-source:app://kiosk/index.html',
];

describe('the locked page', () => {
  const locked = (): FakeContents => {
    const contents = new FakeContents();
    lockDownPage(contents, KIOSK);
    return contents;
  };

  it.each(ELSEWHERE)('and its frames do not go to %s, nor are they led there', (url) => {
    const contents = locked();
    expect([contents.navigate('will-frame-navigate', url), contents.navigate('will-redirect', url)]).toEqual([false, false]);
  });

  it('stays within itself, and opens no second window', () => {
    const contents = locked();
    expect([contents.navigate('will-frame-navigate', APP_PAGE.main), contents.navigate('will-frame-navigate', APP_PAGE.safe)]).toEqual([true, true]);
    expect(contents.windowHandler?.()).toEqual({ action: 'deny' });
  });

  it.each(['context-menu', 'will-attach-webview', 'will-prevent-unload'])('lets nothing come of %s', (event) => {
    const stoppable = new FakeEvent();
    locked().emit(event, stoppable);
    expect(stoppable.stopped).toBe(true);
  });

  it('has one size and no past', () => {
    const contents = locked();
    contents.emit('did-finish-load');
    expect([contents.zoom, contents.zoomLimits, contents.forgotten]).toEqual([1, [1, 1], 1]);
    contents.zoom = 3;
    contents.emit('zoom-changed');
    expect(contents.zoom).toBe(1);
  });

  it('hears no key that leaves, reloads, zooms, prints or inspects, and every key that reads, writes or speaks (E050)', () => {
    const contents = locked();
    for (const key of ['r', 'w', 'p', 'u', '0']) expect([key, contents.press({ key, control: true })]).toEqual([key, false]);
    for (const key of ['I', 'C', 'J']) expect([key, contents.press({ key, control: true, shift: true })]).toEqual([key, false]);
    for (const key of ['F5', 'F11', 'F12', 'BrowserBack']) expect([key, contents.press({ key })]).toEqual([key, false]);
    expect([contents.press({ key: 'F4', alt: true }), contents.press({ key: 'ArrowLeft', alt: true }), contents.press({ key: 'q', meta: true })]).toEqual([false, false, false]);
    for (const key of ['Tab', 'Enter', ' ', 'ư', 'Escape', 'F9', 'F13', 'F21']) expect([key, contents.press({ key })]).toEqual([key, true]);
  });

  it('while developing hears every key, and still goes nowhere', () => {
    const contents = new FakeContents();
    lockDownPage(contents, { ...KIOSK, isKiosk: false });
    expect(contents.press({ key: 'F12' })).toBe(true);
    expect(contents.navigate('will-frame-navigate', 'https://evil.example/')).toBe(false);
  });
});

describe('the session', () => {
  const locked = (isKiosk = true): FakeSession => {
    const session = new FakeSession();
    lockDownSession(session, { ...KIOSK, isKiosk });
    return session;
  };

  it('is given no permission, no device, no screen and no download', () => {
    const session = locked();
    const granted: unknown[] = [];
    for (const permission of ['media', 'geolocation', 'notifications', 'fullscreen', 'openExternal', 'clipboard-read', 'keyboardLock', 'pointerLock', 'fileSystem', 'unknown']) session.permission?.({}, permission, (yes) => granted.push(yes));
    expect(new Set(granted)).toEqual(new Set([false]));
    const streams: unknown[] = [];
    session.display?.({}, (given) => streams.push(given));
    expect([streams, session.check?.(), session.device?.()]).toEqual([[{}], false, false]);
    const download = new FakeEvent();
    session.emit('will-download', download);
    expect(download.stopped).toBe(true);
  });

  it('loads its own page, media and drawings, and nothing else from anywhere', () => {
    const session = locked();
    for (const url of [APP_PAGE.main, 'app://kiosk/media/a.webm', 'data:image/png;base64,', 'blob:app://kiosk/1']) expect([url, session.loads(url)]).toEqual([url, true]);
    for (const url of ELSEWHERE.filter((one) => !one.startsWith('data:'))) expect([url, session.loads(url)]).toEqual([url, false]);
  });

  it('while developing lets the build server in', () => {
    expect(locked(false).loads('ws://127.0.0.1:5173/')).toBe(true);
  });
});

describe('the program', () => {
  it('sandboxes every renderer and locks every page that ever comes to be', () => {
    const app = new FakeApp();
    lockDownApp(app, KIOSK);
    expect(app.isSandboxed).toBe(true);
    const contents = new FakeContents();
    app.emit('web-contents-created', {}, contents);
    expect(contents.windowHandler?.()).toEqual({ action: 'deny' });
    expect(contents.navigate('will-frame-navigate', 'https://evil.example/')).toBe(false);
  });

  it('started by an outsider opens no debugger, and loads no extension', () => {
    const app = new FakeApp();
    for (const name of ['remote-debugging-port', 'remote-debugging-pipe', 'load-extension', 'disable-web-security', 'host-resolver-rules']) app.switches.set(name, 'x');
    lockDownApp(app, KIOSK);
    expect([...app.switches.keys()].toSorted()).toEqual(['disable-features', 'disable-pinch', 'overscroll-history-navigation']);
    expect(app.switches.get('disable-features')).toContain('OverscrollHistoryNavigation');
  });

  it('trusts no certificate, and answers no question for a password', () => {
    const app = new FakeApp();
    lockDownApp(app, KIOSK);
    const trusted: boolean[] = [];
    app.emit('certificate-error', {}, {}, 'https://x', 'ERR', {}, (yes: boolean) => trusted.push(yes));
    expect(trusted).toEqual([false]);
    for (const name of ['login', 'select-client-certificate']) {
      const event = new FakeEvent();
      app.emit(name, event);
      expect([name, event.stopped]).toEqual([name, true]);
    }
  });
});

describe('the window', () => {
  it('stays open and full until staff leave', () => {
    const window = new FakeWindow();
    let leaving = false;
    holdWindow(window, () => leaving);
    expect([window.let('close'), window.let('app-command')]).toEqual([false, false]);
    window.emit('minimize');
    window.emit('leave-full-screen');
    expect([window.restores, window.kiosks]).toEqual([1, [true]]);
    leaving = true;
    expect(window.let('close')).toBe(true);
  });

  it('reaches no Node, asks nothing, and shows no developer tools', () => {
    const session = new FakeSession() as unknown as Session;
    const { webPreferences, ...frame } = windowOptions({ session, preload: '/preload.cjs', isKiosk: true });
    expect(frame).toMatchObject({ kiosk: true, fullscreen: true, frame: false });
    expect(webPreferences).toEqual({
      session, preload: '/preload.cjs', contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true,
      allowRunningInsecureContent: false, experimentalFeatures: false, plugins: false, webviewTag: false, navigateOnDragDrop: false, enableDeprecatedPaste: false, spellcheck: false,
      disableDialogs: true, devTools: false, autoplayPolicy: 'no-user-gesture-required', backgroundThrottling: false,
    });
  });

  it('of a host that runs elsewhere has no preload', () => {
    const session = new FakeSession() as unknown as Session;
    expect(windowOptions({ session, preload: null, isKiosk: true }).webPreferences).not.toHaveProperty('preload');
  });
});
